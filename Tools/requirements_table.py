#!/usr/bin/env python3
"""The rows of the source plans against the plan files that encode them, seeds/requirements.md, and the rows of published
schemes as they are encoded, Tests/AssessmentTests/Field/README.md. Needs PyYAML.

    python3 Tools/requirements_table.py                 writes them
    python3 Tools/requirements_table.py --check         checks that they are up to date

Either way it fails where a row is neither cited by a target or calendar item nor has an `elsewhere` that says where it is
held, and where a plan file cites a row that there is not, or another plan's.
"""
import sys
from pathlib import Path

import yaml

REPOSITORY = Path(__file__).resolve().parent.parent
SEEDS = REPOSITORY / "seeds"
TABLE = SEEDS / "requirements.md"
HEAD = """# The source plans, row by row

What each row of the eight plans asks for, and what encodes it. Made by `Tools/requirements_table.py` from
`requirements.yaml` and what the plan files cite.

| row | what it asks for | targets | calendar | held elsewhere, or why there is no target |
|---|---|---|---|---|
"""

SCHEMES = REPOSITORY / "Tests" / "AssessmentTests" / "Field"
SCHEMES_HEAD = """# Published schemes, row by row

How each row of seven published schemes is encoded. Made by `Tools/requirements_table.py` from the plan files beside it; their
comments name the source. A year of each is in `*.ndjson`, and what the paper gives for it in `FieldSchemeTests.swift`.
"""


def rule(target):
    """A target without what it is called, as it stands in the plan."""
    kept = {key: value for key, value in target.items() if key not in ("id", "title", "heading", "interpretation")}
    flow = yaml.safe_dump(kept, allow_unicode=True, default_flow_style=True, sort_keys=False, width=10_000)
    return flow.strip().removeprefix("{").removesuffix("}")


def zh(title):
    return title["zh"] if isinstance(title, dict) else str(title)


def schemes():
    """The table of the published schemes."""
    text = SCHEMES_HEAD
    for file in sorted(SCHEMES.glob("*.yaml")):
        plan = yaml.safe_load(file.read_text("utf-8"))
        text += f"\n## {plan['plan']}: {zh(plan['title'])}\n\n| row | on the paper | heading | encoded as |\n|---|---|---|---|\n"
        for heading in plan.get("headings") or []:
            text += table_row(f"{heading['id']}", zh(heading["title"]), "", rule(heading))
        for target in plan["targets"]:
            text += table_row(str(target["id"]), zh(target["title"]), str(target.get("heading", "")), rule(target))
        for grade in plan.get("grades") or []:
            text += table_row("", zh(grade["title"]), "", rule(grade))
    return text


def table_row(id, title, heading, encoded):
    cells = [id, title, heading, f"`{encoded}`"]
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |\n"


def citations(faults, rows):
    """Row to ids of targets and of calendar items."""
    cited = {row: {"targets": [], "calendar": []} for row in rows}
    for file in sorted(SEEDS.glob("plans/*.yaml")):
        plan = yaml.safe_load(file.read_text("utf-8"))
        for part in ("targets", "calendar"):
            for item in plan.get(part) or []:
                for row in item.get("cites", []):
                    if row not in rows or not row.startswith(f"{plan['plan']}."):
                        faults.append(f"{file.name}: {item['id']} cites {row}, which is no row of this plan")
                    else:
                        cited[row][part].append(str(item["id"]))
                if not item.get("cites"):
                    faults.append(f"{file.name}: {item['id']} cites nothing")
    return cited


def main(arguments):
    if arguments not in ([], ["--check"]):
        sys.exit(__doc__)
    faults = []
    rows = yaml.safe_load((SEEDS / "requirements.yaml").read_text("utf-8"))
    cited = citations(faults, rows)
    table = HEAD
    for row, about in rows.items():
        places = cited[row]
        if not (places["targets"] or places["calendar"] or about.get("elsewhere")):
            faults.append(f"{row} is neither cited by a plan file nor held elsewhere")
        cells = [row, about["fact"], "、".join(places["targets"]), "、".join(places["calendar"]), about.get("elsewhere", "")]
        table += "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |\n"
    tables = {TABLE: table, SCHEMES / "README.md": schemes()}
    for place, text in tables.items():
        if arguments and (not place.exists() or place.read_text("utf-8") != text):
            faults.append(f"{place.relative_to(REPOSITORY)} is out of date: run Tools/requirements_table.py")
    for fault in faults:
        print(fault, file=sys.stderr)
    if not faults and not arguments:
        for place, text in tables.items():
            place.write_text(text, "utf-8")
    encoded = sum(1 for row in cited.values() if row["targets"] or row["calendar"])
    print(f"{len(rows)} rows: {encoded} cited by plan files, {len(rows) - encoded} held elsewhere or nothing to hold; {len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
