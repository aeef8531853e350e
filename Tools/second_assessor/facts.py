"""What counts: the acts that a selector finds, and whose they are."""
from dataclasses import dataclass, field
from datetime import date

from .ledger import LEVELS, FAR
from .plan import SOURCES, bound, several, word

STAGES = ("accepted", "handed-over", "supervised", "answered", "handled", "appraised", "closed")
RECORDS = ("proposals", "suggestions", "works", "donations", "visits")


@dataclass
class Act:
    key: str                                    # what it is, as kind:id
    day: date
    parts: dict                                 # member: "lead" or "other"
    quantities: dict = field(default_factory=dict)   # of the body
    of_members: dict = field(default_factory=dict)   # member: quantities
    honours: dict = field(default_factory=dict)      # adopted, instructed, sent-up, commended: levels
    root: str = ""
    owners: tuple = ()                          # names of groups or sectors whose own it is
    joined: tuple = ()                          # names of those that filed what was merged into it
    invited: tuple = None
    place: str = None
    first: date = None                          # of several days: what whoever did it held on that day decides

    def __post_init__(self):
        self.first = self.first or self.day

    @property
    def order(self):
        return (self.day, self.key.partition(":")[2])


def rank(level):
    return LEVELS.index(level) if level in LEVELS else -1


def reaches(levels, wanted):
    """Whether levels that were come to are what is asked for."""
    if wanted == "none":
        return not levels
    return bool(levels) if wanted == "any" else any(rank(level) >= rank(wanted) for level in levels)


class Facts:
    def __init__(self, ledger):
        self.ledger = ledger
        self.commended = {}
        for record in ledger.records.values():
            if record.source == "commendations" and record.origin:
                self.commended.setdefault(record.origin, []).append(record.level)
        self.found = {}

    def honours(self, key, record):
        said = {kind: [level for level, _ in record.honours.get(kind, [])] for kind in ("adopted", "instructed", "sent-up")}
        return said | {"commended": [record.level] if record.source == "commendations" else self.commended.get(key, [])}

    def root(self, key):
        """What an act came from first: a suggestion from a proposal, a commendation from what was commended."""
        record = self.ledger.records.get(key)
        return self.root(record.origin) if record and record.origin else key

    def acts(self, selector):
        """Every act of any day up to the ledger's that a selector finds, each once."""
        name = repr(selector)
        if name not in self.found:
            self.found[name] = {act.key: act for act in self.search(selector)}
        return sorted(self.found[name].values(), key=lambda act: act.order)

    def search(self, selector):
        if "either" in selector:
            for branch in selector["either"]:
                yield from self.search(branch)
        elif "count" in selector:
            for source in several(selector["count"]):
                yield from self.search({source: "any"})
        else:
            source = next(source for source in SOURCES if source in selector)
            kinds = several(selector[source])
            search = {"activities": self.held, "members": self.members}.get(source)
            yield from search(selector, kinds) if search else self.recorded(source, selector, kinds)

    def held(self, selector, kinds):
        for activity in self.ledger.activities.values():
            if not self.ledger.took_place(activity) or not self.meeting_fits(activity, selector, kinds):
                continue
            present = self.ledger.present(activity)
            if "attendance" in selector:
                least, exceeded = bound(selector["attendance"])
                countable = [m for m in self.ledger.members if self.ledger.countable(activity, m) and self.ledger.state(activity, m)]
                if not countable or not (len(present) > least * len(countable) if exceeded else len(present) >= least * len(countable)):
                    continue
            if not set(several(selector.get("with", []))) <= activity.papers:
                continue
            fixed = {"time": activity.exact, "place": activity.place, "content": activity.content, "responsible": activity.responsible}
            if not all(fixed[one] for one in several(selector.get("particulars", []))):
                continue
            if "participants" in selector and (len(present) if activity.participants is None else activity.participants) < selector["participants"]:
                continue
            key = "activity:" + activity.id
            honours = {"commended": self.commended.get(key, [])}
            if "commended" in selector and not reaches(honours["commended"], selector["commended"]):
                continue
            own = activity.scheduled | activity.closed
            said = {m: activity.attendance[m]["quantities"] for m in present}
            summed = {}
            for of in {of for one in said.values() for of in one}:
                summed[of] = sum(said[m].get(of, 0) for m in present)
            yield Act(key, activity.day, {m: "other" for m in present}, summed | own,
                      {m: own | said[m] for m in present}, honours, key,
                      (activity.responsible,) if activity.responsible else (), place=activity.place, first=activity.first,
                      invited=None if activity.invited is None else tuple(activity.invited))

    def meeting_fits(self, activity, selector, kinds):
        return (("any" in kinds or word(activity.kind) in kinds)
                and (activity.level or "") == selector.get("level", "")
                and ("place" not in selector or activity.place == str(selector["place"]))
                and str(selector.get("titled", "")) in activity.title)

    def recorded(self, source, selector, kinds):
        merged = {}
        for record in self.ledger.records.values():
            if record.into:
                merged.setdefault(self.last(record), []).append(record)
        for key, record in self.ledger.records.items():
            if record.source != source or not ("any" in kinds or word(record.kind) in kinds):
                continue
            stage = selector.get("reached")
            if stage != "filed" and (record.into or record.withdrawn or record.is_split) or stage in STAGES and stage not in record.reached:
                continue
            if str(selector.get("titled", "")) not in (record.title or "") or "marked" in selector and selector["marked"] not in record.marks:
                continue
            if not self.said_of(record, selector):
                continue
            if "came-from" in selector and (record.origin is not None) != (selector["came-from"] == "proposal"):
                continue
            if "place" in selector and record.area != str(selector["place"]):
                continue
            honours = self.honours(key, record)
            if any(name in selector and not reaches(honours[name], selector[name]) for name in honours):
                continue
            parts, joined = {}, []
            for one in [record] + (merged.get(key, []) if stage != "filed" else []):
                if one is not record and one.body:
                    joined.append(one.body)
                for member in one.people if source != "ballots" or selector.get("appraises") == "member" else []:
                    parts.setdefault(member, "other" if parts or one is not record else "lead")
            yield Act(key, record.day, parts, record.quantities, {m: record.quantities for m in parts}, honours, self.root(key),
                      (record.body,) if record.body else (), joined=tuple(joined), place=record.area)

    def said_of(self, record, selector):
        """What is asked of commendations, and of what a meeting did."""
        if "kind" in selector and record.sort != word(selector["kind"]):
            return False
        if "at" in selector:
            activity = self.ledger.activities.get(record.at)
            kinds = several(selector["at"])
            if not activity or not ("any" in kinds or word(activity.kind) in kinds):
                return False
        if record.source == "ballots":
            if record.count is None or "appraises" in selector and selector["appraises"] not in record.papers:
                return False
            return "result" not in selector or selector["result"] in self.ledger.results(record)
        return True

    def last(self, record):
        """The key of the proposal that a merged one went into in the end."""
        key = record.into
        while self.ledger.records[key].into:
            key = self.ledger.records[key].into
        return key

    def members(self, selector, kinds):
        for key, member in self.ledger.members.items():
            joined = min(first for first, _ in member.terms)
            left = max(last for _, last in member.terms)
            if "any" in kinds or "joined" in kinds:
                if joined <= self.ledger.as_of:
                    yield Act("member:" + key, joined, {key: "lead"}, root="member:" + key)
            if "left" in kinds and left != FAR and left <= self.ledger.as_of:
                yield Act("member-left:" + key, left, {key: "lead"}, root="member:" + key)
