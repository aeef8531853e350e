"""What the entries of a log say as of a day: members, meetings, and everything that was done."""
from collections import defaultdict
from datetime import date
from fractions import Fraction

from .days import span

LEVELS = ["township", "district", "city", "prefecture", "province", "nation"]
FAR = date(9999, 12, 31)


class Member:
    def __init__(self):
        self.terms = []       # [first, last] days in office
        self.belongs = []     # [kind, name, first, last]

    def in_office(self, on):
        return any(first <= on <= last for first, last in self.terms)

    def holds(self, kind, names, on):
        return any(k == kind and n in names and first <= on <= last for k, n, first, last in self.belongs)


class Activity:
    def __init__(self, data):
        self.id, self.kind, self.title = data["activity"], data["kind"], data["title"]
        self.first, self.day = span(data["on"])
        self.exact = not isinstance(data["on"], dict) and self.first == self.day
        self.place, self.content, self.responsible = data.get("place"), data.get("content"), data.get("responsible")
        self.level, self.invited, self.half_days = data.get("level"), data.get("invited"), data.get("halfDays")
        self.scheduled, self.closed, self.participants = amounts(data.get("quantities")), {}, None
        self.is_closed = self.is_open = self.is_cancelled = False
        self.attendance = {}   # member: dict(state, late, early, half_days, quantities)
        self.papers = set()
        self.was_missed = False  # somebody was found absent, perhaps under an id that another took in

    def absence_found(self):
        return self.was_missed or any(said["state"] == "absent" for said in self.attendance.values())


class Record:
    """A proposal, suggestion, work, donation, visit or commendation."""

    def __init__(self, source, key, kind, on, title=None, people=(), **more):
        self.source, self.id, self.kind, self.day, self.title = source, key, kind, on, title
        self.people = list(people)          # the first leads
        self.reached = {"filed": on}        # stage: day
        self.marks, self.honours = set(), defaultdict(list)
        self.withdrawn = self.is_split = False
        self.into = self.origin = self.area = self.body = self.level = self.amount = self.purpose = None
        self.at = self.sort = self.count = None
        self.quantities = {}
        for name, value in more.items():
            setattr(self, name, value)


def amounts(entries):
    return {entry["of"]: entry["amount"] for entry in entries or []}


class Ledger:
    def __init__(self, entries, as_of):
        self.as_of = as_of
        self.members, self.activities, self.records = {}, {}, {}
        self.present_percent = None
        self.awards, self.marks, self.plans, self.spent = [], {}, {}, []
        self.rules_on_ballots = []
        same = {}
        for entry in corrected(entries):
            if entry["type"] == "plan.adopted":
                self.plans[entry["data"]["plan"]] = [(None, True, entry["data"]["text"])]
            if entry["type"] == "rules.adopted":
                self.present_percent = entry["data"].get("presentPercent")
            if entry["type"] == "plan.amended":
                data = entry["data"]
                self.plans[data["plan"]].append((date.fromisoformat(data["from"]), data.get("wholeYear", False), data["text"]))
            on = span(entry["occurred"])[1]
            if entry["type"] == "member.merged":       # what is known of them, and nothing that happened on a day
                same[entry["data"]["member"]] = entry["data"]["into"]
            elif on <= as_of:
                concept, _, act = entry["type"].partition(".")
                handler = getattr(self, concept.replace("-", "_"), None)
                if handler:
                    handler(act, entry["data"], on, entry)
        if same:
            self.unite(same)

    def unite(self, same):
        def one(member):
            while member in same:
                member = same[member]
            return member
        for old in same:
            gone = self.members.pop(old, None)
            if gone:
                kept = self.members.setdefault(one(old), Member())
                kept.terms += gone.terms
                kept.belongs += gone.belongs
        for activity in self.activities.values():
            if activity.invited is not None:
                activity.invited = [one(member) for member in activity.invited]
            attendance, order = {}, ["present", "excused", "leave", "absent", "refused", None]

            def place(said):
                return order.index("absent" if self.was_too_little(activity, said) else said["state"])
            for member, said in activity.attendance.items():
                known = attendance.get(one(member))
                if known is None or place(said) < place(known):
                    attendance[one(member)] = said
            activity.was_missed = activity.absence_found()
            activity.attendance = attendance
        for record in self.records.values():
            record.people = list(dict.fromkeys(one(member) for member in record.people))
        self.awards = [award | {"member": one(award.get("member"))} for award in self.awards]

    # Members

    def member(self, act, data, on, entry):
        member = self.members.setdefault(data["member"], Member())
        if act in ("joined", "term-began"):
            first, last = date.fromisoformat(data["from"]), date.fromisoformat(data["until"]) if "until" in data else FAR
            member.terms.append([first, last])
            for kind, names in (("sector", [data["sector"]] if "sector" in data else []), ("group", data.get("groups", [])), ("role", data.get("roles", []))):
                member.belongs += [[kind, name, first, last] for name in names]
        elif act == "left":
            last = date.fromisoformat(data["on"])
            for term in member.terms:
                if term[0] <= last <= term[1]:
                    term[1] = last
            for held in member.belongs:        # what was held ends with the term
                if held[2] <= last <= held[3]:
                    held[3] = last
        elif act == "assigned":
            kind, name = data["to"]["kind"], data["to"]["name"]
            member.belongs.append([kind, name, date.fromisoformat(data["from"]), date.fromisoformat(data["until"]) if "until" in data else FAR])
        elif act == "released":
            last = date.fromisoformat(data["on"])
            for held in member.belongs:
                if held[:2] == [data["of"]["kind"], data["of"]["name"]] and held[2] <= last <= held[3]:
                    held[3] = last

    def in_office(self, on):
        return [key for key, member in self.members.items() if member.in_office(on)]

    # Activities and attendance

    def activity(self, act, data, on, entry):
        if act == "scheduled":
            self.activities[data["activity"]] = Activity(data)
            return
        activity = self.activities[data["activity"]]
        if act == "rescheduled":
            activity.first, activity.day = span(data["on"])
            activity.exact = not isinstance(data["on"], dict) and activity.first == activity.day
            activity.place = data.get("place", activity.place)
        elif act == "cancelled":
            activity.is_cancelled = True
        elif act == "opened":
            activity.is_open = True
        elif act == "closed":
            activity.is_closed = True
            activity.closed, activity.participants = amounts(data.get("quantities")), data.get("participants")

    def attendance(self, act, data, on, entry):
        said = self.activities[data["activity"]].attendance.setdefault(
            data["member"], {"state": None, "late": False, "early": False, "half_days": None, "quantities": {}})
        if act == "checked-in" and said["state"] == "present":
            # A further day of several: present once, and what each day says is added up.
            said["late"] = said["late"] or data.get("late", False)
            halves = said["half_days"], data.get("halfDays")
            said["half_days"] = None if None in halves else sum(halves)
            for unit, amount in amounts(data.get("quantities")).items():
                said["quantities"][unit] = said["quantities"].get(unit, 0) + amount
        elif act == "checked-in":
            said.update(state="present", late=data.get("late", False), half_days=data.get("halfDays"), quantities=amounts(data.get("quantities")))
        elif act == "left-early":
            said["early"] = True
        else:
            state = {"marked-absent": "absent", "leave-granted": "leave", "leave-refused": "refused", "excused": "excused"}.get(act)
            if state:
                said["state"] = state

    def took_place(self, activity):
        return (activity.is_closed or activity.is_open or self.names_taken(activity)) and not activity.is_cancelled and activity.day <= self.as_of

    @staticmethod
    def names_taken(activity):
        return any(said["state"] == "present" for said in activity.attendance.values())

    def met(self, activity):
        """Whether it took place as far as attendance goes: also where all that is on record is who was absent."""
        return self.took_place(activity) or activity.absence_found() and not activity.is_cancelled and activity.day <= self.as_of

    def countable(self, activity, member):
        return (member in self.members and self.members[member].in_office(activity.first)
                and (activity.invited is None or member in activity.invited)
                and activity.attendance.get(member, {}).get("state") != "excused")

    def state(self, activity, member):
        """present, leave, absent, or nothing yet, of a member who may be counted."""
        said = activity.attendance.get(member, {})
        state = said.get("state")
        if self.was_too_little(activity, said):
            return "absent"
        if state in ("present", "leave", "absent"):
            return state
        return "absent" if self.names_taken(activity) or state == "refused" else None

    def was_too_little(self, activity, said):
        """Whether a member came for fewer of the half-days than the rules ask for."""
        return bool(said.get("state") == "present" and self.present_percent and activity.half_days and said["half_days"] is not None
                    and said["half_days"] * 100 < self.present_percent * activity.half_days)

    def present(self, activity):
        return [m for m in activity.attendance if self.countable(activity, m) and self.state(activity, m) == "present"]

    # What was done

    def proposal(self, act, data, on, entry):
        key = "proposal:" + data["proposal"]
        if act == "filed":
            self.records[key] = Record("proposals", data["proposal"], data["kind"], on, data["title"], data["signers"], body=data.get("body"))
        elif key in self.records:
            self.progress(self.records[key], act, data, on)

    def suggestion(self, act, data, on, entry):
        key = "suggestion:" + data["suggestion"]
        if act == "submitted":
            origin = "proposal:" + data["proposal"] if "proposal" in data else None
            self.records[key] = Record("suggestions", data["suggestion"], data["kind"], on, data["title"], data.get("members", []), origin=origin)
        else:
            self.progress(self.records[key], act, data, on)

    def progress(self, record, act, data, on):
        if act == "withdrawn":
            record.withdrawn = True
        elif act == "merged":
            record.into = "proposal:" + data["into"]
        elif act == "split":
            record.is_split = True
        elif act == "co-signed":
            record.people.append(data["member"])
        elif act == "marked":
            record.marks.add(data["mark"])
        elif act in ("adopted", "instructed", "sent-up", "issued"):
            record.honours["sent-up" if act == "issued" else act].append((data.get("level"), on))
        elif act in ("accepted", "handed-over", "answered", "closed"):
            record.reached.setdefault(act, on)

    def work(self, act, data, on, entry):
        self.records["work:" + data["work"]] = Record("works", data["work"], data["kind"], on, data["title"], data.get("authors", []), quantities=amounts(data.get("quantities")))
        if data.get("activity") in self.activities:
            self.activities[data["activity"]].papers.add(data["kind"])

    def donation(self, act, data, on, entry):
        self.records["donation:" + data["donation"]] = Record(
            "donations", data["donation"], data["kind"], on, None, [data["member"]] if "member" in data else [],
            amount=data.get("amount", data.get("value", 0)), purpose=data.get("purpose"))

    def fund(self, act, data, on, entry):
        self.spent.append((data["purpose"], data["amount"], on))

    def visit(self, act, data, on, entry):
        self.records["visit:" + data["visit"]] = Record("visits", data["visit"], "visit", on, None, data.get("members", []), area=data.get("area"), quantities=amounts(data.get("quantities")))

    def commendation(self, act, data, on, entry):
        what = data.get("what")
        kind = "member" if data.get("members") else what.partition(":")[0] if what else "body"
        people = data.get("members", [])
        if what and not people:
            if what.startswith("activity:"):
                people = self.present(self.activities[what.partition(":")[2]])
            elif what in self.records:
                people = list(self.records[what].people)
        record = Record("commendations", data["commendation"], kind, on, data["title"], people, level=data["level"], origin=what, sort=data.get("kind", "honour"))
        record.honours["commended"].append((data["level"], on))
        self.records["commendation:" + data["commendation"]] = record

    # What a meeting did

    def speech(self, act, data, on, entry):
        day = date.fromisoformat(data["on"]) if "on" in data else on
        self.records["speech:" + data["speech"]] = Record("speeches", data["speech"], data["form"], day, data.get("title"), data["members"], at=data["activity"])

    def ballot_rules(self, act, data, on, entry):
        self.rules_on_ballots += data["items"]

    def ballot(self, act, data, on, entry):
        key = "ballot:" + data["ballot"]
        if act == "called":
            options = data.get("options", [])
            papers = {"member" if "member" in one else "record" if "what" in one else "office" for one in options} if data["kind"] == "appraisal" else set()
            self.records[key] = Record("ballots", data["ballot"], data["kind"], on, data["title"], [one["member"] for one in options if "member" in one],
                                       at=data["activity"], papers=papers, seats=data.get("seats"))
        elif act == "counted" and key in self.records:
            self.records[key].day, self.records[key].count = on, data

    def results(self, record):
        """Of a ballot: valid, carried, elected."""
        count = record.count
        if count.get("returned", 0) > count.get("issued", count.get("returned", 0)):
            return set()
        found = {"valid"}
        rule = next((rule for rule in reversed(self.rules_on_ballots) if rule["kind"] == record.kind), None)
        if not rule or "pass" not in rule:
            return found
        text = rule["pass"].get("moreThan") or rule["pass"]["atLeast"]
        returned = count.get("returned", count["present"])
        whole = {"all": count.get("eligible"), "present": count["present"], "returned": returned, "valid": returned - count.get("invalid", 0)}[rule["pass"]["of"]]

        def passes(votes):
            return votes > Fraction(text) * whole if "moreThan" in rule["pass"] else votes >= Fraction(text) * whole
        favour = {}
        for one in count.get("votes", []):
            if one["answer"] in ("for", "赞成"):
                favour[one.get("of", 1)] = one["votes"]
        if record.kind == "decision" and passes(favour.get(1, 0)):
            found.add("carried")
        if record.kind == "election":
            chosen = sorted((votes for votes in favour.values() if passes(votes)), reverse=True)
            seats = record.seats or 1
            # Who ties at the last seat is voted on again.
            sure = chosen if len(chosen) <= seats else [votes for votes in chosen if votes > chosen[seats]]
            if sure:
                found.add("elected")
        return found

    def decision(self, act, data, on, entry):
        key = "decision:" + data["decision"]
        if act == "made":
            self.records[key] = Record("decisions", data["decision"], data["kind"], on, data["title"], at=data.get("activity"))
        elif key in self.records:
            self.round(self.records[key], act, on)

    def petition(self, act, data, on, entry):
        key = "petition:" + data["petition"]
        if act == "received":
            self.records[key] = Record("petitions", data["petition"], data["kind"], on, data["title"], data.get("members", []), at=data.get("activity"))
        elif key in self.records:
            self.round(self.records[key], act, on)

    @staticmethod
    def round(record, act, on):
        """What is handed over again begins again."""
        if act == "handed-over":
            record.reached = {"filed": record.day}
        record.reached[act] = on

    def points(self, act, data, on, entry):
        sign = 1 if act == "awarded" else -1
        self.awards.append({"plan": data["plan"], "target": data["target"], "member": data.get("member"), "group": data.get("group"), "sector": data.get("sector"), "points": sign * data["points"], "day": on, "appeal": data.get("appeal")})

    def plan(self, act, data, on, entry):
        if act == "target-marked":
            self.marks[data["plan"], data["target"]] = data["met"]


def corrected(entries):
    """The entries as they stand after what corrects and voids them."""
    kept = {entry["position"]: entry for entry in entries}
    changes = []                            # [position, what it corrects, data or None]
    for entry in entries:
        if entry["type"] in ("fact.corrected", "fact.voided"):
            data = entry["data"]
            undone = next((change for change in changes if change[0] == data["corrects"]), None)
            if undone and entry["type"] == "fact.voided":
                changes.remove(undone)
            else:
                changes.append((entry["position"], data["corrects"], data if entry["type"] == "fact.corrected" else None))
    for position, corrects, data in changes:
        entry = kept.get(corrects)
        if data is None:
            kept.pop(corrects, None)
        elif entry:
            kept[corrects] = entry | {"data": data["data"], "occurred": data.get("when", entry["occurred"])}
    return [kept[position] for position in sorted(kept)]
