"""What a target gives: by acts and meetings, by hand, by what was reached; where an act counts once, under its cap."""
from fractions import Fraction

from .amended import is_by_act
from .plan import hundredths, part
from .score import act_lines, meeting_points, rounded, shared


class Points:
    """A part of an assessment."""

    def lines(self, target, subject, first=None, last=None):
        """(act or nothing, points) of what is scored by acts, before any cap."""
        score = target.get("score")
        if not isinstance(score, dict) or "bands" in score:
            return []
        first, last = first or self.plan.first, last or self.plan.last
        if "award" in score or "deduct" in score:
            return [(activity, meeting_points(score, self.ledger, activity, member))
                    for activity in self.meetings(target["acts"], first, last) for member in self.attending(target, subject, activity)]
        acts = self.acts(target["acts"], target, subject, first, last)
        if target["acts"].get("distinct") == "member":
            acts = self.new_people(acts)
        if "around" in score:
            return [(None, hundredths(score["points"]) + hundredths(score["each"]) * (len(acts) - score["around"]))]
        if "share" in score and (subject[0] in ("group", "sector") or self.plan.subject(target) == "office"):
            return [(act, self.share_of_several(target, score, subject, act)) for act, _, _ in acts]
        return act_lines(score, acts, subject[0] == "member")

    def share_of_several(self, target, score, subject, act):
        """Their shares together; all of it where a group or sector filed it under its own name."""
        if subject[1] in act.owners:
            return hundredths(score["share"])
        return sum(shared(score, act, act.parts[m], True) for m in act.parts if self.belongs(target, subject, m, act.first))

    @staticmethod
    def new_people(acts):
        seen, found = set(), []
        for act, played, quantities in acts:
            for member in act.parts:
                if member not in seen:
                    seen.add(member)
                    found.append((act, played, quantities))
        return found

    def by_hand(self, target, subject):
        """(day, points) of what a person gave or took."""
        def is_theirs(award):
            return all(award[kind] == (subject[1] if subject[0] == kind else None) for kind in ("member", "group", "sector"))
        return [(award["day"], award["points"]) for award in self.ledger.awards
                   if award["plan"] == self.plan.id and award["target"] == target["id"] and is_theirs(award) and award["day"] <= min(self.as_of, self.until or self.as_of)
                and self.plan.first <= award["day"] and (award["day"] <= self.plan.last or award["appeal"] is not None)]

    def once_lines(self, target, subject):
        """The lines of a target, without what counts under another one of its group."""
        group = next((group for group in self.plan.once if target["id"] in map(str, group["targets"])), None)
        if group is None:
            return self.lines(target, subject)
        if self.kept is not None:
            acts = [one for one in self.acts(target["acts"], target, subject) if one[0].root not in self.taken(target["id"], subject)]
            return act_lines(target["score"], acts, subject[0] == "member")
        targets = [self.plan.target(key) for key in group["targets"]]
        if group.get("counts", "better") == "first":
            return self.first_counted(targets, subject)[target["id"]]
        return self.better_counted(targets, subject)[target["id"]]

    def first_counted(self, targets, subject):
        taken, found = set(), {}
        for target in targets:
            acts = [one for one in self.acts(target["acts"], target, subject) if one[0].root not in taken]
            found[target["id"]] = act_lines(target["score"], acts, subject[0] == "member")
            taken |= {act.root for act, points in found[target["id"]] if points > 0}
        return found

    def better_counted(self, targets, subject):
        """Each act where it earns most; what is not among the best of `times` falls to the next."""
        barred = {target["id"]: set() for target in targets}
        while True:
            offers = {}
            for number, target in enumerate(targets):
                acts = [one for one in self.acts(target["acts"], target, subject) if one[0].key not in barred[target["id"]]]
                without_times = {k: v for k, v in target["score"].items() if k != "times"}
                for act, points in act_lines(without_times, acts, subject[0] == "member"):
                    offers.setdefault(act.root, {}).setdefault(number, []).append((act, points))
            found = {target["id"]: [] for target in targets}
            for offer in offers.values():
                number = max(offer, key=lambda one: (sum(points for _, points in offer[one]), -one))
                found[targets[number]["id"]] += offer[number]
            beyond = False
            for target in targets:
                lines = sorted(found[target["id"]], key=lambda line: (-line[1], line[0].order))
                for act, _ in lines[target["score"].get("times", len(lines)):]:
                    barred[target["id"]].add(act.key)
                    beyond = True
            if not beyond:
                return found

    def points(self, target, subject, measured):
        """Hundredths, rounded once; nothing where the target gives none."""
        score = target.get("score")
        if score is None:
            return None
        if not self.is_asked(target, subject):
            return 0
        full = hundredths(target.get("points", 0))
        by_hand = self.by_hand(target, subject)
        points = Fraction(sum(given for _, given in by_hand))
        if score == "pro-rata":
            points += full * min(Fraction(1), measured.share)
        elif score == "when-met":
            points += full if measured.met else 0
        elif isinstance(score, dict) and "bands" in score:
            points += self.band(score["bands"], measured.share)
        elif self.kept is None or not is_by_act(target):
            points += sum(line[1] for line in self.once_lines(target, subject))
        if target.get("start") == "full":
            points += full
        if self.kept is not None:
            return self.with_kept(target, subject, points, self.scored(target, subject) if is_by_act(target) else [])
        return self.finished(target, points)

    def scored(self, target, subject):
        """(day, points) of all that earns or loses points by itself; of an amended plan, what was since."""
        return self.by_hand(target, subject) + [(act.day, points) for act, points in self.once_lines(target, subject)]

    def finished(self, target, points):
        """Hundredths, under cap and floor, rounded once."""
        full = hundredths(target.get("points", 0))
        points = self.capped(target, points)
        # What is not all is not rounded up to full marks.
        return rounded(points) - ("points" in target and points < full <= rounded(points))

    @staticmethod
    def band(bands, share):
        """The most of the bands that the share comes to."""
        fitting = [hundredths(b["points"]) for b in bands if (share >= part(b["from"]) if "from" in b else share > part(b["more-than"]))]
        return max(fitting, default=Fraction(0))

    @staticmethod
    def capped(target, points):
        if "points" in target:
            points = min(points, hundredths(target["points"]))
        floor_at = hundredths(target["floor"]) if "floor" in target else Fraction(0) if target.get("start") == "full" else None
        return points if floor_at is None else max(points, floor_at)
