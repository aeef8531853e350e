"""The schemas of events as the generator sees them: events, their fields, and what Swift has for each."""
import json, re, sys
from typing import NamedTuple

LINE_MAX = 120
COMMON = "/schemas/common#/$defs/"
ANNOTATIONS = {f"x-{name}" for name in (
    "swift", "about", "owner", "check", "command", "title-zh", "name", "words", "optional", "plain", "sealed-as")}


class Form(NamedTuple):
    """What Swift has for a value: its type; how it is read ("" as its type is), with further arguments; and what forms ask."""

    swift: str
    reader: str
    form: str
    arguments: str = ""


# Of the common definitions. A year was read without its bounds when its events were new, and still is: what was recorded
# then can be read.
FORMS = {
    "text": Form("String", "text", ".text(characterMax: 4_000)"),
    "sealed": Form("PersonalText", "", ".personalText"),
    "date": Form("CalendarDate", "", ".date"),
    "occurred": Form("Occurrence", "", ".occurrence"),
    "word": Form("OpenWord", "", ".openWord"),
    "subject": Form("Subject", "", ".subject"),
    "uuid": Form("String", "", ".uuid"),
    "year": Form("Int64", "", ".integer(1...9_999)"),
    "fen": Form("Int64", "fen", ".money"),
    "count": Form("Int64", "positive", ".count"),
    "amount": Form("Int64", "positive", ".count"),
    "position": Form("Int64", "positive", ".position"),
    "hundredths": Form("Int64", "positive", ".points"),
}


class Event:
    """One version of one event type."""

    def __init__(self, path):
        self.schema = json.loads(path.read_text("utf-8"))
        if unknown := annotations(self.schema) - ANNOTATIONS:
            sys.exit(f"{path}: unknown annotations {', '.join(sorted(unknown))}")
        self.kind, self.version = path.parent.name, int(path.name.split(".")[0][1:])
        self.concept, self.act = self.kind.split(".")
        self.is_generated = "x-swift" in self.schema
        if self.is_generated:
            self.folder, self.type = self.schema["x-swift"].split("/")
            self.command = self.schema.get("x-command")
            try:
                self.fields = fields_of(self.schema)
            except KeyError as missing:
                sys.exit(f"{path}: {missing} is missing, or is nothing that the generator knows")

    @property
    def is_current(self):
        return self.command is not None

    @property
    def required_of_command(self):
        """The event's, but for what the book fills in; with `members`, one of both."""
        left_out = {self.command.get("numbered"), *self.command.get("optional", ())}
        if self.command.get("members"):
            left_out.add("member")
        return [name for name in self.schema["required"] if name not in left_out]


def annotations(schema):
    """Every annotation in a schema, however deep."""
    inner = schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ()
    own = {key for key in schema if key.startswith("x-")} if isinstance(schema, dict) else set()
    return own.union(*map(annotations, inner))


def fields_of(schema):
    """In canonical order, which is the order of reading and writing."""
    names = sorted(schema["properties"], key=lambda name: name.encode("utf-16-be"))
    return [Field(name, schema["properties"][name], schema) for name in names]


class Field:
    """One property of an event, or of an object within one."""

    def __init__(self, name, schema, holder):
        self.name, self.schema = name, schema
        self.swift = schema.get("x-name", name)
        self.is_list = schema.get("type") == "array"
        self.inner = schema["items"] if self.is_list else schema
        self.words = self.inner.get("enum")
        self.nested = self.inner if "properties" in self.inner else None
        self.kinds = kinds_of_subject(self.inner)
        self.type, self.reader, self.form, self.arguments = self.form_of(self.inner)
        self.is_personal = self.type == "PersonalText"
        if self.is_list:
            self.form = f".list({self.form}{', canBeEmpty: false' if schema.get('minItems') else ''})"
        self.is_required = name in holder["required"]
        # A list that is left out is empty, unless that means something else.
        self.is_optional = schema.get("x-optional", False) if self.is_list else not self.is_required
        self.may_be_left_out = not self.is_required or name in holder.get("x-command", {}).get("optional", ())

    def form_of(self, schema):
        parts = [schema, *schema.get("anyOf", ()), *schema.get("allOf", ())]
        names = [part["$ref"].removeprefix(COMMON) for part in parts if part.get("$ref", "").startswith(COMMON)]
        name = "sealed" if "sealed" in names else names[0] if names else None
        swift = schema.get("x-swift")
        if name and name.endswith("ID"):
            return Form(capital(name), "", f".id({quoted(kind_of_id(name))})")
        if self.kinds:
            return Form("Subject", "subject", ".subject", f", of: Self.{self.name}Kinds")
        if self.words:
            return Form(swift, "", f".words([{', '.join(map(quoted, self.words))}])")
        if self.nested:
            return Form(swift, "", f".object({swift}.fields)")
        if swift:
            return Form(swift, "", FORMS[name].form if name else f".text(characterMax: {schema.get('maxLength', 64):_})")
        if "maxLength" in schema:
            limit = f"characterMax: {schema['maxLength']:_}"
            return Form("String", "text", f".text({limit})", f", {limit}")
        if name == "sealed" and schema.get("x-plain") == COMMON + "longText":
            return Form("PersonalText", "longPersonalText", ".personalText")
        if name == "sealed" and schema.get("x-plain") == COMMON + "monthDay":
            return Form("PersonalText", "", ".personalMonthDay")
        if name:
            return FORMS[name]
        if schema["type"] == "boolean":
            return Form("Bool", "", ".flag")
        if "const" in schema:
            return Form("Int64", "", ".integer({0}...{0})".format(schema["const"]))
        bounds = f"{schema['minimum']:_}...{schema['maximum']:_}"
        return Form("Int64", "integer", f".integer({bounds})", f", {bounds}")

    @property
    def declared(self):
        return (f"[{self.type}]" if self.is_list else self.type) + ("?" if self.is_optional else "")

    @property
    def read(self):
        if self.is_list and not self.is_optional and self.may_be_left_out:
            method = "texts" if self.reader == "text" else "list"
        elif self.reader:
            method = "optional" + capital(self.reader) if self.is_optional else self.reader
        else:
            method = "optional" if self.is_optional else "required"
        return f'{self.swift} = try object.{method}("{self.name}"{self.arguments})'

    @property
    def write(self):
        method = "list" if self.is_list and not self.is_required and not self.is_optional else "field"
        return f'writer.{method}("{self.name}", {self.swift})'

    @property
    def subjects(self):
        """An expression of its subjects, and whether that is a list."""
        own = "" if self.type == "Subject" else ".subject"
        if self.is_list:
            return (f"({self.swift} ?? [])" if self.is_optional else self.swift) + ".map(\\.subject)", True
        if self.is_optional:
            return f"({self.swift}.map {{ [$0{own}] }} ?? [])", True
        return self.swift + own, False


def kinds_of_subject(schema):
    """Of a subject that is of some kinds only, as its pattern says: `^(?:member|visit):`."""
    patterns = [part["pattern"] for part in schema.get("allOf", ()) if "pattern" in part]
    return re.fullmatch(r"\^\(\?:([a-z|-]+)\):", patterns[0])[1].split("|") if patterns else []


def kind_of_id(definition):
    """`workCalendarID` → `work-calendar`."""
    return re.sub(r"[A-Z]", lambda match: "-" + match[0].lower(), definition.removesuffix("ID"))


def capital(name):
    return name[0].upper() + name[1:]


def quoted(text):
    return json.dumps(text, ensure_ascii=False)
