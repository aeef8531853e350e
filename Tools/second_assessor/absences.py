"""Absences: all of them, in a row, within so many months, and what makes them good."""
from collections import defaultdict

from . import days


class Absences:
    """A part of the requirements."""

    def absences(self, r, target, subject, first, last, since, is_grade):
        by_member = defaultdict(list)
        for activity in self.a.meetings(r, since, last, "absences"):
            for member in self.a.attending(target, subject, activity):
                if state := self.ledger.state(activity, member):
                    by_member[member].append((activity, state))
        actual = 0
        for member, said in by_member.items():
            missed = [activity for activity, state in said if state == "absent"]
            if "made-good" in r:
                missed = self.not_made_good(r, target, subject, member, missed, since, last)
            if r.get("in-any") == "row":
                longest = run = 0
                for activity, state in said:
                    run = run + 1 if activity in missed else 0
                    longest = max(longest, run)
                actual = max(actual, longest)
            elif "in-any" in r:
                months = int(str(r["in-any"]).split()[0])
                actual = max([actual] + [sum(one.day <= b.day < days.plus_months(one.day, months) for b in missed) for one in missed])
            else:
                actual += len(missed)
        return self.compared({k: v for k, v in r.items() if k in ("at-most", "at-least")}, actual, first, last)

    def not_made_good(self, r, target, subject, member, missed, since, last):
        later = [a for a in self.a.meetings({"activities": r["made-good"]}, since, last)
                 if member in self.a.attending(target, subject, a) and self.ledger.state(a, member) == "present"]
        left = list(missed)
        for activity in later:
            earlier = [one for one in left if one.day <= activity.first and one.id != activity.id]
            if earlier:
                left.remove(earlier[0])
        return left
