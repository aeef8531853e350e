#!/usr/bin/env python3
"""Makes what follows from the event schemas: the Swift payloads, the commands' schemas, and the names of their fields.

    python3 Tools/generate_events.py            writes what is out of date
    python3 Tools/generate_events.py --check    writes nothing; tells what is out of date, and fails if something is

The JSON Schema of an event is the one description of it, because the published contract is what outlives the program; and
the Swift that is made of it is as fast as what one would write by hand, which a table of key paths read at run time is not.
Made are `Sources/Domain/<folder>/<folder>Events.generated.swift`, `Schemas/commands/<name>.schema.json` and
`Sources/Wording/CommandFields.generated.swift`. Written by hand, in the concept's file, is what a schema cannot say: `fault`
where `x-check` asks for it, `takeNumber` for what is numbered, `upcast` of an earlier version. `fact.corrected` and
`fact.voided`, whose payload is another event, have no `x-swift` and are written by hand, with their commands.

Annotations, which validators pass over:
  of an event  x-swift     folder and name of the payload: "Attendance/CheckedIn"
               x-about     the properties with the subjects it concerns; the first is whose history it belongs to
               x-owner     the property whose subject's key seals the personal texts
               x-check     there are rules beyond the schema: `var fault: JSONError.Kind?` is asked
               x-command   the command that records it (of the newest version): its name, title and description;
                           numbered: the property that the book fills in where it is left out; members: `members` may be given
                           for one event each; reason: a reason is required; optional: what the event requires and the
                           command does not; descriptions: of fields, where they differ; conditions: if they differ
  of a property  x-title-zh   its title in Chinese
               x-swift     the Swift type of an enumeration (one with a dot is declared elsewhere), an object, or a plain string
               x-name      the Swift property, where it is not called as in JSON
               x-words     what words of an enumeration mean, for the documentation
               x-optional  of a list: left out is something else than empty
               x-plain     the definition of a sealed text while it is plain; else it is any text
               x-sealed-as the name under which a text is sealed, where it is not the property's
"""
import json, sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent / "Generator"))
from fields import (  # noqa: E402
    ANNOTATIONS, COMMON, CONDITIONS, Field, annotations, camel, capital, fields_of, form_list, object_within, pretty, quoted, reading,
    structure)

ROOT = Path(__file__).resolve().parent.parent
SCHEMAS = ROOT / "Schemas"
COMMANDS_BY_HAND = ("fact.correct", "fact.void")
HEAD = """// Made by Tools/generate_events.py from Schemas/events: change the schemas, and make it again.
// These names are the storage format: see Payload.
"""


def spaced(name):
    """`PersonalData` → `personal data`."""
    return "".join(" " + letter.lower() if letter.isupper() else letter for letter in name).strip()


class Event:
    """One version of one event type."""

    def __init__(self, path):
        self.schema = json.loads(path.read_text("utf-8"))
        if unknown := annotations(self.schema) - ANNOTATIONS:
            sys.exit(f"{path}: unknown annotations {', '.join(sorted(unknown))}")
        self.kind, self.version = path.parent.name, int(path.name.split(".")[0][1:])
        self.concept, self.act = self.kind.split(".")
        self.swift = self.schema.get("x-swift")
        if self.swift:
            self.folder, self.type = self.swift.split("/")
            self.command = self.schema.get("x-command")
            try:
                self.fields = fields_of(self.schema)
            except KeyError as missing:
                sys.exit(f"{path}: {missing} is missing, or is nothing that the generator knows")

    @property
    def is_current(self):
        return self.command is not None

    def payload(self):
        doc = f"`{self.kind}`{'' if self.is_current else f', version {self.version}'}: {self.schema['description']}"
        lines = structure(self.type, self.schema, self.fields, doc, "Equatable, Sendable")
        lines += [f"extension {self.type}{': Payload' if self.is_current else ''} {{"]
        lines += [f'    public static let type: StaticString = "{self.kind}"'] if self.is_current else []
        lines += [f"    public static let version: Int64 = {self.version}"]
        personal = [field for field in self.fields if field.personal]
        lines += ["    public static var isPersonal: Bool { true }"] if personal and self.is_current else []
        lines += [f"    /// The kinds of subjects that `{field.swift}` may be."
                  f"\n    static let {field.swift}Kinds = [{', '.join(map(quoted, field.kinds))}]" for field in self.fields if field.kinds]
        lines += ["", *reading(self.schema, self.fields)]
        if not self.is_current:
            return lines[:-1] + ["}", ""]
        lines += ["    public func write(to writer: inout CanonicalWriter) {", *("        " + f.write for f in self.fields), "    }", ""]
        lines += [*self.about(), *(self.personal_walk(personal) if personal else ()), ""]
        required = self.required_of_command()
        return lines + [*form_list("commandFields", self.fields, required), "}", ""]

    def about(self):
        by_name = {field.name: field for field in self.fields}
        parts, literal = [], []
        for expression, is_list in (by_name[name].subjects for name in self.schema["x-about"]):
            if is_list:
                parts += [f"[{', '.join(literal)}]"] * bool(literal) + [expression]
                literal = []
            else:
                literal.append(expression)
        parts += [f"[{', '.join(literal)}]"] * bool(literal)
        return [f"    public var about: [Subject] {{ {' + '.join(parts)} }}"]

    def personal_walk(self, personal):
        owner = next(field for field in self.fields if field.name == self.schema["x-owner"])
        lines = ["", "    public mutating func forEachPersonalText(_ body: (inout PersonalText, PersonalField) throws -> Void) rethrows {"]
        value = owner.swift if owner.type == "Subject" else owner.swift + ".subject"
        lines.append(f"        guard let owner = {value} else {{ return }}" if owner.optional else f"        let owner = {value}")
        for field in personal:
            sealed = quoted(field.schema.get("x-sealed-as", field.name))
            call = f"try body(&{field.swift}{'!' if field.optional else ''}, PersonalField(owner: owner, name: {sealed}))"
            lines.append(f"        if {field.swift} != nil {{ {call} }}" if field.optional else f"        {call}")
        return lines + ["    }"]

    def required_of_command(self):
        """The event's, but for what the book fills in; with `members`, one of both."""
        left_out = {self.command.get("numbered"), "member" if self.command.get("members") else None}
        return [name for name in self.schema["required"] if name not in left_out | set(self.command.get("optional", ()))]

    def command_kind(self):
        options = f', numbered: {quoted(self.command["numbered"])}' if "numbered" in self.command else ""
        options += "".join(f", {option}: true" for key, option in
                           (("members", "takesMembers"), ("reason", "needsReason")) if self.command.get(key))
        return f"        CommandKind({quoted(self.command['name'])}, records: {self.type}.self{options}),"

    def described_in_command(self, name, schema):
        if name == "member" and self.command.get("members"):
            return "Id of the member, where it is one."
        if name == self.command.get("numbered"):
            return schema["description"].removesuffix(".") + "; left out, the book numbers it."
        return schema["description"].replace("; sealed", "; sealed when recorded")

    def command_schema(self):
        command, event = self.command, f"/schemas/events/{self.kind}/v{self.version}#/properties/"
        conditions = command.get("conditions") or {key: self.schema[key] for key in CONDITIONS if key in self.schema}
        properties = {"command": {"title": "Command", "description": "Name of the command.", "const": command["name"]}}
        for name, schema in self.schema["properties"].items():
            field = Field(name, schema, self.schema)
            described = command.get("descriptions", {}).get(name) or self.described_in_command(name, schema)
            reference = (schema.get("x-plain", COMMON + "text") if field.personal
                         else COMMON + "occurredInCommand" if field.type == "Occurrence" else event + name)
            properties[name] = {"title": schema["title"], "x-title-zh": schema["x-title-zh"], "description": described, "$ref": reference}
            if name == "member" and command.get("members"):
                properties["members"] = {
                    "title": "Members", "x-title-zh": "多名委员编号",
                    "description": "Ids of the members, where they are several: one event each, all or nothing.",
                    "type": "array", "items": {"$ref": COMMON + "memberID"}, "minItems": 1}
        schema = {
            "$schema": self.schema["$schema"], "$id": f"https://minutebook.example/schemas/commands/{command['name']}",
            "title": command["title"], "description": f"{command['description']} The event is {self.kind}.",
            "type": "object", "allOf": [{"$ref": COMMON + "envelope"}, *conditions.get("allOf", ())], "properties": properties,
            "required": ["command", *self.required_of_command(), *(["reason"] if command.get("reason") else [])]}
        schema |= {key: value for key, value in conditions.items() if key != "allOf"}
        if command.get("members"):
            schema["oneOf"] = [{"required": ["member"]}, {"required": ["members"]}]
        return schema | {"unevaluatedProperties": False}


class Concept:
    """The events of one concept, such as all of `attendance`."""

    def __init__(self, name, events):
        self.name, self.events = "".join(capital(word) for word in name.split("-")), events
        self.current = [event for event in events if event.is_current]
        self.folder = self.current[0].folder

    def swift(self):
        """A concept with one event type needs no enumeration around it."""
        lines = []
        if len(self.current) > 1:
            lines += self.enumeration()
            holder, kind = f"{self.name}Event", lambda event: f" {{ {self.name}Event.{camel(event.act)}($0) }}"
        else:
            holder, kind = self.current[0].type, lambda event: ""
        lines += [f"extension {holder} {{", "    static let kinds: [EventKind] = ["]
        lines += [f"        EventKind({'' if event.is_current else 'past: '}{event.type}.self){kind(event)}," for event in self.events]
        lines += ["    ]", "", "    static let commands: [CommandKind] = ["]
        lines += [event.command_kind() for event in self.current] + ["    ]", "}", ""]
        for event in self.events:
            lines += event.payload()
        return lines

    def enumeration(self):
        lines = [f"/// What is recorded of {spaced(self.folder)}: one case for each event type.", f"public enum {self.name}Event: Equatable, Sendable {{"]
        lines += [f"    case {camel(event.act)}({event.type})" for event in self.current]
        lines += ["", *self.switch("var payload: any Payload", "event"), "}", ""]
        lines.append(f"extension {self.name}Event {{")
        for field in self.common():
            lines += self.switch(f"public var {field.swift}: {field.declared}", f"event.{field.swift}") + [""]
        return lines[:-1] + ["}", ""]

    def common(self):
        """The fields that all events have alike."""
        rest = [{(field.name, field.declared) for field in event.fields} for event in self.current[1:]]
        return [field for field in self.current[0].fields if all((field.name, field.declared) in fields for fields in rest)]

    def switch(self, declaration, value):
        # Spelled out: an existential would be made for each of what comes by the hundred thousand.
        cases = [f"        case .{camel(event.act)}(let event): {value}" for event in self.current]
        return [f"    {declaration} {{", "        switch self {", *cases, "        }", "    }"]


def field_texts(schemas):
    """The titles of the fields of commands, by the command's name."""
    lines = [HEAD.split("\n")[0], "", "extension CommandFieldText {", "    /// By the name of the command, and of the field; what all commands have is under no name.",
             "    static let all: [String: [String: CommandFieldText]] = ["]
    for name, schema in schemas.items():
        lines.append(f"        {quoted(name)}: [")
        for name, field in schema["properties"].items():
            if name != "command":
                texts = f'zh: {quoted(field["x-title-zh"])}, en: {quoted(field["title"])}, description: {quoted(field["description"])}'
                lines.append(f"            {quoted(name)}: CommandFieldText({texts}),")
        lines.append("        ],")
    return "\n".join([*lines, "    ]", "}", ""])


def made():
    """Every file that is made, by its path, with its text."""
    events = [Event(path) for path in sorted(SCHEMAS.glob("events/*/v*.schema.json"))]
    events = [event for event in events if event.swift]
    files, folders, objects = {}, {}, {}
    for name in dict.fromkeys(event.concept for event in events):
        concept = Concept(name, [event for event in events if event.concept == name])
        lines = folders.setdefault(concept.folder, [])
        lines += concept.swift()
        for field in (field for event in concept.events for field in event.fields if field.nested):
            text = object_within(field)
            if objects.setdefault(field.type, text) is text:
                lines += text
            elif objects[field.type][1:] != text[1:]:
                sys.exit(f"{field.type} is two different objects")
    for folder, lines in folders.items():
        path = ROOT / f"Sources/Domain/{folder}/{folder}Events.generated.swift"
        files[path] = HEAD + "public import CanonicalJSON\npublic import EventLog\n\n" + "\n".join(lines)
    current = [event for event in events if event.is_current]
    commands = {event.command["name"]: event.command_schema() for event in current}
    files |= {SCHEMAS / f"commands/{name}.schema.json": pretty(schema) + "\n" for name, schema in commands.items()}
    by_hand = {name: json.loads((SCHEMAS / f"commands/{name}.schema.json").read_text("utf-8")) for name in COMMANDS_BY_HAND}
    envelope = json.loads((SCHEMAS / "common.schema.json").read_text("utf-8"))["$defs"]["envelope"]
    files[ROOT / "Sources/Wording/CommandFields.generated.swift"] = field_texts({"": envelope, **commands, **by_hand})
    return files


def main():
    if sys.argv[1:] not in ([], ["--check"]):
        sys.exit(__doc__)
    files = made()
    by_hand = {SCHEMAS / f"commands/{name}.schema.json" for name in COMMANDS_BY_HAND}
    present = {*ROOT.glob("Sources/**/*.generated.swift"), *SCHEMAS.glob("commands/*.schema.json")} - by_hand
    stale = [path for path, text in files.items() if path not in present or path.read_text("utf-8") != text]
    for path in sorted([*stale, *(present - files.keys())]):
        state = ("is out of date" if sys.argv[1:] else "is made") if path in files else "belongs to no event"
        print(path.relative_to(ROOT), state, file=sys.stderr)
    if sys.argv[1:]:
        sys.exit(1 if stale or present - files.keys() else 0)
    for path in stale:
        path.write_text(files[path], "utf-8")
    for path in present - files.keys():
        path.unlink()


if __name__ == "__main__":
    main()
