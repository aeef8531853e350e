#!/usr/bin/env python3
"""Checks the schemas, or entries, commands, plans and answers by them. Needs jsonschema, and PyYAML for plans.

    python3 Tools/check_schemas.py                      the schemas themselves; done first in any case
    python3 Tools/check_schemas.py --review             and whether they are complete: titles, commands for events
    python3 Tools/check_schemas.py --entries FILE…      log exports, one entry a line; '-' is standard input
    python3 Tools/check_schemas.py --commands FILE…     commands, one JSON object a line
    python3 Tools/check_schemas.py --plans FILE…        plan files, YAML
    python3 Tools/check_schemas.py --views FILE…        answers of views, each in a file named VIEW.json; or folders of them
"""
import argparse, json, re, sys
from decimal import Decimal
from pathlib import Path

from jsonschema import Draft202012Validator, FormatChecker
from jsonschema.exceptions import SchemaError, ValidationError
from jsonschema.validators import extend
from referencing import Registry, Resource
from referencing.exceptions import Unresolvable

SCHEMAS = Path(__file__).resolve().parent.parent / "Schemas"
BASE = "https://minutebook.example/schemas/"
SUFFIX = ".schema.json"
MESSAGE_CHARACTERS_MAX = 200


def pattern(validator, regex, instance, schema):
    """JSON Schema's patterns are ECMAScript's, where `$` is the very end; Python's also stops before a line feed."""
    if validator.is_type(instance, "string") and not re.search(regex.replace("$", r"\Z"), instance):
        yield ValidationError(f"{instance!r} does not match {schema.get('title', regex)}")


Validator = extend(Draft202012Validator, {"pattern": pattern})


class Checker:
    """Holds the schemas and the errors found so far."""

    def __init__(self):
        self.errors = 0
        self.checked = 0
        self.schemas = {}  # by path below Schemas, without the suffix
        for path in sorted(SCHEMAS.rglob("*" + SUFFIX)):
            try:
                schema = strict_json(path.read_text("utf-8"), fraction=Decimal)
            except ValueError as error:
                self.fault(path, getattr(error, "lineno", 1), "", error)
                continue
            self.schemas[path.relative_to(SCHEMAS).as_posix().removesuffix(SUFFIX)] = schema
        resources = [Resource.from_contents(schema) for schema in self.schemas.values() if "$id" in schema]
        self.registry = resources @ Registry()
        self.validators = {}

    def fault(self, file, line, field, what):
        self.errors += 1
        what = str(what)
        if len(what) > MESSAGE_CHARACTERS_MAX:
            what = what[: MESSAGE_CHARACTERS_MAX - 1] + "…"
        print(f"{file}:{line}: {field + ': ' if field else ''}{what}", file=sys.stderr)

    def validate(self, name, value, file, line_of, prefix=()):
        """Checks a value by the schema of that name; `line_of` gives the line of a path into the value."""
        if name not in self.schemas:
            return self.fault(file, line_of(()), field(prefix), f"no schema {name}{SUFFIX}")
        if name not in self.validators:
            self.validators[name] = Validator(
                self.schemas[name], registry=self.registry, format_checker=FormatChecker(["date"]))
        errors = [deepest(error) for error in self.validators[name].iter_errors(value)]
        # A property that is there but wrong counts as unevaluated too; it is told once, as wrong.
        wrong = [error for error in errors if error.validator != "unevaluatedProperties"]
        for error in wrong or errors:
            path = (*prefix, *error.absolute_path)
            self.fault(file, line_of(tuple(error.absolute_path)), field(path), error.message)

    def entries(self, file):
        for line, entry in self.json_lines(file):
            self.validate("entry", entry, file, lambda path: line)
            if isinstance(entry, dict):
                self.payload(entry, file, line, ("data",))

    def payload(self, holder, file, line, prefix):
        """An entry's data by its type's schema, and within a correction the data of the corrected fact."""
        kind, version, data = holder.get("type"), holder.get("v"), holder.get("data")
        if not (isinstance(kind, str) and isinstance(version, int)):
            return  # told by the schema of the holder
        self.validate(f"events/{kind}/v{version}", data, file, lambda path: line, prefix)
        if kind == "fact.corrected" and isinstance(data, dict):
            self.payload(data, file, line, (*prefix, "data"))

    def commands(self, file):
        for line, command in self.json_lines(file):
            name = command.get("command") if isinstance(command, dict) else None
            if not isinstance(name, str):
                self.fault(file, line, "command", "a command is an object with its name in 'command'")
            else:
                self.validate(f"commands/{name}", command, file, lambda path: line)

    def json_lines(self, file):
        text = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
        for number, line in enumerate(text.split(b"\n"), 1):
            if not line.strip():
                continue
            try:
                value = strict_json(line.decode("utf-8"))
            except ValueError as error:
                self.fault(file, number, "", error)
                continue
            yield number, value
            self.checked += 1

    def plans(self, file):
        import yaml

        try:
            root = yaml.compose(Path(file).read_text("utf-8"), Loader=yaml_loader(yaml))
        except yaml.YAMLError as error:
            mark = getattr(error, "problem_mark", None)
            return self.fault(file, mark.line + 1 if mark else 1, "", getattr(error, "problem", error))
        lines, duplicates = {}, []
        plan = yaml_value(root, (), lines, duplicates) if root else None
        for path in duplicates:
            self.fault(file, lines[path], field(path), "given twice")
        self.validate("plan", plan, file, lambda path: lines.get(path, 1))
        self.checked += 1

    def views(self, path):
        path = Path(path)
        for file in sorted(path.rglob("*.json")) if path.is_dir() else [path]:
            try:
                answer = strict_json(file.read_text("utf-8"))
            except ValueError as error:
                self.fault(file, 1, "", error)
                continue
            self.validate(f"views/{file.stem}", answer, file, lambda path: 1)
            self.checked += 1

    def schemas_themselves(self):
        for name, schema in self.schemas.items():
            path = SCHEMAS / (name + SUFFIX)
            try:
                Draft202012Validator.check_schema(schema)
            except SchemaError as error:
                self.fault(path, 1, field(error.absolute_path), error.message)
            if schema.get("$id") != BASE + name:
                self.fault(path, 1, "$id", f"{schema.get('$id')}, expected {BASE + name}")
                continue
            resolver = self.registry.resolver(BASE + name)
            for where, key, value in walk(schema):
                if key == "$ref":
                    try:
                        resolver.lookup(value)
                    except Unresolvable:
                        self.fault(path, 1, field(where), f"{value} does not resolve")
            self.checked += 1

    def titles(self):
        for name, schema in self.schemas.items():
            for where, told in described(schema):
                for key in ("title", "description"):
                    if not (isinstance(told, dict) and told.get(key)):
                        self.fault(SCHEMAS / (name + SUFFIX), 1, field(where), f"no {key}")

    def commands_fit_events(self):
        """Every event has its command, which has the fields of the newest version; those that must say why are the same
        on both sides. Versions of an event are counted from 1 without gaps."""
        recorded, give_reason, versions = set(), set(), {}
        for name in self.schemas:
            if name.startswith("events/"):
                versions.setdefault(name.split("/")[1], set()).add(name.split("/")[2])
        for kind, known in versions.items():
            if known != {f"v{number}" for number in range(1, len(known) + 1)}:
                self.fault(SCHEMAS / "events" / kind, 1, "", f"versions {sorted(known)}")
        for name, schema in self.schemas.items():
            if not name.startswith("commands/"):
                continue
            path = SCHEMAS / (name + SUFFIX)
            refs = {value for _, key, value in walk(schema) if key == "$ref"}
            events = {ref.removeprefix("/schemas/").split("#")[0] for ref in refs if ref.startswith("/schemas/events/")}
            if len(events) != 1 or not events <= self.schemas.keys():
                self.fault(path, 1, "", f"refers to {len(events)} events, expected one")
                continue
            event = events.pop()
            recorded.add(event.split("/")[1])
            newest = f"v{len(versions[event.split('/')[1]])}"
            if event.split("/")[2] != newest:
                self.fault(path, 1, "", f"refers to {event}, and {newest} is recorded")
            if "reason" in schema.get("required", []):
                give_reason.add(event.split("/")[1])
            fields = set(schema["properties"]) - {"command"}
            # Several members may be named for one event each.
            if "member" in self.schemas[event]["properties"] and "members" not in self.schemas[event]["properties"]:
                fields.discard("members")
            if name != "commands/fact.correct" and fields != set(self.schemas[event]["properties"]):
                differ = fields ^ set(self.schemas[event]["properties"])
                self.fault(path, 1, "properties", f"differ from {event}: {sorted(differ)}")
        for missing in sorted(versions.keys() ^ recorded):
            self.fault(SCHEMAS, 1, "", f"{missing} has no event or no command")
        listed = set(self.schemas.get("entry", {}).get("if", {}).get("properties", {}).get("type", {}).get("enum", []))
        for differs in sorted(listed ^ give_reason):
            self.fault(SCHEMAS / ("entry" + SUFFIX), 1, "if", f"{differs}: entry and command differ on the reason")


def no_fraction(number):
    raise ValueError(f"not an integer: {number}")


def strict_json(text, fraction=no_fraction):
    """JSON without duplicate keys; entries and commands have no fractions either (1.0 would count as an integer)."""

    def unique(pairs):
        members = dict(pairs)
        if len(members) != len(pairs):
            raise ValueError("duplicate key")
        return members

    return json.loads(text, parse_float=fraction, parse_constant=no_fraction, object_pairs_hook=unique)


def deepest(error):
    """Of the branches of an `anyOf` or `oneOf`, the one that got furthest says most."""
    while error.context:
        inner = max(error.context, key=lambda inner: len(inner.absolute_path))
        if len(inner.absolute_path) <= len(error.absolute_path):
            break
        error = inner
    if error.validator in ("anyOf", "oneOf") and error.schema.get("title"):
        error.message += f" ({error.schema['title']})"
    return error


def field(path):
    """A path as people write it: data.signers[0]."""
    return "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in path).removeprefix(".")


def walk(schema, where=()):
    """Every key and value of a schema, with where it stands."""
    pairs = schema.items() if isinstance(schema, dict) else enumerate(schema) if isinstance(schema, list) else ()
    for key, value in pairs:
        yield where, key, value
        yield from walk(value, (*where, key))


def described(schema):
    """What needs a title and a description: the schema, its definitions and all properties, but not in conditions."""
    yield (), schema
    for where, key, value in walk(schema):
        conditional = {"if", "then", "else", "not"} & {key, *where}
        if key in ("properties", "$defs") and isinstance(value, dict) and not conditional:
            for name, inner in value.items():
                yield (*where, key, name), inner


def yaml_loader(yaml):
    """YAML 1.2's core schema: `on`, `no` and dates are strings."""

    class Loader(yaml.SafeLoader):
        yaml_implicit_resolvers = {}

    for tag, regex in {
        "null": r"~|null|Null|NULL|", "bool": r"true|True|TRUE|false|False|FALSE", "int": r"[-+]?[0-9]+",
        "float": r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?",
    }.items():
        Loader.add_implicit_resolver("tag:yaml.org,2002:" + tag, re.compile(rf"(?:{regex})\Z"), None)
    return Loader


def yaml_value(node, path, lines, duplicates):
    """The value of a node; `lines` gets the line of every path, `duplicates` the keys that are given twice."""
    lines.setdefault(path, node.start_mark.line + 1)
    if isinstance(node.value, str):
        read = {"null": lambda text: None, "bool": lambda text: text[0] in "tT", "int": int, "float": Decimal}
        return read.get(node.tag.rpartition(":")[2], str)(node.value)
    if node.id == "sequence":
        return [yaml_value(item, (*path, index), lines, duplicates) for index, item in enumerate(node.value)]
    value = {}
    for key, item in node.value:
        inner = (*path, str(key.value))
        lines[inner] = key.start_mark.line + 1
        if str(key.value) in value:
            duplicates.append(inner)
        value[str(key.value)] = yaml_value(item, inner, lines, duplicates)
    return value


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    kinds = ("entries", "commands", "plans", "views")
    for kind in kinds:
        parser.add_argument("--" + kind, metavar="FILE", nargs="+", default=[])
    parser.add_argument("--review", action="store_true")
    options = parser.parse_args()
    checker = Checker()
    checker.schemas_themselves()
    counts = [f"{checker.checked} schemas"]
    if options.review:
        checker.titles()
        checker.commands_fit_events()
    # Nothing can be checked by schemas that are broken themselves.
    for kind in kinds if not checker.errors else ():
        checker.checked = 0
        for file in getattr(options, kind):
            try:
                getattr(checker, kind)(file)
            except OSError as error:
                checker.fault(file, 0, "", error.strerror)
        if getattr(options, kind):
            counts.append(f"{checker.checked} {kind}")
    print(", ".join(counts) + f", {checker.errors} errors")
    sys.exit(1 if checker.errors else 0)


if __name__ == "__main__":
    main()
