"""Random plans and histories together: of one seed always the same."""
import copy
import random
from datetime import date, timedelta

import yaml

from .random_history import commands, meeting_results, splits
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
        extra = random.Random(seed + 1000003)       # of its own: what a seed made before stays
        self.amend(extra, begin, end)
        self.rules(extra, begin)
        for command in meeting_results(extra, first, end, self.commands) + splits(extra, end, self.commands):
            self.put(command)
        self.days = [begin + timedelta(rng.randint(20, length - 1)), end]

    def amend(self, rng, begin, end):
        """Sometimes changes the last plan in mid-year, and sometimes once more."""
        if rng.random() >= 0.4:
            return
        on = begin + timedelta(rng.randint(30, (end - begin).days - 30))
        plan = self.amended(rng, self.plans[-1], on, begin, end, 90)
        again = random.Random(self.seed + 2000003)      # of its own: what a seed made before stays
        if again.random() < 0.5:
            self.amended(again, plan, on + timedelta(again.randint(1, (end - on).days)), begin, end, 95)

    def amended(self, rng, plan, on, begin, end, number):
        """The plan as it reads from a day on; new targets are numbered from `number`."""
        plan = copy.deepcopy(plan)
        grouped = {key for group in plan.get("once", []) for key in group["targets"]}
        named = str(plan.get("grades", ""))
        for target in list(plan["targets"]):
            if rng.random() < 0.15 and target["id"] not in grouped and f"'{target['id']}'" not in named:
                plan["targets"].remove(target)
            elif rng.random() < 0.4:
                self.change(rng, target)
        kind = Plans(rng, plan["plan"], begin, end)
        plan["targets"] += [one for one in (kind.target(number + n) for n in range(rng.randint(0, 2))) if one.get("score") != {"deduct": {}}]
        if "once" in plan and rng.random() < 0.3:
            del plan["once"]
        for heading in plan.get("headings", []):
            if rng.random() < 0.4 and heading.get("start") != "full":
                heading["cap"] = rng.randint(5, 40)
        command = {"command": "plan.amend", "occurred": str(on), "plan": plan["plan"], "from": str(on), "text": written(plan), "reason": "修订"}
        if rng.random() < 0.25:
            command["wholeYear"] = True
        self.put(command)
        return plan

    @staticmethod
    def change(rng, target):
        score = target.get("score")
        if isinstance(score, dict) and isinstance(score.get("each"), (int, float)):
            score["each"] = rng.randint(1, 12)
        for name in ("award", "deduct"):
            if isinstance(score, dict) and name in score:
                score[name] = {key: rng.randint(1, 5) for key in score[name]}
        if "points" in target and not (isinstance(score, dict) and "bands" in score):
            target["points"] = rng.randint(3, 30)
        if target.get("require") and isinstance(target["require"][0].get("at-least"), int) and "at-most" not in target["require"][0]:
            target["require"][0]["at-least"] += rng.randint(0, 2)

    def rules(self, rng, begin):
        """Sometimes says from how many of the half-days a member counts as present."""
        if rng.random() < 0.3:
            self.put({"command": "rules.adopt", "occurred": str(begin), "rules": "R1", "title": "规则", "presentPercent": rng.choice([50, 60, 75, 100])})

    def put(self, command):
        """Into the history, before what is of a later day."""
        at = next((n for n, one in enumerate(self.commands) if one["occurred"] > command["occurred"]), len(self.commands))
        self.commands.insert(at, command)

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
