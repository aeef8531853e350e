"""What was earned under the version of a plan that an amendment replaced, before the amendment's first day."""
from datetime import timedelta
from fractions import Fraction

from .plan import hundredths
from .score import act_lines, rounded


def is_by_act(target):
    """Whether each act earns its points by itself, or a person gives them."""
    score = target.get("score")
    if score == "by-hand":
        return True
    return isinstance(score, dict) and not {"bands", "around", "times", "per-full"} & set(score)


class Amended:
    """A part of an assessment: the earlier version, where what it gave stays."""

    def find_earlier(self, versions, number):
        """The earlier version as of its last day, and its acts up to that day by what has become of them since."""
        self.before = self.kept = self.kept_acts = None
        first_day, whole_year, _ = versions[number]
        if first_day is None or whole_year or first_day <= self.plan.first:
            return
        self.before = first_day - timedelta(1)
        self.kept = self.another(self.before)
        self.kept.result = self.kept.figures()
        self.kept_acts = self.another(self.as_of, until=self.before)
        self.kept_acts.result = self.kept_acts.figures()

    def kept_points(self, target, subject):
        """What a target of the earlier version had earned, or nothing where it had no points."""
        old = self.kept.plan.target(target["id"])
        if old is None or "score" not in old:
            return None
        source = self.kept_acts if is_by_act(old) else self.kept
        return source.of_subject.get(subject, {}).get(target["id"])

    def with_kept(self, target, subject, points, lines):
        """Hundredths of a target, with what had been earned. `points` are the amended plan's alone, `lines` theirs."""
        kept = self.kept_points(target, subject)
        if not is_by_act(target):
            points = self.finished(target, points)
            return points if kept is None else max(points, kept)
        since = sum(p for day, p in lines if day > self.before)
        if kept is None:
            start = hundredths(target["points"]) if target.get("start") == "full" else 0
            return self.finished(target, start + since)
        old = self.kept.plan.target(target["id"])
        if is_by_act(old):
            kept = self.kept_left(old, subject, kept)
        full = dict(target)
        if "points" in target:
            full["points"] = max(Fraction(target["points"]), kept / 100)
        if "floor" in target or target.get("start") == "full":
            full["floor"] = min(Fraction(target.get("floor", 0)), kept / 100)
        return rounded(self.capped(full, kept + since))

    def kept_left(self, old, subject, kept):
        """The exact points of the earlier version, without what now counts for another target."""
        exact = sum(points for _, points in self.kept_acts.scored(old, subject))
        start = hundredths(old["points"]) if old.get("start") == "full" else 0
        taken = sum(p for act, p in self.kept_acts.once_lines(old, subject) if getattr(act, "root", None) in self.taken(old["id"], subject))
        limited = rounded(self.capped(old, start + exact - taken)) if taken else kept
        return start + exact - taken if rounded(start + exact - taken) == limited else Fraction(limited)

    # Counted once

    def taken(self, key, subject):
        """Roots of acts that count for another target of the group."""
        group = next((group for group in self.plan.once if key in map(str, group["targets"])), None)
        if group is None:
            return set()
        name = (tuple(map(str, group["targets"])), subject)
        if name not in self.settled:
            self.settled[name] = self.settle(group, subject)
        return self.settled[name][key]

    def claims(self, target, subject, taken):
        """(root, points, whether it had counted before) of what earns under a target."""
        acts = [one for one in self.acts(target["acts"], target, subject) if one[0].root not in taken]
        lines = act_lines(target["score"], acts, subject[0] == "member")
        if not is_by_act(target):
            return [(act.root, points, False) for act, points in lines]
        found = [(act.root, points, False) for act, points in lines if act.day > self.before]
        old = self.kept.plan.target(target["id"])
        if old is not None and isinstance(old.get("score"), dict) and is_by_act(old) and "acts" in old:
            found += [(act.root, points, True) for act, points in self.kept_acts.once_lines(old, subject)
                      if act is not None and act.root not in taken and act.day <= self.before]
        return found

    def settle(self, group, subject):
        targets = [self.plan.target(key) for key in group["targets"]]
        taken = {target["id"]: set() for target in targets}
        while True:
            offers = {}
            for target in targets:
                for root, points, had in self.claims(target, subject, taken[target["id"]]):
                    if points > 0:
                        claim = offers.setdefault(root, {}).setdefault(target["id"], [Fraction(0), False])
                        claim[0] += points
                        claim[1] = claim[1] or had
            changed = False
            for root, claims in offers.items():
                for key in self.losers(claims, group.get("counts", "better")):
                    taken[key].add(root)
                    changed = True
            if not changed:
                return taken

    @staticmethod
    def losers(claims, rule):
        old = [key for key in claims if claims[key][1]]
        since = [key for key in claims if not claims[key][1]]
        best = since[0] if since else None
        if rule == "better":
            for key in since:
                best = key if claims[key][0] > claims[best][0] else best
        if not old:
            return [key for key in since if key != best]
        if rule == "better" and best is not None and claims[best][0] > sum(claims[key][0] for key in old):
            return [key for key in claims if key != best]
        return since

    # Dropped targets

    def dropped(self):
        """(target, figure, points by subject, states by subject) of targets that the amendment dropped and that had earned something."""
        if self.kept is None:
            return
        for old in [*self.kept.plan.targets, *getattr(self.kept, "dropped_targets", [])]:
            key = old["id"]
            if self.plan.target(key) is not None:
                continue
            source = self.kept_acts if is_by_act(old) else self.kept
            now, then = source.result["targets"].get(key), self.kept.result["targets"].get(key)
            if now is None or then is None:
                continue
            kind = self.plan.subject(old)
            figure = {"of": now["of"], "state": then["state"], "required": None, "actual": None, "points": now["points"]}
            points = {}
            subjects = [("body", None)] if kind in ("body", "office") else self.subjects(kind) if kind == "member" else source.subjects(kind)
            for subject in subjects:
                row = now.get(subject[1]) if subject[1] else now
                points[subject] = row["points"] if row else 0
                if subject[1] and row:
                    figure[subject[1]] = then.get(subject[1], row) | {"points": row["points"]}
                elif subject[1]:
                    figure[subject[1]] = {"state": "not-due", "points": 0, "parts": []}
            if any(points.values()):
                yield old, figure, points
