#!/usr/bin/env python3
"""Compares what the program says of the recorded years in seeds/ with the figures derived by hand. Needs PyYAML.

    python3 Tools/check_years.py MINUTEBOOK FOLDER      MINUTEBOOK is the program, FOLDER where `demo` made its books

For each seeds/years/PLAN.expected.yaml, on each of its dates: each target's state, what was reached of each requirement,
points, each member's state where members are assessed; the calendar and what fulfils it; the activities beside it; every
time limit, and the share of them that was kept.
"""
import json, subprocess, sys
from pathlib import Path

import yaml

YEARS = Path(__file__).resolve().parent.parent / "seeds" / "years"


# What the expected figures call the states of a time limit.
STATES = {"done-in-time": "in time", "done-late": "late"}


def answer(program, book, figures, *question):
    arguments = [program, *question, "--json", "--book", book, "--as-of", str(figures["as-of"])]
    if "at" in figures:
        arguments += ["--at", str(figures["at"])]
    return json.loads(subprocess.run(arguments, check=True, capture_output=True).stdout)


def reached(part):
    fraction = part.get("fraction")
    return f"{fraction[0]} of {fraction[1]}" if fraction else str(part["actual"])


def target_figures(target):
    """What the expected figures say of a target; lists of nothing are left out on both sides."""
    is_for_members = bool(target["members"])
    figures = {
        "id": target["id"], "state": target["state"], "points": target["points"],
        "actual": [] if is_for_members else [reached(part) for part in target["parts"]],
        "members": {member["member"]: member["state"] for member in target["members"]},
    }
    return {key: value for key, value in figures.items() if value not in (None, [], {})}


def differences(actual, expected):
    wanted = [{key: value for key, value in target.items() if value not in (None, [], {})} for target in expected["targets"]]
    found = [target_figures(target) for target in actual["targets"]]
    if [target["id"] for target in found] != [target["id"] for target in wanted]:
        yield "targets", [target["id"] for target in found], [target["id"] for target in wanted]
    for one, other in zip(found, wanted):
        if one != other:
            yield f"target {one['id']}", one, other
    if "points" in expected and actual["total"]["points"] != expected["points"]:
        yield "total", actual["total"]["points"], expected["points"]
    if "calendar" in expected:
        items = {
            item["id"]: {"state": item["state"]} | ({"by": item["fulfilledBy"]} if item["fulfilledBy"] else {})
            for item in actual["calendar"]
        }
        for key in items.keys() | expected["calendar"].keys():
            if items.get(key) != expected["calendar"].get(key):
                yield f"calendar {key}", items.get(key), expected["calendar"].get(key)
    if "unplanned" in expected and actual["unplanned"] != expected["unplanned"]:
        yield "unplanned", actual["unplanned"], expected["unplanned"]


def deadline_differences(actual, expected):
    """Every limit is expected, and none beside them; of one day, in any order."""
    keys = {"of": "subject", "step": "step", "who": "who", "from": "from", "due": "due", "done": "done", "state": "state"}
    found = [{key: limit[name] for key, name in keys.items()} | {"state": STATES.get(limit["state"], limit["state"])} for limit in actual["deadlines"]]
    wanted = [{key: value if value is None else str(value) for key, value in limit.items()} for limit in expected["deadlines"]]
    for limit in found:
        if limit not in wanted:
            yield "deadline", limit, "not expected"
    for limit in wanted:
        if limit not in found:
            yield "deadline", "missing", limit
    rates = {rate["step"]: f"{rate['inTime']} of {rate['of']}" for rate in actual["rates"]}
    if rates != expected["rates"]:
        yield "rates", rates, expected["rates"]


def main(program, folder):
    faults = figures_checked = 0
    files = sorted(YEARS.glob("*.expected.yaml"))
    for file in files:
        expected = yaml.safe_load(file.read_text("utf-8"))
        for figures in expected["figures"]:
            book = f"{folder}/{expected['plan']}.db"
            found_differences = list(differences(answer(program, book, figures, "status"), figures))
            if "deadlines" in figures:
                found_differences += deadline_differences(answer(program, book, figures, "due", "--all"), figures)
            figures_checked += sum(len(figures.get(part, [])) for part in ("targets", "calendar", "deadlines", "rates"))
            for what, found, wanted in found_differences:
                faults += 1
                print(f"{file.name}, {figures['as-of']}: {what}: {found}, by hand {wanted}", file=sys.stderr)
    print(f"{figures_checked} figures of {len(files)} recorded years compared with those derived by hand: {faults} differ")
    return 1 if faults or not files else 0


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1], sys.argv[2]))
