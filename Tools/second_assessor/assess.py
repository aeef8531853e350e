"""A plan's figures for a book on a day: targets, members, groups and sectors, the total."""
from datetime import timedelta
from fractions import Fraction
from math import floor

from .amended import Amended
from .facts import Facts
from .ledger import Ledger
from .plan import Plan, hundredths, part, several, who
from .points import Points
from .requirements import Measured, Requirements, together
from .score import only_deducts, rounded

BODY = ("body", None)


class Assessment(Points, Amended):
    """One plan, in the version of the day, as of a day."""

    def __init__(self, entries, plan_id, as_of, is_own_year=False, until=None, version_of=None):
        self.is_own_year = is_own_year      # what this year came to, asked by itself: it does not ask again
        self.entries, self.as_of = entries, as_of
        self.ledger = Ledger(entries, as_of)
        self.facts = Facts(self.ledger)
        versions = self.ledger.plans[plan_id]
        number = max(n for n, (first_day, _, _) in enumerate(versions) if first_day is None or first_day <= (version_of or as_of))
        self.plan = Plan(versions[number][2])
        self.until = until                  # acts up to this day alone: those of a version that was amended
        self.end = min(as_of, self.plan.last)
        self.settled = {}
        self.requirements = Requirements(self)
        self.earlier = {}
        self.find_earlier(versions, number)

    def another(self, day, until=None):
        """The version of this plan that an amendment replaced, as of a day."""
        return Assessment(self.entries, self.plan.id, day, self.is_own_year, until, self.before)

    # Who is assessed

    def subjects(self, kind):
        if kind in ("body", "office"):
            return [BODY]
        if kind == "member":
            return [("member", key) for key in self.ledger.in_office(self.as_of)]
        names = {held[1] for key in self.ledger.in_office(self.as_of) for held in self.ledger.members[key].belongs if held[0] == kind and held[2] <= self.as_of <= held[3]}
        return [(kind, name) for name in sorted(names)]

    def fits(self, asked, member, on):
        held = self.ledger.members[member].holds
        return (all(held(kind, several(names), on) for kind, names in asked.items() if kind != "not")
                and not any(held(kind, several(names), on) for kind, names in asked.get("not", {}).items()))

    def is_asked(self, target, subject):
        """False of a member who was at no time of the year one of those a target is meant for."""
        asked = who(target)
        if subject[0] != "member" or not asked:
            return True
        member, on = self.ledger.members[subject[1]], self.plan.first
        while on <= self.end:
            if member.in_office(on) and self.fits(asked, subject[1], on):
                return True
            on += timedelta(1)
        return False

    def belongs(self, target, subject, member, on):
        """Whether what a member does on a day is the subject's."""
        if subject[0] == "member":
            return member == subject[1] and self.fits(who(target), member, on)
        one = self.ledger.members[member]
        if subject[0] in ("group", "sector"):
            return one.in_office(on) and one.holds(subject[0], [subject[1]], on)
        if self.plan.subject(target) == "office":
            return one.in_office(on) and one.holds("role", several(target["role"]), on)
        return True

    # What they did

    def acts(self, selector, target, subject, first=None, last=None):
        """(act, part, quantities) of a subject's acts within some days, in order."""
        first, last = first or self.plan.first, last or self.plan.last
        kind = self.plan.subject(target) if subject == BODY else subject[0]
        found = []
        for act in self.facts.acts(selector):
            if not first <= act.day <= min(last, self.as_of, self.until or last):
                continue
            if kind == "body":
                found.append((act, "lead", act.quantities))
                continue
            mine = [member for member in act.parts if member in self.ledger.members and self.belongs(target, subject, member, act.first)]
            own = kind in ("group", "sector") and self.is_own(act, subject)
            if kind in ("group", "sector") and act.key.startswith("activity:"):
                mine = []
            if mine or own or kind in ("group", "sector") and subject[1] in act.joined:
                played = "lead" if own or any(act.parts[member] == "lead" for member in mine) else "other"
                if kind == "member":
                    quantities = act.of_members.get(subject[1], {})
                else:
                    quantities = act.quantities if act.quantities else {}
                found.append((act, played, quantities))
        return found

    def is_own(self, act, subject):
        if subject[1] in act.owners:
            return True
        return bool(act.invited) and all(m in self.ledger.members and self.ledger.members[m].holds(subject[0], [subject[1]], act.first) for m in act.invited)

    def meetings(self, selector, first, last, source="activities"):
        kinds = several(selector[source])
        held = [a for a in self.ledger.activities.values() if self.ledger.met(a) and first <= a.day <= min(last, self.as_of, self.until or last)]
        return sorted((a for a in held if self.facts.meeting_fits(a, selector, kinds)), key=lambda a: (a.day, a.id))

    def attending(self, target, subject, activity):
        """Members who may be counted at a meeting and are the subject's."""
        return [m for m in self.ledger.members if self.ledger.countable(activity, m) and self.belongs(target, subject, m, activity.first)]

    # Totals

    def total(self, subject, targets, with_base):
        """(points, sum, headings) of target figures {target id: hundredths}."""
        headings = {key: [] for key in self.plan.headings}
        total = hundredths(self.plan.data.get("base", 0)) if with_base else Fraction(0)
        for target in [*self.plan.targets, *self.dropped_targets]:
            if target["id"] in targets and targets[target["id"]] is not None:
                if str(target.get("heading")) in headings:
                    headings[str(target["heading"])].append(targets[target["id"]])
                else:
                    total += targets[target["id"]]
        figures = {}
        mine = {str(t["heading"]) for t in [*self.plan.targets, *self.dropped_targets] if "heading" in t and t["id"] in targets and "score" in t and self.is_asked(t, subject)}
        for key in self.plan.headings:
            if key not in mine:
                continue
            heading, points = self.plan.headings[key], sum(headings[key])
            is_full = heading.get("start") == "full"
            if is_full:
                points += hundredths(heading["cap"])
            if "cap" in heading:
                kept = self.kept.totals.get(subject, (0, 0, {}))[2].get(key) if self.kept else None
                points = min(points, max(hundredths(heading["cap"]), kept or 0))
            if "floor" in heading or is_full:
                points = max(points, hundredths(heading.get("floor", 0)))
            figures[key] = int(points)
            total += points
        bounded = max(total, hundredths(self.plan.data["floor"])) if with_base and "floor" in self.plan.data else total
        return int(bounded), int(total), figures

    # Everything

    def figures(self):
        """What the status says, in the form of its JSON, as far as it is compared."""
        targets, of_subject, measures = {}, {}, {}
        self.dropped_targets = []
        for target in self.plan.targets:
            kind = self.plan.subject(target)
            rows = []
            for subject in self.subjects(kind):
                measured = self.requirements.target(target, subject)
                points = self.points(target, subject, measured)
                measured.state = self.state(target, subject, measured, points)
                rows.append((subject, measured, points))
                of_subject.setdefault(subject, {})[target["id"]] = points
                measures[subject, target["id"]] = measured
            figure = {"of": int(hundredths(target["points"])) if "points" in target else None}
            if kind in ("body", "office"):
                _, measured, points = rows[0]
                figure |= {"state": measured.state, "required": measured.required, "actual": measured.actual, "points": points}
            else:
                figure |= {"state": together([m.state for s, m, _ in rows if self.is_asked(target, s)]), "required": None, "actual": None, "points": None}
                figure |= {subject[1]: {"state": m.state, "points": p, "parts": [[q.required, q.actual, q.state] for q in m.parts]} for subject, m, p in rows}
            targets[target["id"]] = figure
        for target, figure, points in self.dropped():
            self.dropped_targets.append(target)
            targets[target["id"]] = figure
            for subject, earned in points.items():
                of_subject.setdefault(subject, {})[target["id"]] = earned
                state = figure[subject[1]]["state"] if subject[1] else figure["state"]
                measures[subject, target["id"]] = Measured(state=state)
        self.measures, self.of_subject = measures, of_subject
        result = {"targets": targets}
        by_member = self.plan.gives_members_points()
        units = any(self.plan.subject(t) in ("group", "sector") and "score" in t for t in self.plan.targets)
        body = any(self.plan.subject(t) in ("body", "office") and "score" in t for t in self.plan.targets)
        owner = "member" if by_member else "unit" if units and not body else "body"
        totals = {s: self.total(s, of_subject.get(s, {}), self.owner(s) == owner) for s in
                  [BODY] + (self.subjects("member") if by_member else []) + [s for k in ("group", "sector") if any(self.plan.subject(t) == k and "score" in t for t in self.plan.targets) for s in self.subjects(k)]}
        self.totals = totals
        graded = [s for s in totals if self.owner(s) == owner]
        grades = self.graded(graded)
        result["total"] = {"points": totals[BODY][0], "of": self.worth(), "grade": grades.get(BODY)}
        result["members"] = {s[1]: {"points": t[0], "sum": t[1], "grade": grades.get(s), "headings": t[2]} for s, t in totals.items() if s[0] == "member"}
        result["units"] = {f"{s[0]}:{s[1]}": {"points": t[0], "sum": t[1], "grade": grades.get(s)} for s, t in totals.items() if s[0] in ("group", "sector")}
        return result

    def worth(self):
        """What the targets that give points add up to; those under a heading with a cap, to no more than the cap."""
        mine = [target for target in self.plan.targets if "score" in target and self.plan.subject(target) in ("body", "office")]
        total = sum(self.full(target) for target in mine if "heading" not in target)
        for key, heading in self.plan.headings.items():
            under = [target for target in mine if str(target.get("heading")) == key]
            points = sum(self.most(target) or self.full(target) if "cap" in heading else self.full(target) for target in under)
            open_ended = any(self.most(target) is None for target in under)
            total += (hundredths(heading["cap"]) if open_ended else min(points, hundredths(heading["cap"]))) if under and "cap" in heading else points
        return int(total)

    @staticmethod
    def full(target):
        """Full marks; of a norm without any, what the norm is worth."""
        norm = target["score"].get("points", 0) if isinstance(target["score"], dict) and "around" in target["score"] else 0
        return hundredths(target.get("points", norm))

    def most(self, target):
        """The most a target can earn; nothing where there is no end to it."""
        score = target["score"]
        if "points" in target or not isinstance(score, dict) and score != "by-hand":
            return self.full(target)
        if only_deducts(score):
            return 0
        if isinstance(score, dict) and "each" in score and "times" in score and not isinstance(score["each"], list):
            each = score["each"]
            return hundredths(max(each.values()) if isinstance(each, dict) else each) * score["times"]
        return None

    @staticmethod
    def owner(subject):
        return "unit" if subject[0] in ("group", "sector") else subject[0]

    def state(self, target, subject, measured, points):
        over = self.as_of >= self.plan.last
        if not self.is_asked(target, subject):
            measured.parts = []
            return "not-due"
        if target.get("mark") == "by-hand":
            mark = self.ledger.marks.get((self.plan.id, target["id"]))
            return "missed" if over and mark is None else "not-due" if mark is None else "met" if mark else "missed"
        by_requirements = target.get("score") in (None, "pro-rata", "when-met") or "bands" in target["score"]
        if measured.parts or by_requirements and "require" in target:
            return measured.state
        if isinstance(target.get("score"), dict) and "around" in target["score"]:
            acts = self.acts(target["acts"], target, subject)
            count = len(self.new_people(acts) if target["acts"].get("distinct") == "member" else acts)
            self.requirements.begun = self.requirements.office_from(subject)
            return self.requirements.count_state(count, target["score"]["around"], self.plan.first, self.plan.last)
        if target.get("score") == "by-hand" and target.get("start") == "full":
            lost = points < hundredths(target["points"])
            return ("missed" if over else "behind") if lost else "met" if over else "on-track"
        if only_deducts(target.get("score")):
            lost = points < (hundredths(target["points"]) if target.get("start") == "full" else 0)
            return ("missed" if over else "behind") if lost else "met" if over else "on-track"
        if points is not None and points > 0:
            return "met" if over or "points" in target and points >= hundredths(target["points"]) else "on-track"
        return "missed" if over else "not-due"

    # Grades

    def graded(self, subjects):
        found = {}
        for grade in self.plan.grades:
            fitting = [s for s in subjects if s not in found and self.totals[s][0] >= hundredths(grade["from"]) and all(self.holds(c, s) for c in grade.get("require", []))]
            if "first" in grade:
                places = self.places(grade["first"], len(subjects), lambda share: max(1, rounded(share)))
                fitting = [s for s in fitting if 1 + sum(self.totals[o][0] > self.totals[s][0] for o in subjects) <= places]
            if "at-most" in grade:
                places = self.places(grade["at-most"], len(subjects), floor)
                fitting = [s for s in fitting if sum(self.totals[o][0] >= self.totals[s][0] for o in fitting) <= places]
            for subject in fitting:
                found.setdefault(subject, self.title(grade))
        return found

    @staticmethod
    def title(grade):
        return grade["title"]["zh"] if isinstance(grade["title"], dict) else grade["title"]

    @staticmethod
    def places(value, number, rule):
        return value if isinstance(value, int) else rule(part(value) * number)

    def holds(self, condition, subject):
        if "one-of" in condition:
            return any(self.holds(one, subject) for one in condition["one-of"])
        mine = self.of_subject.get(subject, {})
        for code in ("met", "earned", "points"):
            if code in condition:
                named = [str(one) for one in condition[code]] if isinstance(condition[code], list) else [str(condition[code])]
                keys = list(mine) if named == ["any"] else named
                if code == "points":
                    value = sum(self.totals[subject][2][key] if key in self.totals[subject][2] else mine.get(key) or 0 for key in keys)
                    return value >= hundredths(condition["at-least"])
                if code == "met":
                    return sum((subject, k) in self.measures and self.measures[subject, k].state == "met" for k in keys) >= condition["at-least"]
                return sum((mine.get(k) or 0) > 0 for k in keys) >= condition["at-least"]
        target = {"id": None, "for": subject[0], "require": [condition]}
        return self.requirements.target(target, subject, is_grade=True).holds

    # Earlier years

    def years(self, is_grade):
        """The plans of the book that end before this one, each as of its last day; and this one once it is over."""
        found = []
        for key, versions in self.ledger.plans.items():
            other = Plan(versions[-1][2])
            if other.last < self.plan.last and other.id != self.plan.id:
                if key not in self.earlier:
                    self.earlier[key] = Assessment(self.entries, key, other.last)
                    self.earlier[key].result = self.earlier[key].figures()
                found.append(self.earlier[key])
        if not is_grade and not self.is_own_year and self.as_of >= self.plan.last:
            if None not in self.earlier:
                self.earlier[None] = Assessment(self.entries, self.plan.id, self.as_of, is_own_year=True)
                self.earlier[None].result = self.earlier[None].figures()
            found.append(self.earlier[None])
        return found
