#!/usr/bin/env python3
"""Checks a log export by the entry format alone: form, order, gaps, leaf hashes. Shares no code with the product.

    minutebook log export | python3 Tools/check_log.py [--hashes FILE] [--print]
"""
import argparse, datetime, hashlib, json, re, sys

ENTRY_BYTES_MAX = 65_535
REQUIRED = {"about", "by", "command", "data", "occurred", "position", "recorded", "type", "v"}
OPTIONAL = {"cause", "reason"}
UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
RECORDED = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{6}Z")
ESCAPES = {'"': '\\"', "\\": "\\\\", "\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r"}


class Fault(Exception):
    pass


def need(condition, what):
    if not condition:
        raise Fault(what)


def integer(digits):
    need(len(digits) <= 17 and abs(int(digits)) <= 2**53, f"integer beyond 2^53: {digits[:30]}")
    return int(digits)


def no_fraction(text):
    raise Fault(f"not an integer: {text[:30]}")


def unique(pairs):
    need(len(dict(pairs)) == len(pairs), "duplicate key")
    return dict(pairs)


def canonical(value):
    """RFC 8785 restricted to integers: keys by UTF-16 code units, the shortest escapes, no white space."""
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, int):
        return str(value)
    if isinstance(value, str):
        return '"' + re.sub(r'[\x00-\x1f"\\]', lambda c: ESCAPES.get(c[0]) or f"\\u{ord(c[0]):04x}", value) + '"'
    if isinstance(value, list):
        return "[" + ",".join(map(canonical, value)) + "]"
    keys = sorted(value, key=lambda key: key.encode("utf-16-be"))
    return "{" + ",".join(canonical(key) + ":" + canonical(value[key]) for key in keys) + "}"


def parse(entry):
    try:
        value = json.loads(entry.decode("utf-8"), parse_int=integer, parse_float=no_fraction,
                           parse_constant=no_fraction, object_pairs_hook=unique)
        need(canonical(value).encode("utf-8") == entry, "not in canonical form")
        return value
    except (ValueError, RecursionError) as error:  # bytes that are no UTF-8, and lone surrogates, are ValueErrors
        raise Fault(f"not JSON in UTF-8: {error}")


def check_entry(entry, position, recorded_before):
    """Checks an entry's own form and its place after the one before it; gives the time it was recorded."""
    need(len(entry) <= ENTRY_BYTES_MAX, f"{len(entry)} bytes, more than {ENTRY_BYTES_MAX}")
    members = parse(entry)
    need(isinstance(members, dict), "not an object")
    need(not REQUIRED - members.keys(), f"members missing: {sorted(REQUIRED - members.keys())}")
    need(not members.keys() - REQUIRED - OPTIONAL, f"members unknown: {sorted(members.keys() - REQUIRED - OPTIONAL)}")
    whole = lambda key: type(members[key]) is int and members[key] >= 1
    need(whole("position") and members["position"] == position, f"position {members['position']}, expected {position}")
    need(whole("v"), "v is no version number")
    need("cause" not in members or whole("cause") and members["cause"] < position, "cause is no earlier position")
    for key in sorted({"by", "command", "reason", "recorded", "type"} & members.keys()):
        need(isinstance(members[key], str) and members[key], f"{key} is no text")
    need(UUID.fullmatch(members["command"]), "command is no UUID in lower case")
    need(isinstance(members["data"], dict), "data is no object")
    need(isinstance(members["occurred"], (str, dict)), "occurred is neither a text nor an object")
    about = members["about"]
    need(isinstance(about, list) and about and all(isinstance(one, str) for one in about), "about has no subjects")
    need(about == sorted(set(about), key=str.encode), "about is not sorted, or repeats a subject")
    recorded = members["recorded"]
    need(RECORDED.fullmatch(recorded), f"recorded is malformed: {recorded[:40]}")
    try:
        datetime.datetime.fromisoformat(recorded[:-1])
    except ValueError as error:
        raise Fault(f"recorded is no time: {error}")
    need(recorded > recorded_before, f"recorded {recorded} is not after {recorded_before}")
    return recorded


parser = argparse.ArgumentParser(description="Checks a log export. A fault is told as 'line N: what', exit status 1.")
parser.add_argument("file", nargs="?", type=argparse.FileType("rb"), default=sys.stdin.buffer, help="default: stdin")
parser.add_argument("--hashes", type=argparse.FileType("r"), help="compare with what `log export --hashes` wrote")
parser.add_argument("--print", action="store_true", help="print the leaf hashes; the summary goes to standard error")
options = parser.parse_args()
node = lambda left, right: hashlib.sha256(b"\x01" + left + right).digest()
number, recorded, subtrees = 0, "", []  # roots of the complete subtrees so far, the biggest first (RFC 6962)
try:
    for number, line in enumerate(options.file, 1):
        need(line.endswith(b"\n"), "the line does not end with a line feed")
        recorded = check_entry(line[:-1], number, recorded)
        leaf = top = hashlib.sha256(b"\x00" + line[:-1]).digest()
        for _ in range((number & -number).bit_length() - 1):  # as many subtrees are completed as zeros end the number
            top = node(subtrees.pop(), top)
        subtrees.append(top)
        expected = next(options.hashes, "nothing").strip() if options.hashes else f"{number} {leaf.hex()}"
        need(expected == f"{number} {leaf.hex()}", f"leaf hash {leaf.hex()}, in the file of hashes: {expected[:90]}")
        if options.print:
            print(number, leaf.hex())
    number += 1
    need(not options.hashes or next(options.hashes, None) is None, "in the file of hashes, but not in the log")
except Fault as fault:
    sys.exit(f"line {number}: {fault}")
root = subtrees.pop() if subtrees else hashlib.sha256(b"").digest()
while subtrees:
    root = node(subtrees.pop(), root)
summary = f"{number - 1} entries, {number - 1} leaf hashes, root {root.hex()}"
print(summary, file=sys.stderr if options.print else sys.stdout)
