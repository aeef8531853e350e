#!/usr/bin/env python3
"""Checks a log export by the entry format alone; shares no code with the product.

    minutebook log export | python3 Tools/check_log.py
    minutebook log export --hashes -o hashes.txt; minutebook log export | python3 Tools/check_log.py --hashes hashes.txt
"""

import argparse, datetime, hashlib, json, re, sys

ENTRY_BYTES_MAX = 65_535
INTEGER_MAX = 2**53
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
    need(len(digits) <= 17 and abs(int(digits)) <= INTEGER_MAX, f"integer beyond 2^53: {digits[:30]}")
    return int(digits)


def no_fraction(text):
    raise Fault(f"not an integer: {text[:30]}")


def no_duplicates(pairs):
    members = dict(pairs)
    need(len(members) == len(pairs), "duplicate key")
    return members


def canonical(value):
    """RFC 8785, restricted to integers: keys by UTF-16 code units, the shortest escapes, no white space."""
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, int):
        return str(value)
    if isinstance(value, str):
        escape = lambda found: ESCAPES.get(found[0]) or f"\\u{ord(found[0]):04x}"
        return '"' + re.sub(r'[\x00-\x1f"\\]', escape, value) + '"'
    if isinstance(value, list):
        return "[" + ",".join(map(canonical, value)) + "]"
    keys = sorted(value, key=lambda key: key.encode("utf-16-be"))
    return "{" + ",".join(canonical(key) + ":" + canonical(value[key]) for key in keys) + "}"


def check_entry(entry, position, recorded_before):
    """One entry's own form and its place after the one before it; the time it was recorded."""
    need(len(entry) <= ENTRY_BYTES_MAX, f"{len(entry)} bytes, more than {ENTRY_BYTES_MAX}")
    try:
        text = entry.decode("utf-8")
        members = json.loads(
            text, parse_int=integer, parse_float=no_fraction, parse_constant=no_fraction, object_pairs_hook=no_duplicates)
        need(canonical(members).encode("utf-8") == entry, "not in canonical form")
    except UnicodeError as error:
        raise Fault(f"not valid UTF-8, or a lone surrogate: {error.reason}")
    except json.JSONDecodeError as error:
        raise Fault(f"not JSON: {error}")
    except RecursionError:
        raise Fault("nested too deeply")
    need(isinstance(members, dict), "not an object")
    for key in sorted(REQUIRED - members.keys()):
        raise Fault(f"member missing: {key}")
    for key in sorted(members.keys() - REQUIRED - OPTIONAL):
        raise Fault(f"member unknown: {key}")
    whole = lambda key: type(members[key]) is int and members[key] >= 1
    need(whole("position") and members["position"] == position, f"position {members['position']}, expected {position}")
    need(whole("v"), "v is no version number")
    need("cause" not in members or whole("cause") and members["cause"] < position, "cause is no earlier position")
    for key in ("by", "command", "recorded", "type") + (("reason",) if "reason" in members else ()):
        need(isinstance(members[key], str) and members[key], f"{key} is no text")
    need(UUID.fullmatch(members["command"]), "command is no UUID in lower case")
    need(isinstance(members["data"], dict), "data is no object")
    need(isinstance(members["occurred"], (str, dict)), "occurred is neither a text nor an object")
    about = members["about"]
    need(isinstance(about, list) and about and all(isinstance(subject, str) for subject in about), "about has no subjects")
    need(about == sorted(set(about), key=str.encode), "about is not sorted, or repeats a subject")
    return check_recorded(members["recorded"], recorded_before)


def check_recorded(recorded, before):
    need(RECORDED.fullmatch(recorded), f"recorded is malformed: {recorded[:40]}")
    try:
        datetime.datetime.fromisoformat(recorded[:-1])
    except ValueError as error:
        raise Fault(f"recorded is no time: {error}")
    need(recorded > before, f"recorded {recorded} is not after {before}")
    return recorded


class Tree:
    """RFC 6962: roots of the complete subtrees so far, the biggest first."""

    def __init__(self):
        self.size, self.peaks = 0, []

    def add(self, leaf):
        self.size, node, rest = self.size + 1, leaf, self.size
        while rest & 1:  # a complete subtree of this size stands to the left
            node, rest = hashlib.sha256(b"\x01" + self.peaks.pop() + node).digest(), rest >> 1
        self.peaks.append(node)

    def root(self):
        if not self.peaks:
            return hashlib.sha256(b"").digest()
        node, *left = reversed(self.peaks)
        for peak in left:
            node = hashlib.sha256(b"\x01" + peak + node).digest()
        return node


def check(lines, hashes, show):
    """Checks every line; `hashes` are the expected lines `position hex`, or None."""
    tree, recorded, number = Tree(), "", 0
    for number, line in enumerate(lines, 1):
        try:
            need(line.endswith(b"\n"), "the line does not end with a line feed")
            recorded = check_entry(line[:-1], number, recorded)
            leaf = hashlib.sha256(b"\x00" + line[:-1]).digest()
            tree.add(leaf)
            shown = f"{number} {leaf.hex()}"
            if hashes is not None:
                expected = next(hashes, "nothing").rstrip("\n")
                need(expected == shown, f"leaf hash is {leaf.hex()}, the file of hashes has {expected[:90]}")
            if show:
                print(shown)
        except Fault as fault:
            sys.exit(f"line {number}: {fault}")
    if hashes is not None and next(hashes, None) is not None:
        sys.exit(f"line {number + 1}: the file of hashes has more lines than the log has entries")
    summary = f"{number} entries, {number} leaf hashes, root {tree.root().hex()}"
    print(summary, file=sys.stderr if show else sys.stdout)


def main():
    parser = argparse.ArgumentParser(
        description="Checks a log export: form, order, gaps and hashes. A fault is told as 'line N: what', exit status 1.")
    parser.add_argument("file", nargs="?", help="the export, one entry a line; standard input where it is left out")
    parser.add_argument("--hashes", metavar="FILE", help="compare with the lines of `minutebook log export --hashes`")
    parser.add_argument("--print", action="store_true", help="print the leaf hashes; the summary goes to standard error")
    options = parser.parse_args()
    try:
        hashes = open(options.hashes, encoding="ascii", errors="replace") if options.hashes else None
        lines = open(options.file, "rb") if options.file else sys.stdin.buffer
    except OSError as error:
        parser.error(str(error))
    check(lines, hashes, options.print)


if __name__ == "__main__":
    main()
