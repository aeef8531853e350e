"""The schemas of commands, and the titles of their fields."""
import json
import pathlib
import re

from fields import COMMON, LINE_MAX, Field, quoted

CONDITIONS = ("allOf", "anyOf", "oneOf", "not", "if", "then", "else")
MEMBERS = {
    "title": "Members", "x-title-zh": "多名委员编号",
    "description": "Ids of the members, where they are several: one event each, all or nothing.",
    "type": "array", "items": {"$ref": COMMON + "memberID"}, "minItems": 1,
}


def command_schema(event):
    command = event.command
    conditions = command.get("conditions") or {key: event.schema[key] for key in CONDITIONS if key in event.schema}
    properties = {"command": {"title": "Command", "description": "Name of the command.", "const": command["name"]}}
    for name, schema in event.schema["properties"].items():
        properties[name] = command_property(event, name, schema)
        if name == "member" and command.get("members"):
            properties["members"] = MEMBERS
    reason = ["reason"] if command.get("reason") else []
    schema = {
        "$schema": event.schema["$schema"], "$id": f"https://minutebook.example/schemas/commands/{command['name']}",
        "title": command["title"], "description": f"{command['description']} The event is {event.kind}.",
        "type": "object", "allOf": [{"$ref": COMMON + "envelope"}, *conditions.get("allOf", ())],
        "properties": properties, "required": ["command", *event.required_of_command, *reason]}
    schema |= {key: value for key, value in conditions.items() if key != "allOf"}
    if command.get("members"):
        schema["oneOf"] = [{"required": ["member"]}, {"required": ["members"]}]
    return schema | {"unevaluatedProperties": False}


def command_property(event, name, schema):
    """Personal texts are plain in a command, and dates may be in words; all else is as in the event."""
    field = Field(name, schema, event.schema)
    reference = f"/schemas/events/{event.kind}/v{event.version}#/properties/{name}"
    if field.is_personal:
        reference = schema.get("x-plain", COMMON + "text")
    elif field.type == "Occurrence":
        reference = COMMON + "occurredInCommand"
    return {
        "title": schema["title"], "x-title-zh": schema["x-title-zh"],
        "description": event.command.get("descriptions", {}).get(name) or described(event.command, name, schema),
        "$ref": reference}


def described(command, name, schema):
    if name == "member" and command.get("members"):
        return "Id of the member, where it is one."
    if name == command.get("numbered"):
        return schema["description"].removesuffix(".") + "; left out, the book numbers it."
    return schema["description"].replace("; sealed", "; sealed when recorded")


def pretty(value, indent="", before=0):
    """JSON with what is short in one line."""
    line = json.dumps(value, ensure_ascii=False)
    if not isinstance(value, (dict, list)) or not value:
        return line
    inner = value.values() if isinstance(value, dict) else value
    has_objects = any(isinstance(item, dict) for item in inner) or isinstance(value, dict) and "title" in value
    if not has_objects and len(indent) + before + len(line) + 1 <= LINE_MAX - 20:
        return line if isinstance(value, list) else "{ " + line[1:-1] + " }"
    deeper = indent + "  "
    if isinstance(value, dict):
        parts = [f"{quoted(key)}: {pretty(item, deeper, len(key) + 4)}" for key, item in value.items()]
    else:
        parts = [pretty(item, deeper) for item in value]
    opening, closing = "{}" if isinstance(value, dict) else "[]"
    return opening + "\n" + ",\n".join(deeper + part for part in parts) + "\n" + indent + closing


def resolved(field):
    """The property of an event that a command's field refers to; the field itself where it is no such reference."""
    reference = field.get("$ref", "")
    if not reference.startswith("/schemas/events/"):
        return field
    path, pointer = reference.removeprefix("/schemas/").split("#/")
    found = json.loads((pathlib.Path(__file__).resolve().parents[2] / f"Schemas/{path}.schema.json").read_text(encoding="utf-8"))
    for step in pointer.split("/"):
        found = found[step]
    return found


def nested_texts(key, field):
    """Swift of the titles of what an object, or each of a list, has in it, by the path to it."""
    lines = []
    field = resolved(field)
    for name, inner in field.get("items", field).get("properties", {}).items():
        zh, en, description = map(quoted, (inner["x-title-zh"], inner["title"], inner["description"]))
        path = f"{key}.{name}"
        lines.append(f"            {quoted(path)}: CommandFieldText(zh: {zh}, en: {en}, description: {description}),")
        lines += nested_texts(path, inner)
    return lines


def field_texts(schemas):
    """Swift of the titles of fields, by the command's name."""
    lines = [
        "extension CommandFieldText {",
        "    /// By the name of the command, and of the field, or the path to one in an object; what all commands have is under no name.",
        "    static let all: [String: [String: CommandFieldText]] = ["]
    for name, schema in schemas.items():
        lines.append(f"        {quoted(name)}: [")
        for key, field in schema["properties"].items():
            if key != "command":
                # The term in Chinese is for readers of the schema: people read the Chinese title.
                description = re.sub(r" \([\u4e00-\u9fff]+\)", "", field["description"])
                zh, en, description = map(quoted, (field["x-title-zh"], field["title"], description))
                text = f"CommandFieldText(zh: {zh}, en: {en}, description: {description})"
                lines.append(f"            {quoted(key)}: {text},")
                lines += nested_texts(key, field)
        lines.append("        ],")
    return [*lines, "    ]", "}", ""]
