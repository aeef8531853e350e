"""The properties of an event's schema as Swift has them, and the structs made of them."""
import json, re

COMMON = "/schemas/common#/$defs/"
LINE_MAX = 120
# Common definitions: the Swift type, the reading method ("" for that of the type), and the form of a field. A year was read
# without its bounds when its events were new, and still is: what was recorded then can be read.
FORMS = {
    "text": ("String", "text", ".text(characterMax: 4_000)"), "sealed": ("PersonalText", "", ".personalText"),
    "date": ("CalendarDate", "", ".date"), "occurred": ("Occurrence", "", ".occurrence"), "word": ("OpenWord", "", ".openWord"),
    "subject": ("Subject", "", ".subject"), "uuid": ("String", "", ".uuid"), "year": ("Int64", "", ".integer(1...9_999)"),
    "fen": ("Int64", "fen", ".money"), "count": ("Int64", "positive", ".count"), "position": ("Int64", "positive", ".position"),
    "hundredths": ("Int64", "positive", ".points"),
}
ANNOTATIONS = {f"x-{name}" for name in (
    "swift", "about", "owner", "check", "command", "title-zh", "name", "words", "optional", "plain", "sealed-as")}
CONDITIONS = ("allOf", "anyOf", "oneOf", "not", "if", "then", "else")
KEYWORDS = {"public", "return", "case", "default", "import", "operator", "private", "in", "is", "as"}


def annotations(schema):
    """Every annotation in a schema, however deep."""
    inner = schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ()
    own = {key for key in schema if key.startswith("x-")} if isinstance(schema, dict) else set()
    return own.union(*map(annotations, inner))


def camel(name):
    first, *rest = name.split("-")
    return first[0].lower() + first[1:] + "".join(word.capitalize() for word in rest)


def capital(name):
    return name[0].upper() + name[1:]


def number(value):
    return f"{value:_}"


class Field:
    """One property of an event, or of an object within one, as Swift has it."""

    def __init__(self, name, schema, holder):
        self.name, self.schema = name, schema
        self.swift = schema.get("x-name", name)
        self.required = name in holder["required"]
        self.lenient = name in holder.get("x-command", {}).get("optional", ())
        self.is_list = schema.get("type") == "array"
        inner = schema["items"] if self.is_list else schema
        self.inner, self.kinds = inner, ()
        self.words = inner.get("enum")
        self.nested = inner if "properties" in inner else None
        self.type, self.reader, self.arguments, self.form = self.read_form(inner)
        self.personal = self.type == "PersonalText"
        if self.is_list:
            self.form = f".list({self.form}{', canBeEmpty: false' if schema.get('minItems') else ''})"
        self.optional = schema.get("x-optional", False) if self.is_list else not self.required

    def read_form(self, schema):
        """The Swift type, the reading method and its further arguments, and the form of a field of a command."""
        parts = [schema, *schema.get("anyOf", ()), *schema.get("allOf", ())]
        references = [part["$ref"].removeprefix(COMMON) for part in parts if part.get("$ref", "").startswith(COMMON)]
        name = "sealed" if "sealed" in references else references[0] if references else None
        swift = schema.get("x-swift")
        if name and name.endswith("ID"):
            return capital(name), "", "", f'.id("{camel_kind(name)}")'
        if name == "subject" and "allOf" in schema:
            kinds = re.fullmatch(r"\^\(\?:([a-z|-]+)\):", schema["allOf"][1]["pattern"])[1].split("|")
            self.kinds = kinds
            return "Subject", "subject", f", of: Self.{self.name}Kinds", ".subject"
        if self.words:
            return swift, "", "", f'.words([{", ".join(map(quoted, self.words))}])'
        if self.nested:
            return swift, "", "", f".object({swift}.fields)"
        if swift:
            return swift, "", "", FORMS[name][2] if name else f'.text(characterMax: {number(schema.get("maxLength", 64))})'
        if "maxLength" in schema:
            limit = f'characterMax: {number(schema["maxLength"])}'
            return "String", "text", ", " + limit, f".text({limit})"
        if name == "sealed" and schema.get("x-plain", "").endswith("/monthDay"):
            return "PersonalText", "", "", ".personalMonthDay"
        if name:
            return (*FORMS[name][:2], "", FORMS[name][2])
        if schema["type"] == "boolean":
            return "Bool", "", "", ".flag"
        low, high = schema.get("minimum", schema.get("const")), schema.get("maximum", schema.get("const"))
        bounds = f"{number(low)}...{number(high)}"
        return "Int64", "" if "const" in schema else "integer", "" if "const" in schema else f", {bounds}", f".integer({bounds})"

    @property
    def declared(self):
        return (f"[{self.type}]" if self.is_list else self.type) + ("?" if self.optional else "")

    @property
    def read(self):
        if self.is_list and not self.optional and (not self.required or self.lenient):
            method = "texts" if self.reader == "text" else "list"
        elif self.reader:
            method = "optional" + capital(self.reader) if self.optional else self.reader
        else:
            method = "optional" if self.optional else "required"
        return f'{self.swift} = try object.{method}("{self.name}"{self.arguments})'

    @property
    def write(self):
        method = "list" if self.is_list and not self.required and not self.optional else "field"
        return f'writer.{method}("{self.name}", {self.swift})'

    @property
    def subjects(self):
        """An expression of its subjects, and whether that is a list."""
        own = "" if self.type == "Subject" else ".subject"
        if self.is_list:
            return (f"({self.swift} ?? [])" if self.optional else self.swift) + ".map(\\.subject)", True
        return (f"({self.swift}.map {{ [$0{own}] }} ?? [])", True) if self.optional else (self.swift + own, False)


def camel_kind(definition):
    """`workCalendarID` → `work-calendar`, the kind of a subject."""
    return re.sub(r"[A-Z]", lambda match: "-" + match[0].lower(), definition.removesuffix("ID"))


def pretty(value, indent="", before=0):
    """JSON with what is short in one line."""
    line = json.dumps(value, ensure_ascii=False)
    if not isinstance(value, (dict, list)) or not value:
        return line
    short = len(indent) + before + len(line) + 1 <= LINE_MAX - 20
    if short and not any(isinstance(inner, dict) for inner in (value.values() if isinstance(value, dict) else value)):
        if isinstance(value, list) or "title" not in value:
            return line if isinstance(value, list) else "{ " + line[1:-1] + " }"
    deeper = indent + "  "
    if isinstance(value, dict):
        inner = [f"{json.dumps(key)}: {pretty(item, deeper, len(key) + 4)}" for key, item in value.items()]
    else:
        inner = [pretty(item, deeper) for item in value]
    opening, closing = "{}" if isinstance(value, dict) else "[]"
    return opening + "\n" + ",\n".join(deeper + item for item in inner) + "\n" + indent + closing


def quoted(text):
    return json.dumps(text, ensure_ascii=False)


def documented(text, indent):
    """A documentation comment, in lines that are not too long."""
    lines, line = [], ""
    for word in text.split(" "):
        if line and len(indent) + 4 + len(line) + 1 + len(word) > LINE_MAX:
            lines, line = lines + [line], ""
        line += (" " if line else "") + word
    return [f"{indent}/// {line}" for line in lines + [line]]


def fields_of(schema):
    """In canonical order, which is the order of reading and writing."""
    names = sorted(schema["properties"], key=lambda name: name.encode("utf-16-be"))
    return [Field(name, schema["properties"][name], schema) for name in names]


def enumeration(field):
    lines = [f"    public enum {field.type}: String, StoredWord {{"]
    for word in field.words:
        lines += documented(field.inner["x-words"][word], "        ") if word in field.inner.get("x-words", {}) else []
        name = camel(word)
        declared = f"`{name}`" if name in KEYWORDS else name
        lines.append(f"        case {declared}" + (f" = {quoted(word)}" if name != word else ""))
    return lines + ["    }", ""]


def structure(name, schema, fields, doc, conformances):
    """The declaration, with the enumerations of its fields."""
    lines = [*documented(doc, ""), f"public struct {name}: {conformances} {{"]
    declared = set()
    for field in fields:
        if field.words and "." not in field.type and field.type not in declared:
            declared.add(field.type)
            lines += enumeration(field)
    for field in fields:
        lines += documented(field.schema["description"], "    ") + [f"    public var {field.swift}: {field.declared}"]
    return lines + ["}", ""]


def reading(schema, fields):
    lines = []
    for reader in ("ObjectReader", "ParsedObjectReader"):
        lines.append(f"    public init(from object: inout {reader}) throws(JSONError) {{ try self.init(reading: &object) }}")
    lines += ["", "    private init(reading object: inout some FieldReader & ~Copyable) throws(JSONError) {"]
    lines += ["        let start = object.offset"] if schema.get("x-check") else []
    lines += ["        " + field.read for field in fields]
    lines += ["        if let fault { throw JSONError(fault, offset: start) }"] if schema.get("x-check") else []
    return lines + ["    }", ""]


def object_within(field):
    """The struct of an object within an event."""
    schema, fields = field.nested, fields_of(field.nested)
    doc = schema["description"] if field.is_list else field.schema["description"]
    lines = structure(field.type, schema, fields, doc, "Hashable, Sendable")
    lines += [f"extension {field.type}: CanonicalRecord {{", *reading(schema, fields)]
    lines += ["    public func writeFields(to writer: inout CanonicalWriter) {", *("        " + f.write for f in fields), "    }", ""]
    return lines + [*form_list("fields", fields, schema["required"]), "}", ""]


def form_list(name, fields, required):
    lines = [f"    public static let {name}: [CommandField] = ["]
    for field in fields:
        lines.append(f'        CommandField({quoted(field.name)}, {field.form}{", isRequired: true" if field.name in required else ""}),')
    return lines + ["    ]"]
