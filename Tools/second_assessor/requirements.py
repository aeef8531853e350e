"""What was reached of what is asked for, and where that stands."""
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import timedelta
from fractions import Fraction
from math import floor

from . import days
from .absences import Absences
from .plan import MEASURES, part, word

PER = {"month": 1, "quarter": 3, "half-year": 6}


def together(states):
    """The state of several: the worst; some met and some not due are on track."""
    for state in ("missed", "behind", "on-track"):
        if state in states:
            return state
    if not states:
        return "not-due"
    if all(state == "met" for state in states):
        return "met"
    return "on-track" if "met" in states else "not-due"


@dataclass
class Measured:
    required: int = None
    actual: int = None
    share: Fraction = Fraction(0)
    met: bool = False
    state: str = "not-due"
    parts: list = field(default_factory=list)
    holds: bool = False        # as things stand on the day: what a grade asks for

    def __post_init__(self):
        self.holds = self.holds or self.met


def half_up(value):
    return floor(value + Fraction(1, 2))


class Requirements(Absences):
    def __init__(self, assessment):
        self.a = assessment
        self.begun = assessment.plan.first      # the pace of who took office in the year is counted from that day
        self.ledger, self.plan, self.facts, self.as_of = assessment.ledger, assessment.plan, assessment.facts, assessment.as_of

    def target(self, target, subject, is_grade=False):
        asked = [r for r in target.get("require", []) if "within" not in r or days.when(r["within"], self.plan.first, self.plan.last)[1] >= self.office_from(subject)]
        parts = [self.one(r, target, subject, is_grade) for r in asked]
        if not parts:
            return Measured(met="require" not in target)
        single = parts[0] if len(parts) == 1 else None
        return Measured(single.required if single else len(parts), single.actual if single else sum(p.met for p in parts),
                        min(p.share for p in parts),
                        all(p.met for p in parts), together([p.state for p in parts]), parts, all(p.holds for p in parts))

    # Where something stands

    def elapsed(self, first, last):
        return Fraction((min(self.as_of, last) - first).days + 1, (last - first).days + 1)

    def count_state(self, actual, required, first, last):
        if actual >= required:
            return "met"
        if self.as_of >= last:
            return "missed"
        if self.as_of < first:
            return "not-due"
        first = max(first, self.begun)
        expected = floor(required * self.elapsed(first, last))
        if actual < expected:
            return "behind"
        return "on-track" if actual > 0 or expected > 0 else "not-due"

    def share_state(self, share, met, first, last):
        if met:
            return "met"
        if self.as_of >= last:
            return "missed"
        return "not-due" if self.as_of < first else "behind" if share < self.elapsed(first, last) else "on-track"

    def limit_state(self, actual, most, last):
        return "missed" if actual > most else "met" if self.as_of >= last else "on-track"

    # One requirement

    def one(self, r, target, subject, is_grade):
        first, last = self.plan.first, self.plan.last
        if "within" in r:
            first, last = days.when(r["within"], first, last)
            first = max(first, self.plan.first)
        since = self.since(r, subject, first)
        self.begun = since if "over" in r else max(first, self.office_from(subject))
        for name in MEASURES:
            if name in r:
                return getattr(self, name.replace("-", "_"))(r, target, subject, first, last, since, is_grade)
        selector = {k: v for k, v in r.items() if k not in ("title", "at-least", "at-most", "sum", "per", "every", "within", "in-office", "over", "more-than")}
        if "every" in r:
            return self.every(r, selector, target, subject)
        if r.get("per") == "member":
            return self.per_member(r, selector, target, first, last)
        if r.get("per") == "place":
            reached = [self.amount(r, selector | {"place": place}, target, subject, since, last) for place in self.plan.places]
            return self.of_each(r, reached, first, last)
        if "per" in r:
            return self.per_part(r, selector, target, subject)
        return self.compared(r, self.amount(r, selector, target, subject, since, last), since, last)

    def since(self, r, subject, first):
        over = str(r.get("over", ""))
        if over == "term":
            terms = [t for t in self.ledger.members[subject[1]].terms if t[0] <= self.as_of]
            running = [t for t in terms if self.as_of <= t[1]]
            return min(running)[0] if running else max(terms)[0]
        return days.plus_months(self.plan.first, -12 * (int(over.split()[0]) - 1)) if over else first

    def amount(self, r, selector, target, subject, first, last):
        acts = self.a.acts(selector, target, subject, first, last)
        if selector.get("distinct") == "member":
            return len(self.a.new_people(acts))
        if "sum" in r:
            return sum(quantities.get(word(r["sum"]), 0) for _, _, quantities in acts)
        return len(acts)

    def compared(self, r, actual, first, last):
        unit = 100 if "sum" in r else 1
        if "at-least" in r:
            required = int(Fraction(r["at-least"]) * unit)
            return Measured(required, actual, Fraction(actual, required), actual >= required, self.count_state(actual, required, first, last))
        most = int(Fraction(r["at-most"]) * unit)
        return Measured(most, actual, Fraction(actual <= most), actual <= most and self.as_of >= last, self.limit_state(actual, most, last), holds=actual <= most)

    def of_each(self, r, reached, first, last):
        least = int(Fraction(r["at-least"]) * (100 if "sum" in r else 1))
        number = sum(one >= least for one in reached)
        if not reached:
            return Measured(0, 0, Fraction(0), False, "not-due")
        return Measured(len(reached), number, Fraction(number, len(reached)), number == len(reached), self.count_state(number, len(reached), first, last))

    def per_member(self, r, selector, target, first, last):
        counts = []
        for key in self.ledger.in_office(self.as_of):
            count = self.amount(r, selector, {"for": "member", "id": None}, ("member", key), first, last)
            if "in-office" in r:
                months = int(str(r["in-office"]).split()[0])
                term = [max(t[0], self.plan.first) for t in self.ledger.members[key].terms if t[0] <= self.as_of <= t[1]][0]
                until = [min(t[1], self.plan.last) for t in self.ledger.members[key].terms if t[0] <= self.as_of <= t[1]][0]
                if days.plus_months(term, months) > until + timedelta(1):
                    continue
            counts.append(count)
        return self.of_each(r, counts, first, last)

    def served(self, subject):
        """The days of the plan on which a member is in office, terms that follow one another as one; of others all of them."""
        if subject[0] != "member":
            return [(self.plan.first, self.plan.last)]
        found = []
        for first, last in sorted(self.ledger.members[subject[1]].terms):
            first, last = max(first, self.plan.first), min(last, self.plan.last)
            if first <= last and found and first <= found[-1][1] + timedelta(1):
                found[-1] = (found[-1][0], max(last, found[-1][1]))
            elif first <= last:
                found.append((first, last))
        return found

    def office_from(self, subject):
        """The day from which a member can be asked: the first one in office of the plan's days."""
        return self.served(subject)[0][0]

    def per_part(self, r, selector, target, subject):
        served = self.served(subject)
        asked = [(f, l) for f, l in days.parts(self.plan.first, self.plan.last, PER[r["per"]]) if any(f <= to and begin <= l for begin, to in served)]
        least = int(Fraction(r["at-least"]) * (100 if "sum" in r else 1))
        reached = [self.amount(r, selector, target, subject, f, l) >= least for f, l in asked]
        number = sum(reached)
        over = [ok for ok, (f, l) in zip(reached, asked) if l <= self.as_of]
        state = "met" if all(reached) else "missed" if not all(over) else "on-track" if number or over else "not-due"
        return Measured(len(asked), number, Fraction(number, len(asked)), number == len(asked), state)

    def every(self, r, selector, target, subject):
        months = int(str(r["every"]).split()[0])
        kept, on = True, [act.day for act, _, _ in self.a.acts(selector, target, subject)]
        for first, last in self.served(subject):
            due = days.plus_months(first - timedelta(1), months)
            for day in (day for day in on if first <= day <= last):
                kept = kept and day <= due
                due = days.plus_months(day, months)
            kept = kept and due > min(last, self.as_of)
        number = len(on)
        over = self.as_of >= self.plan.last
        state = "missed" if not kept else "met" if over else "on-track" if number else "not-due"
        return Measured(None, number, Fraction(kept and (over or number > 0)), kept and over, state, holds=kept)

    # Shares and money

    def people(self, subject, target):
        """Members in office on the day, of a group or sector where one is asked."""
        return [m for m in self.ledger.in_office(self.as_of) if subject[0] not in ("group", "sector") or self.ledger.members[m].holds(subject[0], [subject[1]], self.as_of)]

    def fraction(self, r, over, under, first, last, scale=10000):
        least, exceeded = (part(r["more-than"]), True) if "more-than" in r else (part(r["at-least"]), False)
        value = Fraction(over, under) if under else Fraction(0)
        met = bool(under) and (value > least if exceeded else value >= least)
        share = value / least if not exceeded else Fraction(over, floor(least * under) + 1)
        return Measured(half_up(least * scale), half_up(value * scale) if under else None, share, met, self.share_state(share, met, first, last))

    def ratio(self, r, target, subject, first, last, since, is_grade):
        acts = self.a.acts({"count": r["ratio"]}, target, subject, first, last)
        return self.fraction(r, len(acts), len(self.people(subject, target)), first, last)

    def turnout(self, r, target, subject, first, last, since, is_grade):
        present = countable = 0
        for activity in self.a.meetings(r, since, last, "turnout"):
            for member in self.a.attending(target, subject, activity):
                state = self.ledger.state(activity, member)
                countable += state is not None
                present += state == "present"
        measured = self.fraction(r, present, countable, first, last)
        if self.as_of < last:                    # it may still rise and fall
            measured.state = "not-due" if not countable else "on-track" if measured.met else "behind"
            measured.met = False            # but a grade may have it as it stands
        return measured

    def average(self, r, target, subject, first, last, since, is_grade):
        given = sum(rec.amount for rec in self.ledger.records.values() if rec.source == "donations" and rec.kind != "brought-in" and first <= rec.day <= min(last, self.as_of)
                    and (subject[0] == "body" or any(self.a.belongs(target, subject, m, rec.day) for m in rec.people)))
        people = len(self.people(subject, target))
        least = Fraction(str(r["at-least"]).split("元")[0].strip()) * 100
        value = Fraction(given, people) if people else Fraction(0)
        met = bool(people) and value >= least
        return Measured(int(least), half_up(value) if people else None, value / least, met, self.share_state(value / least, met, first, last))

    def spent(self, r, target, subject, first, last, since, is_grade):
        money = [rec for rec in self.ledger.records.values() if rec.source == "donations" and rec.kind == "brought-in" and rec.day <= min(last, self.as_of)]
        purposes = {rec.purpose for rec in money if rec.day >= first}
        used = received = 0
        for purpose in purposes:
            came_in = sum(rec.amount for rec in money if rec.purpose == purpose)
            received += came_in
            used += min(came_in, sum(amount for of, amount, on in self.ledger.spent if of == purpose and on <= min(last, self.as_of)))
        return self.fraction(r, used, received, first, last)

    def membership(self, r, target, subject, first, last, since, is_grade):
        def number(on):
            return sum(member.in_office(on) for member in self.ledger.members.values())
        on = min(self.as_of, last)
        actual = number(on) - (number(first) if r["membership"] == "growth" else 0)
        required = r.get("at-least", r.get("at-most"))
        met = actual >= required if "at-least" in r else actual <= required
        over = self.as_of >= last
        state = ("met" if met else "missed") if over else "on-track" if met else "behind"
        return Measured(required, actual, max(Fraction(0), Fraction(actual, required)) if required else Fraction(met), met and over, state, holds=met)

    def one_of(self, r, target, subject, first, last, since, is_grade):
        ways = [self.one(way, target, subject, is_grade) for way in r["one-of"]]
        return max(ways, key=lambda way: (way.holds if is_grade else way.met, way.share))

    # Years

    def counted_years(self, r, since, is_grade, fits):
        years = [year for year in self.a.years(is_grade) if year.plan.first >= since and fits(year)]
        return len(years)

    def grade(self, r, target, subject, first, last, since, is_grade):
        titles = [str(one) for one in (r["grade"] if isinstance(r["grade"], list) else [r["grade"]])]
        actual = self.counted_years(r, since, is_grade, lambda year: year.result["members"].get(subject[1], {}).get("grade") in titles)
        return self.year_limit(r, actual, first, last)

    def missed(self, r, target, subject, first, last, since, is_grade):
        def fits(year):
            return year.result["targets"].get(str(r["missed"]), {}).get(subject[1], {}).get("state") == "missed"
        return self.year_limit(r, self.counted_years(r, since, is_grade, fits), first, last)

    def year_limit(self, r, actual, first, last):
        return self.compared(r, actual, first, last)
