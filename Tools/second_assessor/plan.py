"""A plan file as data: numbers exact, its days known, requirements in order."""
from datetime import date
from fractions import Fraction

import yaml

from .days import span

WORDS = {
    "个人": "individual", "联名": "joint", "集体": "collective", "意见建议": "suggestion", "社情民意": "social-opinion", "代表建议": "deputy-suggestion",
    "捐款": "money", "捐物": "goods", "引进资金": "brought-in", "学习": "study", "培训": "training", "会议": "meeting", "调研": "research", "视察": "inspection",
    "全会": "plenary", "主席团会议": "presidium", "表彰": "honour", "典型": "model", "户": "household", "小时": "hour", "天": "day", "学分": "credit", "人": "person", "份": "copy",
}
SOURCES = ("activities", "proposals", "suggestions", "works", "donations", "visits", "commendations", "members", "speeches", "ballots", "decisions", "petitions")
MEASURES = ("ratio", "turnout", "absences", "membership", "one-of", "spent", "average", "grade", "missed")


class Exact(yaml.SafeLoader):
    """Reads decimals exactly."""


Exact.add_constructor("tag:yaml.org,2002:float", lambda loader, node: Fraction(loader.construct_scalar(node)))
Exact.add_constructor("tag:yaml.org,2002:timestamp", lambda loader, node: loader.construct_scalar(node))


class Plan:
    def __init__(self, text):
        self.data = yaml.load(text, Loader=Exact)
        self.id = self.data["plan"]
        if "period" in self.data:
            self.first, self.last = span(self.data["period"])
        else:
            self.first, self.last = date(self.data["year"], 1, 1), date(self.data["year"], 12, 31)
        self.targets = self.data.get("targets", [])
        for target in self.targets:
            target["id"] = str(target["id"])
        self.headings = {str(heading["id"]): heading for heading in self.data.get("headings", [])}
        self.grades = self.data.get("grades", [])
        self.once = self.data.get("once", [])
        self.places = [str(place) for place in self.data.get("places", [])]

    def target(self, key):
        return next((target for target in self.targets if target["id"] == str(key)), None)

    def subject(self, target):
        """Whom a target assesses: body, member, group, sector, or the holders of a role together."""
        kind = target.get("for", "body")
        return "office" if kind == "office-holder" or (kind == "body" and "role" in target) else kind

    def gives_members_points(self):
        return any(self.subject(target) == "member" and "score" in target for target in self.targets)


def several(value):
    """A name, or a list of them, as a list."""
    return [word(one) for one in (value if isinstance(value, list) else [value])]


def word(text):
    return WORDS.get(str(text), str(text))


def who(target):
    """What a member has to be for a target, by kind."""
    asked = dict(target.get("who", {}))
    if "role" in target and target.get("for") == "member":
        asked["role"] = target["role"]
    return asked


def part(value):
    """A percentage, or a fraction."""
    text = str(value)
    return Fraction(text[:-1]) / 100 if text.endswith("%") else Fraction(text)


def bound(value):
    """The least part that is enough, and whether it has to be exceeded."""
    return (part(value["more-than"]), True) if isinstance(value, dict) else (part(value), False)


def hundredths(value):
    return Fraction(value) * 100
