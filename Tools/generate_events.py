#!/usr/bin/env python3
"""Makes what follows from the event schemas: the Swift payloads, the commands' schemas, and the names of their fields.

    python3 Tools/generate_events.py            writes what is out of date
    python3 Tools/generate_events.py --check    writes nothing; tells what is out of date, and fails if something is

The JSON Schema of an event is the one description of it, because the published contract is what outlives the program;
and the Swift that is made of it is as fast as what one would write by hand, which a table of key paths read at run time
is not. Made are `Sources/Domain/<folder>/<folder>Events.generated.swift`, `Schemas/commands/<name>.schema.json` and
`Sources/Wording/CommandFields.generated.swift`. Written by hand, in the concept's file, is what a schema cannot say:
`fault` where `x-check` asks for it, `takeNumber` for what is numbered, `upcast` of an earlier version. `fact.corrected`
and `fact.voided`, whose payload is another event, have no `x-swift` and are written by hand, with their commands.

Annotations, which validators pass over:
  of an event  x-swift     folder and name of the payload: "Attendance/CheckedIn"
               x-about     the properties with the subjects it concerns; the first is whose history it belongs to
               x-owner     the property whose subject's key seals the personal texts
               x-check     there are rules beyond the schema: `var fault: JSONError.Kind?` is asked
               x-command   the command that records it (of the newest version): its name, title and description;
                           numbered: the property that the book fills in where it is left out; members: `members` may
                           be given for one event each; reason: a reason is required; optional: what the event requires
                           and the command does not; descriptions: of fields, where they differ; conditions: if they do
  of a property  x-title-zh   its title in Chinese
               x-swift     the Swift type of an enumeration (one with a dot is declared elsewhere), of an object, or of a
                           plain string
               x-name      the Swift property, where it is not called as in JSON
               x-words     what words of an enumeration mean, for the documentation
               x-optional  of a list: left out is something else than empty
               x-plain     the definition of a sealed text while it is plain; else it is any text
               x-sealed-as the name under which a text is sealed, where it is not the property's
"""
import json, sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent / "Generator"))
from commands import command_schema, field_texts, pretty  # noqa: E402
from fields import Event, fields_of  # noqa: E402
from payloads import Concept, object_within  # noqa: E402

ROOT = Path(__file__).resolve().parent.parent
SCHEMAS = ROOT / "Schemas"
COMMANDS_BY_HAND = ("fact.correct", "fact.void")
HEAD = "// Made by Tools/generate_events.py from Schemas/events: change the schemas, and make it again."
IMPORTS = "// These names are the storage format: see Payload.\npublic import CanonicalJSON\npublic import EventLog\n"


def made():
    """Every file that is made, by its path, with its text."""
    events = [Event(path) for path in sorted(SCHEMAS.glob("events/*/v*.schema.json"))]
    events = [event for event in events if event.is_generated]
    files = {
        ROOT / f"Sources/Domain/{folder}/{folder}Events.generated.swift": "\n".join([HEAD, IMPORTS, *lines])
        for folder, lines in payloads(events).items()}
    commands = {event.command["name"]: command_schema(event) for event in events if event.is_current}
    files |= {command_path(name): pretty(schema) + "\n" for name, schema in commands.items()}
    envelope = json.loads((SCHEMAS / "common.schema.json").read_text("utf-8"))["$defs"]["envelope"]
    by_hand = {name: json.loads(command_path(name).read_text("utf-8")) for name in COMMANDS_BY_HAND}
    texts = field_texts({"": envelope, **commands, **by_hand})
    return files | {ROOT / "Sources/Wording/CommandFields.generated.swift": "\n".join([HEAD, "", *texts])}


def payloads(events):
    """Swift by folder. An object that several events have is declared with the first."""
    folders, objects = {}, {}
    for name in dict.fromkeys(event.concept for event in events):
        concept = Concept(name, [event for event in events if event.concept == name])
        lines = folders.setdefault(concept.folder, [])
        lines += concept.swift()
        for field in (inner for event in concept.events for field in event.fields for inner in objects_within(field)):
            text = object_within(field)
            if field.type not in objects:
                objects[field.type] = text
                lines += text
            elif objects[field.type][1:] != text[1:]:
                sys.exit(f"{field.type} is two different objects")
    return folders


def objects_within(field):
    """A field that is an object, and those that are objects within it."""
    if not field.nested:
        return []
    return [field, *(found for inner in fields_of(field.nested) for found in objects_within(inner))]


def command_path(name):
    return SCHEMAS / f"commands/{name}.schema.json"


def main():
    if sys.argv[1:] not in ([], ["--check"]):
        sys.exit(__doc__)
    is_check = bool(sys.argv[1:])
    files = made()
    present = {*ROOT.glob("Sources/**/*.generated.swift"), *SCHEMAS.glob("commands/*.schema.json")}
    needless = present - files.keys() - set(map(command_path, COMMANDS_BY_HAND))
    stale = [path for path, text in files.items() if path not in present or path.read_text("utf-8") != text]
    for path in sorted([*stale, *needless]):
        state = "belongs to no event" if path in needless else "is out of date" if is_check else "is made"
        print(path.relative_to(ROOT), state, file=sys.stderr)
    if is_check:
        sys.exit(1 if stale or needless else 0)
    for path in stale:
        path.parent.mkdir(exist_ok=True)
        path.write_text(files[path], "utf-8")
    for path in needless:
        path.unlink()


if __name__ == "__main__":
    main()
