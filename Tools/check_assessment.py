#!/usr/bin/env python3
"""Compares what the program says of random plans and histories with a second assessor, written from the guide. Needs PyYAML.

    python3 Tools/check_assessment.py MINUTEBOOK [--seeds N] [--from S] [--keep FOLDER] [--books FOLDER]

Of each seed, and of the recorded years among the books of FOLDER (as `demo` makes them) and the schemes of the field: every
target's state, what is required and reached, points; every member's, group's and sector's; the total; grades. A seed that
differs is made as small as it still differs; plan, commands and both figures are kept in the folder named by --keep.
"""
import argparse
import copy
import json
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

from second_assessor.assess import Assessment
from second_assessor.compare import differences
from second_assessor.generate import Case, corrections, written

FIELD = Path(__file__).resolve().parent.parent / "Tests" / "AssessmentTests" / "Field"
FIELD_DAYS = {"DCP": ("2024-12-31", "2025-06-30")}


class Program:
    def __init__(self, path):
        self.path = path

    def run(self, *arguments, text=None, check=True):
        result = subprocess.run([self.path, *map(str, arguments)], input=text, capture_output=True, text=True)
        if check and result.returncode:
            raise RuntimeError(f"{' '.join(map(str, arguments))}: {result.stderr or result.stdout}")
        return result

    def status(self, book, day, plan):
        return json.loads(self.run("status", "--book", book, "--as-of", day, "--plan", plan, "--json").stdout)

    def entries(self, book):
        return [json.loads(line) for line in self.run("log", "export", "--book", book).stdout.splitlines()]

    def make(self, folder, plans, commands):
        """A book with these plans and commands, and the result of each command."""
        book = Path(folder) / "book.db"
        self.run("book", "open", book, "--name", "甲")
        for number, (text, day) in enumerate(plans):
            file = Path(folder) / f"plan{number}.yaml"
            file.write_text(text, "utf-8")
            self.run("plan", "adopt", file, "--occurred", day, "--book", book)
        return book, self.record(book, commands)

    def record(self, book, commands):
        lines = "".join(json.dumps(command, ensure_ascii=False) + "\n" for command in commands)
        results = self.run("record", "-", "--book", book, text=lines, check=False).stdout.splitlines()
        return [json.loads(line) for line in results]


def compared(program, case):
    """What differs in a case: (day, plan, path, program's, ours)."""
    with tempfile.TemporaryDirectory() as folder:
        plans = [(written(plan), case.adopted_on(plan)) for plan in case.plans]
        book, results = program.make(folder, plans, case.commands)
        results += program.record(book, corrections(case.seed, results, case.commands))
        case.refused = [result for result in results if not result["ok"]]
        entries = program.entries(book)
        found = []
        for day in case.days:
            for plan in case.plans[-1:]:
                program_says = program.status(book, day, plan["plan"])
                found += [(day, plan["plan"], *one) for one in differences(program_says, Assessment(entries, plan["plan"], day).figures())]
        return found


def smaller(program, case, difference):
    """The case without what the difference does not need."""
    wanted = difference[2]

    def still(other):
        try:
            return any(one[2] == wanted for one in compared(program, other))
        except (RuntimeError, LookupError, ValueError):
            return False

    case.days = [difference[0]]
    for plan in case.plans:
        for key in ("grades", "once", "headings", "base", "floor"):
            if key in plan:
                other = copy.deepcopy(case)
                changed = next(p for p in other.plans if p["plan"] == plan["plan"])
                del changed[key]
                if key == "headings":
                    for target in changed["targets"]:
                        target.pop("heading", None)
                if still(other):
                    case.plans, plan = other.plans, changed
    for number in range(len(case.plans)):
        for target in list(case.plans[number]["targets"]):
            other = copy.deepcopy(case)
            other.plans[number]["targets"] = [t for t in case.plans[number]["targets"] if t["id"] != target["id"]]
            if still(other):
                case = other
    if len(case.plans) > 1:
        other = copy.deepcopy(case)
        other.plans = other.plans[1:]
        case = other if still(other) else case
    size = max(1, len(case.commands) // 2)
    while size:
        start = 0
        while start < len(case.commands):
            other = copy.deepcopy(case)
            del other.commands[start:start + size]
            if still(other):
                case = other
            else:
                start += size
        size //= 2
    return case


def keep(folder, seed, program, case):
    """Writes a small case that differs, and what differs in it."""
    place = Path(folder) / f"seed-{seed}"
    place.mkdir(parents=True, exist_ok=True)
    for plan in case.plans:
        (place / f"{plan['plan']}.yaml").write_text(written(plan), "utf-8")
    (place / "commands.ndjson").write_text("".join(json.dumps(c, ensure_ascii=False) + "\n" for c in case.commands), "utf-8")
    lines = [f"{day} {plan} {path}: the program {theirs}, the second assessor {ours}" for day, plan, path, theirs, ours in compared(program, case)]
    (place / "difference.txt").write_text("\n".join(lines) + "\n", "utf-8")
    return lines


def recorded_years(program, folder):
    """The books that `demo` made, on four days of their year."""
    for book in sorted(Path(folder).glob("P?.db")):
        entries = program.entries(book)
        for month in ("03-10", "06-30", "09-14", "12-31"):
            plan = next(e["data"] for e in entries if e["type"] == "plan.adopted")
            day = f"{plan['year'] if 'year' in plan else plan['text'].split('year: ')[1][:4]}-{month}"
            for one in differences(program.status(book, day, plan["plan"]), Assessment(entries, plan["plan"], date.fromisoformat(day)).figures()):
                yield (book.name, day, *one)


def schemes(program):
    """The schemes of the field, on two days of their year."""
    for file in sorted(FIELD.glob("*.yaml")):
        with tempfile.TemporaryDirectory() as folder:
            commands = [json.loads(line) for line in file.with_suffix(".ndjson").read_text("utf-8").splitlines()]
            book, _ = program.make(folder, [(file.read_text("utf-8"), "2024-01-01")], commands)
            entries = program.entries(book)
            for day in FIELD_DAYS.get(file.stem, ("2024-06-30", "2024-12-31")):
                for one in differences(program.status(book, day, file.stem), Assessment(entries, file.stem, date.fromisoformat(day)).figures()):
                    yield (file.stem, day, *one)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("--seeds", type=int, default=10)
    parser.add_argument("--from", type=int, default=1, dest="first")
    parser.add_argument("--keep")
    parser.add_argument("--books")
    options = parser.parse_args()
    program = Program(options.program)
    different = 0
    for found in [*schemes(program), *(recorded_years(program, options.books) if options.books else [])]:
        different += 1
        print(*found[:3], "the program:", found[3], "the second assessor:", found[4], file=sys.stderr)
    differing = []

    def one(seed):
        case = Case(seed)
        return seed, case, compared(program, case)

    with ThreadPoolExecutor(2) as pool:
        for seed, case, found in pool.map(one, range(options.first, options.first + options.seeds)):
            if found:
                different += len(found)
                differing.append((seed, case, found))
                for day, plan, path, theirs, ours in found[:8]:
                    print(f"seed {seed}, {day}, {plan}{path}: the program {theirs}, the second assessor {ours}", file=sys.stderr)
    if options.keep and differing:
        seed, case, found = min(differing, key=lambda one: len(one[1].commands))
        print(*keep(options.keep, seed, program, smaller(program, case, found[0])), sep="\n", file=sys.stderr)
    print(f"{options.seeds} random plans and histories, and the recorded ones, assessed twice: {len(differing)} differ, in {different} figures")
    return 1 if different else 0


if __name__ == "__main__":
    sys.exit(main())
