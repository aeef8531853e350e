"""Swift of payloads: a struct for each version of an event, and what holds a concept's events together."""
from fields import LINE_MAX, capital, fields_of, quoted

KEYWORDS = {"as", "case", "default", "import", "in", "is", "operator", "private", "public", "return"}


def camel(name):
    first, *rest = name.split("-")
    return first[0].lower() + first[1:] + "".join(map(capital, rest))


def spaced(name):
    """`PersonalData` → `personal data`."""
    return "".join(" " + letter.lower() if letter.isupper() else letter for letter in name).strip()


def documented(text, indent=""):
    """A documentation comment, in lines that are not too long."""
    lines, line = [], ""
    for word in text.split(" "):
        if line and len(indent) + 4 + len(line) + 1 + len(word) > LINE_MAX:
            lines, line = lines + [line], ""
        line += (" " if line else "") + word
    return [f"{indent}/// {line}" for line in lines + [line]]


def wrapped(indent, before, inside, after):
    """One line; or the inside on a line of its own, where that would be too long."""
    line = indent + before + inside + after
    return [line] if len(line) <= LINE_MAX else [indent + before.rstrip(), indent + "    " + inside + after.rstrip()]


def enumeration(field):
    lines = [f"    public enum {field.type}: String, StoredWord {{"]
    for word in field.words:
        if meaning := field.inner.get("x-words", {}).get(word):
            lines += documented(meaning, "        ")
        name = camel(word)
        declared = f"`{name}`" if name in KEYWORDS else name
        lines.append(f"        case {declared}" + (f" = {quoted(word)}" if name != word else ""))
    return [*lines, "    }", ""]


def structure(name, fields, description, conformances):
    """The declaration, with the enumerations of its fields."""
    lines = [*documented(description), f"public struct {name}: {conformances} {{"]
    # A name with a dot is declared elsewhere.
    own = [field for field in fields if field.words and "." not in field.type]
    for name in dict.fromkeys(field.type for field in own):
        lines += enumeration(next(field for field in own if field.type == name))
    for field in fields:
        lines += [*documented(field.schema["description"], "    "), f"    public var {field.swift}: {field.declared}"]
    return [*lines, "}", ""]


def reading(schema, fields):
    """For two readers, by one function that the compiler specialises for both."""
    body = ["try self.init(reading: &object)"]
    lines = [line for reader in ("ObjectReader", "ParsedObjectReader") for line in wrapped(
        "    ", f"public init(from object: inout {reader}) throws(JSONError) {{ ", body[0], " }")]
    lines += ["", "    private init(reading object: inout some FieldReader & ~Copyable) throws(JSONError) {"]
    body = ["        " + field.read for field in fields]
    if schema.get("x-check"):
        start, check = "let start = object.offset", "if let fault { throw JSONError(fault, offset: start) }"
        body = ["        " + start, *body, "        " + check]
    return [*lines, *body, "    }", ""]


def writing(name, fields):
    body = ["        " + field.write for field in fields]
    return [f"    public func {name}(to writer: inout CanonicalWriter) {{", *body, "    }", ""]


def command_fields(name, fields, required):
    lines = [f"    public static let {name}: [CommandField] = ["]
    for field in fields:
        end = ", isRequired: true" if field.name in required else ""
        lines += wrapped("        ", "CommandField(", f"{quoted(field.name)}, {field.form}{end}", "),")
    return [*lines, "    ]"]


def object_within(field):
    """The struct of an object within an event."""
    schema, fields = field.nested, fields_of(field.nested)
    description = schema["description"] if field.is_list else field.schema["description"]
    return [
        *structure(field.type, fields, description, "Hashable, Sendable"),
        f"extension {field.type}: CanonicalRecord {{", *reading(schema, fields), *writing("writeFields", fields),
        *command_fields("fields", fields, schema["required"]), "}", ""]


def payload(event):
    """The struct of an event. An earlier version is read only."""
    version = "" if event.is_current else f", version {event.version}"
    lines = structure(
        event.type, event.fields, f"`{event.kind}`{version}: {event.schema['description']}", "Equatable, Sendable")
    lines.append(f"extension {event.type}{': Payload' if event.is_current else ''} {{")
    if event.is_current:
        lines.append(f"    public static let type: StaticString = {quoted(event.kind)}")
    lines.append(f"    public static let version: Int64 = {event.version}")
    personal = [field for field in event.fields if field.is_personal]
    if personal and event.is_current:
        lines.append("    public static var isPersonal: Bool { true }")
    for field in event.fields:
        if field.kinds:
            lines.append(f"    /// The kinds of subjects that `{field.swift}` may be.")
            lines.append(f"    static let {field.swift}Kinds = [{', '.join(map(quoted, field.kinds))}]")
    lines += ["", *reading(event.schema, event.fields)]
    if event.is_current:
        lines += [*writing("write", event.fields), *about(event), ""]
        lines += personal_walk(event, personal) if personal else []
        lines += occurrence_walk([field for field in event.fields if field.type == "Occurrence"])
        lines += [*command_fields("commandFields", event.fields, event.required_of_command), ""]
    return [*lines[:-1], "}", ""]


def about(event):
    by_name = {field.name: field for field in event.fields}
    parts, single = [], []
    for expression, is_list in (by_name[name].subjects for name in event.schema["x-about"]):
        if is_list and single:
            parts, single = [*parts, f"[{', '.join(single)}]"], []
        parts, single = ([*parts, expression], []) if is_list else (parts, [*single, expression])
    parts += [f"[{', '.join(single)}]"] if single else []
    line = wrapped("    ", "public var about: [Subject] { ", " + ".join(parts), " }")
    return line if len(line) == 1 else [*line[:-1], line[-1].removesuffix(" }"), "    }"]


def personal_walk(event, personal):
    owner = next(field for field in event.fields if field.name == event.schema["x-owner"])
    value = owner.swift if owner.type == "Subject" else owner.swift + ".subject"
    lines = ["    public mutating func forEachPersonalText("
             "_ body: (inout PersonalText, PersonalField) throws -> Void) rethrows {"]
    lines.append("        " + (f"guard let owner = {value} else {{ return }}" if owner.is_optional else f"let owner = {value}"))
    for field in personal:
        name, unwrapped = quoted(field.schema.get("x-sealed-as", field.name)), "!" if field.is_optional else ""
        call = f"try body(&{field.swift}{unwrapped}, PersonalField(owner: owner, name: {name}))"
        lines.append(f"        if {field.swift} != nil {{ {call} }}" if field.is_optional else f"        {call}")
    return [*lines, "    }", ""]


def occurrence_walk(fields):
    if not fields:
        return []
    lines = ["    public static var hasOccurrences: Bool { true }", "",
             "    public mutating func forEachOccurrence(_ body: (inout Occurrence) -> Void) {"]
    for field in fields:
        lines.append(f"        if {field.swift} != nil {{ body(&{field.swift}!) }}" if field.is_optional
                     else f"        body(&{field.swift})")
    return [*lines, "    }", ""]


class Concept:
    """The events of one concept, such as all of `attendance`."""

    def __init__(self, name, events):
        self.name, self.events = "".join(map(capital, name.split("-"))), events
        self.current = [event for event in events if event.is_current]
        self.folder = self.current[0].folder

    def swift(self):
        """A concept with one event type needs no enumeration around it."""
        is_enumeration = len(self.current) > 1
        holder = f"{self.name}Event" if is_enumeration else self.current[0].type
        lines = self.enumeration() if is_enumeration else []
        lines += [f"extension {holder} {{", "    static let kinds: [EventKind] = ["]
        for event in self.events:
            past = "" if event.is_current else "past: "
            content = f" {{ {holder}.{camel(event.act)}($0) }}" if is_enumeration else ""
            lines.append(f"        EventKind({past}{event.type}.self){content},")
        lines += ["    ]", "", "    static let commands: [CommandKind] = [", *map(command_kind, self.current)]
        lines += ["    ]", "}", ""]
        return lines + [line for event in self.events for line in payload(event)]

    def enumeration(self):
        lines = documented(f"What is recorded of {spaced(self.folder)}: one case for each event type.")
        lines += [f"public enum {self.name}Event: Equatable, Sendable {{"]
        lines += [f"    case {camel(event.act)}({event.type})" for event in self.current]
        lines += ["", *self.switch("var payload: any Payload", "event")]
        for field in self.common_fields():
            lines += ["", *self.switch(f"public var {field.swift}: {field.declared}", f"event.{field.swift}")]
        return [*lines, "}", ""]

    def common_fields(self):
        """Those that all events have alike."""
        others = [{(field.name, field.declared) for field in event.fields} for event in self.current[1:]]
        return [field for field in self.current[0].fields if all((field.name, field.declared) in other for other in others)]

    def switch(self, declaration, value):
        # Spelled out: an existential would be made for each of what comes by the hundred thousand.
        cases = [f"        case .{camel(event.act)}(let event): {value}" for event in self.current]
        return [f"    {declaration} {{", "        switch self {", *cases, "        }", "    }"]


def command_kind(event):
    options = f", numbered: {quoted(event.command['numbered'])}" if "numbered" in event.command else ""
    for key, option in (("members", "takesMembers"), ("reason", "needsReason")):
        options += f", {option}: true" if event.command.get(key) else ""
    return f"        CommandKind({quoted(event.command['name'])}, records: {event.type}.self{options}),"
