"""Random plans and histories together: of one seed always the same."""
import random
from datetime import date, timedelta

import yaml

from .random_history import commands
from .random_plan import Plans


class Case:
    """What a seed makes: plans in the order of their years, and one history over all of them."""

    def __init__(self, seed):
        rng = random.Random(seed)
        starts = rng.choice([(1, 1), (1, 1), (1, 1), (7, 1)])
        year = rng.choice([2023, 2024])
        begin = date(year, *starts)
        end = date(year + 1, *starts) - timedelta(1)
        self.plans = []
        first = begin
        if rng.random() < 0.4:
            first = date(year - 1, *starts)
            self.plans.append(Plans(rng, "Y1", first, begin - timedelta(1)).make(rng.randint(3, 6)))
        earlier = [t["id"] for t in self.plans[0]["targets"] if t.get("for") == "member"] if self.plans else []
        self.plans.append(Plans(rng, "Y2", begin, end, earlier).make(rng.randint(8, 16)))
        self.seed = seed
        self.targets = [(plan["plan"], target) for plan in self.plans for target in plan["targets"]]
        self.commands = commands(rng, first, end, self.targets, {plan["plan"]: date.fromisoformat(self.adopted_on(plan)) for plan in self.plans})
        length = (end - begin).days
        self.days = [begin + timedelta(rng.randint(20, length - 1)), end]

    def adopted_on(self, plan):
        return str(plan.get("period", f"{plan.get('year')}-01-01"))[:10]


VOIDED = ("visit.record", "donation.receive", "work.file", "commendation.record", "points.award", "attendance.check-in", "suggestion.adopt", "proposal.accept", "proposal.co-sign")
CORRECTED = {"visit.record": {"area": "东村"}, "work.file": {"title": "甲改"}, "suggestion.submit": {"title": "乙改"}, "attendance.check-in": {"late": True},
             "commendation.record": {"level": "city"}, "activity.close": {"participants": 9}}


def corrections(seed, results, commands):
    """Voids and corrections of some of what was recorded: they are known on every day that is asked about."""
    rng = random.Random(seed)
    found = []
    for result, command in zip(results, commands):
        if result["ok"] and len(result["positions"]) == 1 and rng.random() < 0.04:
            change = {"occurred": command["occurred"], "corrects": result["positions"][0], "reason": "更正"}
            if command["command"] in CORRECTED and rng.random() < 0.6:
                found.append({"command": "fact.correct", "set": CORRECTED[command["command"]]} | change)
            elif command["command"] in VOIDED:
                found.append({"command": "fact.void"} | change)
    return found


class Plain(yaml.SafeDumper):
    """Writes what is said twice twice: plans have no aliases."""

    def ignore_aliases(self, data):
        return True


def written(plan):
    return yaml.dump(plan, Dumper=Plain, allow_unicode=True, sort_keys=False, width=160)
