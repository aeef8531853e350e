"""What acts and meetings earn: exact points, in hundredths, one line each."""
from fractions import Fraction
from math import floor

from .facts import rank
from .plan import hundredths, part, word


def rounded(points):
    return floor(points + Fraction(1, 2))


def by_part(points, played):
    """Points that are one figure, or one for each part."""
    if isinstance(points, dict):
        return hundredths(points.get(played, 0))
    return hundredths(points)


def only_deducts(score):
    """Whether nothing at a meeting earns more than it loses."""
    if not isinstance(score, dict) or not ("award" in score or "deduct" in score):
        return False
    award, deduct = score.get("award", {}), score.get("deduct", {})
    return all(points <= deduct.get(what, 0) for what, points in award.items() if what != "half-day") and award.get("half-day", 0) <= 0


def act_lines(score, acts, is_member):
    """(act, points) of each act that earns something. `acts` are (act, part, quantities) in order."""
    if "each" in score and "sum" in score:
        return summed(score, acts)
    if "each" in score:
        steps = score["each"] if isinstance(score["each"], list) else [{"from": score.get("from", 1), "points": score["each"]}]
        lines, number = [], 0
        for act, played, _ in acts:
            if not any(by_part(step["points"], played) > 0 for step in steps):
                continue
            number += 1
            points = [by_part(step["points"], played) for step in steps if step["from"] <= number]
            lines.append((act, points[-1] if points else Fraction(0)))
    elif "share" in score:
        lines = [(act, shared(score, act, played, is_member)) for act, played, _ in acts]
    elif "level" in score:
        lines = [(act, by_level(score, act)) for act, _, _ in acts]
    lines = [(act, points) for act, points in lines if points != 0]
    if "times" in score:
        lines = sorted(lines, key=lambda line: -line[1])[:score["times"]]
    return lines


def summed(score, acts):
    of, each = word(score["sum"]), hundredths(score["each"])
    amounts = [(act, Fraction(quantities.get(of, 0), 100)) for act, _, quantities in acts if quantities.get(of, 0)]
    if "per-full" in score:
        full = floor(sum(amount for _, amount in amounts) / Fraction(score["per-full"]))
        return [(amounts[-1][0], each * full)] if full else []
    return [(act, each * amount / Fraction(score.get("per", 1))) for act, amount in amounts]


def shared(score, act, played, is_member):
    points, others = hundredths(score["share"]), sum(one != "lead" for one in act.parts.values())
    if not is_member or len(act.parts) == 1 or not others:
        return points
    lead = part(score.get("lead", "50%"))
    return points * lead if played == "lead" else points * (1 - lead) / others


def by_level(score, act):
    of = score.get("of", "commended" if act.key.startswith("commendation:") else "adopted")
    reached = [rank(level) for kind in (of if isinstance(of, list) else [of]) for level in act.honours.get(kind, [])]
    highest = max(reached, default=-1)
    fitting = [(rank(level), hundredths(points)) for level, points in score["level"].items() if rank(level) <= highest]
    return max(fitting, default=(0, Fraction(0)))[1]


def meeting_points(score, ledger, activity, member):
    """What one member earns or loses by one meeting."""
    award, deduct = score.get("award", {}), score.get("deduct", {})
    state, said = ledger.state(activity, member), activity.attendance.get(member, {})
    whole = activity.half_days
    points = Fraction(0)
    if state == "present":
        there = whole if said["half_days"] is None else said["half_days"]
        present = hundredths(award.get("present", 0))
        if score.get("by") == "half-days":
            present = present * there / whole if whole else present
        points += present
        if whole:
            points += hundredths(award.get("half-day", 0)) * there - hundredths(deduct.get("half-day", 0)) * (whole - there)
        if said["late"]:
            points -= hundredths(deduct.get("late", 0))
        if said["early"]:
            points -= hundredths(deduct.get("left-early", 0))
    elif state == "leave":
        points += hundredths(award.get("leave", 0)) - hundredths(deduct.get("leave", 0))
    elif state == "absent":
        if "absent" in deduct:
            points -= hundredths(deduct["absent"])
        elif whole:
            points -= hundredths(deduct.get("half-day", 0)) * whole
    return points
