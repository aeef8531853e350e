#!/usr/bin/env python3
"""Asks every view for JSON and compares the answers in both languages, which are the same bytes.

    python3 Tools/check_views.py MINUTEBOOK BOOKS ANSWERS

MINUTEBOOK is the program, BOOKS the folder where `demo` made its books, with those of two schemes from the field. Each answer goes to ANSWERS/BOOK/NUMBER/VIEW.json,
where check_schemas.py --views finds it.
"""
import json, subprocess, sys
from pathlib import Path

SCHEMAS = Path(__file__).resolve().parent.parent / "Schemas" / "views"

# AA gives points to members, DCP has a year from July to June. P1 has proposals, suggestions, donations, visits and time limits, each with its whole life.
BOOKS = ["P1", "P4", "P6", "P7", "AA", "DCP"]

# By view, the commands that ask it. In braces: the ids that another view lists, as VIEW.MEMBER, or VIEW.LIST.MEMBER where the
# list is part of the answer; the first few are asked for.
QUESTIONS = {
    "activities": ["activity list"],
    "activity": ["activity show {activities.activity}"],
    "agenda": ["agenda list", "agenda list --activity {activities.activity}"],
    "speeches": ["speech list"],
    "notice": ["notice show {activities.activity}"],
    "notice-answers": ["notice answers {activities.activity}"],
    "minutes": ["minutes show {activities.activity}"],
    "minutes-draft": ["minutes make {activities.activity}"],
    "attachments": ["attachment list"],
    "explain": ["explain {status.targets.id}", "explain {activities.activity}", "explain {members.member}",
        "explain total", "explain heading:提案", "explain grade:Distinguished"],
    "member": ["member file {members.member}", "member file {members.member} --as-of 2012-06-30"],
    "members": ["member list"],
    "plan": ["plan show {status.plan}"],
    "readings": ["personal-data readings", "personal-data readings {members.member}"],
    "appeals": ["appeal list"],
    "ranking": ["ranking", "ranking --as-of 2019-06-30"],
    "risk": ["risk", "risk --as-of 2024-09-30"],
    "register": ["attendance register", "attendance register --as-of 2019-06-30"],
    "rules": ["rules show"],
    "search": ["search 学习", "search {members.member}"],
    "sign-in-sheet": ["activity sheet {activities.activity}"],
    "live": ["attendance show {activities.activity}", "attendance show {activities.activity} --without-names"],
    "proposal": ["proposal show {proposals.proposal}"],
    "proposals": ["proposal list"],
    "suggestions": ["suggestion list"],
    "donations": ["donation list"],
    "funds": ["fund list"],
    "visits": ["visit list"],
    "works": ["work list"],
    "commendations": ["commendation list"],
    "ballots": ["ballot list"],
    "ballot": ["ballot show {ballots.ballot}"],
    "ballot-rules": ["ballot rules"],
    "decisions": ["decision list"],
    "petitions": ["petition list"],
    "duty-roster": ["petition roster"],
    "duty-reports": ["duty-report list"],
    "visits-due": ["visit due", "visit due --months 2 --as-of 2026-06-30"],
    "audit": ["audit member:{members.member}", "audit activity:{activities.activity}"],
    "calendar": ["calendar", "calendar --month 5", "calendar --as-of 2019-06-30"],
    "diff": ["diff --from 40", "diff --from 30 --to 90 --as-of 2019-06-30"],
    "due": ["due", "due --all", "due --all --as-of 2026-06-30"],
    "status": ["status", "status --as-of 2012-06-30"],
}
IDS_MAX = 4

# The exit status where a book does not have what is asked for, such as rules.
NOT_THERE = 66


def ask(program, book, words, language):
    line = [program, *words, "--json", "--lang", language, "--book", book]
    result = subprocess.run(line, capture_output=True)
    if result.returncode == NOT_THERE:
        return None
    if result.returncode:
        sys.exit(f"{' '.join(line)}: {result.stderr.decode()}")
    return result.stdout


def questions(asked, answers):
    """The commands that ask a view, with the ids of this book."""
    for question in QUESTIONS[asked]:
        before, brace, rest = question.partition("{")
        if not brace:
            yield question.split()
            continue
        path, _, after = rest.partition("}")
        view, *lists, key = path.split(".")
        rows = answers[view]
        for name in lists:
            rows = rows[name]
        for row in rows[:IDS_MAX] if isinstance(rows, list) else [rows]:
            yield (before + row[key] + after).split()


def main():
    program, books, folder = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    views = {path.name.removesuffix(".schema.json") for path in SCHEMAS.iterdir()}
    if views != QUESTIONS.keys():
        sys.exit(f"not asked, or without a schema: {sorted(views ^ QUESTIONS.keys())}")
    count, errors, answered = 0, 0, set()
    for book in BOOKS:
        answers = {}
        # Lists first, as the others name what is in them.
        for view in sorted(views, key=lambda view: any("{" in question for question in QUESTIONS[view])):
            for number, words in enumerate(questions(view, answers)):
                chinese, english = (ask(program, books / f"{book}.db", words, language) for language in ("zh", "en"))
                if chinese is None or english is None:
                    continue
                count += 1
                answered.add(view)
                if chinese != english:
                    errors += 1
                    print(f"{book} {' '.join(words)}: not the same in both languages", file=sys.stderr)
                file = folder / book / str(number) / f"{view}.json"
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(english)
                answers.setdefault(view, json.loads(english))
    for view in sorted(views - answered):
        errors += 1
        print(f"{view}: no book has an answer", file=sys.stderr)
    print(f"{count} answers of {len(views)} views, {errors} errors")
    sys.exit(1 if errors else 0)


if __name__ == "__main__":
    main()
