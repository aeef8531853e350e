#!/usr/bin/env python3
"""Checks what a Minutebook book hands out: exported log, checkpoints, receipts, proofs, tiles, reports.

Shares no code with the product. Needs Python 3.9; for signatures, the package `cryptography`. After RFC 9162 (trees),
RFC 8785 (entries), C2SP signed-note, tlog-checkpoint, -cosignature, -proof, -witness (consistency), -tiles.
Exit status: 0 it holds; 1 it does not hold, or cannot be read; 2 wrong usage.
"""
import argparse, base64, datetime, functools, hashlib, json, pathlib, re, sys

ENTRY_BYTES, NOTE_BYTES, REPORT_BYTES, SIGNATURES = 65_535, 1 << 20, 1 << 26, 100  # what is longer is not read
NAME = r"[^\s+\x00-\x1f\x7f-\x9f]+"  # of a key
DAY, TIME = r"[0-9]{4}-[0-9]{2}-[0-9]{2}", r"(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]"
WHEN, NUMBER, TEXT = rf"{DAY}(?:T{TIME}(?:Z|[+-][01][0-9]:[0-5][0-9]))?", "[1-9][0-9]*", r'"(?:[^"\\]|\\.)+"'
SUBJECT = TEXT.replace('"(', '"[^":]+:(', 1)
MEMBERS = dict(  # of an entry, and what their JSON looks like; of data, Schemas/ says the rest
    about=rf"\[{SUBJECT}(?:,{SUBJECT})*\]", by=TEXT, cause=NUMBER, data="{.*}", position=NUMBER, reason=TEXT, v=NUMBER,
    command='"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"', recorded=rf'"{DAY}T{TIME}\.[0-9]{{6}}Z"',
    occurred=rf'"{WHEN}(?:/{WHEN})?"|{{"interval":"{DAY}(?:/{DAY})?","words":{TEXT}}}', type=r'"[a-z-]+\.[a-z-]+"')

def need(condition, what):
    if not condition:
        raise ValueError(what)

def number(text, sign="", limit=2**63 - 1):
    need(re.fullmatch(sign + "(0|[1-9][0-9]{0,18})", text) and abs(int(text)) <= limit, f"no such number: {text[:40]}")
    return int(text)

def ordered(pairs):
    keys = [key.encode("utf-16-be") for key, _ in pairs]  # the order of RFC 8785
    need(all(a < b for a, b in zip(keys, keys[1:])), "keys are repeated or not sorted")
    return dict(pairs)

dump = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode

def parse(text):
    """RFC 8785, restricted to integers: json writes escapes as it does, and what was read is written again."""
    integer = functools.partial(number, sign="-?", limit=2**53)
    value = json.loads(text, parse_int=integer, parse_float=integer, parse_constant=integer, object_pairs_hook=ordered)
    need(isinstance(value, dict) and dump(value) == text, "no object in canonical form")
    return value

def check_entry(entry, position, before=""):
    """Checks an entry's bytes, its members and its place: at the position, and recorded after `before`."""
    try:
        need(len(entry) <= ENTRY_BYTES, f"more than {ENTRY_BYTES} bytes")
        it = parse(entry.decode())
        need(it.keys() <= MEMBERS.keys() <= it.keys() | {"cause", "reason"}, "members are missing or unknown")
        for member, value in it.items():
            need(re.fullmatch(MEMBERS[member], dump(value), re.DOTALL), f"{member} is malformed: {dump(value)[:60]}")
        for day in re.findall(DAY, dump(it["occurred"]).partition(',"words"')[0] + it["recorded"]):
            datetime.date.fromisoformat(day)  # a ValueError where the calendar has no such day
        need(it["about"] == sorted(set(it["about"]), key=str.encode), "about is not sorted, or repeats a subject")
        need(it["position"] == position, f"position {it['position']}, expected {position}")
        need(it.get("cause", 0) < position, "its cause is no earlier entry")
        need(it["recorded"] > before, f"recorded at {it['recorded']}, not after {before}")
        return it
    except (ValueError, RecursionError) as fault:
        raise ValueError(f"entry {position}: {fault}") from None

def sha256(*parts):  # of leaves with a zero in front, of nodes with a one (RFC 9162, section 2.1.1)
    return hashlib.sha256(b"".join(parts)).digest()

class Tree:
    """Roots of the complete subtrees so far, the biggest first: enough to append, and to know the root."""
    def __init__(self):
        self.size, self.subtrees = 0, []

    def append(self, leaf):
        self.size += 1
        for _ in range((self.size & -self.size).bit_length() - 1):  # as many are completed as zeros end the size
            leaf = sha256(b"\1", self.subtrees.pop(), leaf)
        self.subtrees.append(leaf)

    def root(self):
        root = self.subtrees[-1] if self.subtrees else sha256()
        for subtree in reversed(self.subtrees[:-1]):
            root = sha256(b"\1", subtree, root)
        return root

def split(size):
    return 1 << (size - 1).bit_length() - 1  # the biggest power of two below the size

def root_of_inclusion(leaf, index, size, path):
    """PATH of section 2.1.3.1, read backwards."""
    need(0 <= index < size and (size > 1) == bool(path), "the proof has too few or too many hashes for its index")
    if size == 1:
        return leaf
    if index < split(size):
        return sha256(b"\1", root_of_inclusion(leaf, index, split(size), path[:-1]), path[-1])
    return sha256(b"\1", path[-1], root_of_inclusion(leaf, index - split(size), size - split(size), path[:-1]))

def roots_of_consistency(old, new, path, known):
    """SUBPROOF of section 2.1.4.1, read backwards: the old and the new root that a proof leads to."""
    if old == new:
        path = path if known is None else [known, *path]
        need(len(path) == 1, "the proof has too few or too many hashes")
        return path[0], path[0]
    need(0 < old < new and path, "the proof has too few hashes, or the tree shrank")
    if old <= split(new):
        roots = roots_of_consistency(old, split(new), path[:-1], known)
        return roots[0], sha256(b"\1", roots[1], path[-1])
    roots = roots_of_consistency(old - split(new), new - split(new), path[:-1], None)
    return sha256(b"\1", path[-1], roots[0]), sha256(b"\1", path[-1], roots[1])

def unbase64(text, count=None):
    """The one form that an encoder writes, of `count` bytes if that is given."""
    need(re.fullmatch("([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?", text), f"not base64: {text[:60]}")
    data = base64.b64decode(text)
    need(base64.b64encode(data).decode() == text and count in (None, len(data)), f"not canonical base64: {text[:60]}")
    return data

class Key:
    """A verifier key, name+key id+base64(type, public key): type 1 signs as a log, type 4 as a witness."""
    def __init__(self, text):
        need(re.fullmatch(NAME + r"\+.*\+.*", text), f"neither a file nor a public key: {text[:60]}")
        self.name, key_id, key = text.split("+", 2)
        data = unbase64(key, 33)
        self.type, self.public = data[0], data[1:]
        self.id = sha256(f"{self.name}\n".encode(), data)[:4]
        need(self.type in (1, 4) and self.id.hex() == key_id, f"the type or the key id of '{text[:60]}' is wrong")

    def check(self, text, signature):
        if self.type == 4:
            time, signature = number(str(int.from_bytes(signature[:8], "big"))), signature[8:]  # at most 2^63-1
            text = f"cosignature/v1\ntime {time}\n{text}"
        from cryptography.exceptions import InvalidSignature  # here, so that a log alone is checked without the package
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
        try:
            Ed25519PublicKey.from_public_bytes(self.public).verify(signature, text.encode())
        except InvalidSignature:
            raise ValueError(f"the signature of {self.name} is wrong: the text was changed, or it is another's")

class Checkpoint:
    """A signed tree head; whoever makes one of these has checked who signed it."""
    def __init__(self, note, keys, witnesses_min=0):
        parts = re.fullmatch("(?!\ufeff)([^\x00-\x09\x0b-\x1f]+\n)\n((?:\u2014 .+\n)+)", note)
        need(parts, "no signed note: a text, a blank line, signature lines, and neither byte order mark nor controls")
        lines, signatures, self.signers = parts[1].split("\n")[:-1], parts[2].split("\n")[:-1], []
        need(len(note.encode()) <= NOTE_BYTES and len(signatures) <= SIGNATURES, "too long, or too many signatures")
        need(len(set(signatures)) == len(signatures), "a signature line is repeated")
        need(len(lines) >= 3 and all(lines), "a checkpoint has an origin, a size and a root")
        self.origin, self.size, self.root = lines[0], number(lines[1]), unbase64(lines[2], 32)
        need(self.size or self.root == sha256(), "a log without entries has another root")
        for line in signatures:
            name, _, data = line[2:].partition(" ")
            data = unbase64(data)
            need(re.fullmatch(NAME, name) and len(data) > 4, f"no signature line: {line[:60]}")
            for key in [key for key in keys if (key.name, key.id) == (name, data[:4])][:1]:
                key.check(parts[1], data[4:])
                self.signers += [key] if key not in self.signers else []
        # A log may sign under another name than its origin, but not where a key of that name is trusted.
        logs = {key.name for key in keys if key.type == 1}
        need(any(key.type == 1 and (key.name == self.origin or self.origin not in logs) for key in self.signers),
             "not signed by the log's key")
        need(len({key.name for key in self.signers if key.type == 4}) >= witnesses_min, "too few witnesses have signed")

    def __str__(self):
        return f"{self.size} entries of {self.origin}, root {self.root.hex()}, signed by " + ", ".join(
            f"{key.name}+{key.id.hex()}" for key in self.signers)

def split_proof(path, form):
    """The fields before a proof's hashes, the hashes, and the checkpoint's text."""
    head, _, note = read(path).decode().partition("\n\n")
    found = re.fullmatch(form + r"((?:\n.+)*)", head)
    need(found, "no such proof: it begins with other lines")
    *fields, hashes = found.groups()
    return fields, [unbase64(line, 32) for line in hashes.split("\n")[1:]], note

def grow(path, checkpoints):
    """The tree over an exported log, whose every entry is checked, held against checkpoints."""
    tree, recorded, origin = Tree(), "", ""
    with open(0 if path == "-" else path, "rb", closefd=path != "-") as file:
        while line := file.readline(ENTRY_BYTES + 2):
            need(line.endswith(b"\n"), f"line {tree.size + 1} is too long, or does not end with a line feed")
            entry = check_entry(line[:-1], tree.size + 1, recorded)
            recorded, origin = entry["recorded"], origin or f"minutebook/{entry['data'].get('book')}"
            tree.append(sha256(b"\0", line[:-1]))
            for one in (one for one in checkpoints if one.size == tree.size):
                need(one.root == tree.root(), f"the first {tree.size} entries are not those that were signed")
    need(all(one.size <= tree.size for one in checkpoints), f"more was signed than the {tree.size} entries here")
    need(all(one.origin == origin for one in checkpoints if tree.size), f"a checkpoint is of another log than {origin}")
    return tree

def log(options, keys):
    """Every line of an exported log, and the tree over them against checkpoints."""
    checkpoints = [Checkpoint(read(path).decode(), keys) for path in options.checkpoint]
    tree = grow(options.file, checkpoints)
    return [*(f"as signed: {one}" for one in checkpoints), f"{tree.size} entries, root {tree.root().hex()}"]

def checkpoint(options, keys):
    """Who signed a checkpoint."""
    return [Checkpoint(read(options.file).decode(), keys, options.witnesses_min)]

def receipt(options, keys):
    """A receipt: that an entry is in the tree of its checkpoint."""
    (extra, index), path, note = split_proof(options.file, r"c2sp\.org/tlog-proof@v1(?:\nextra (.*))?\nindex (.*)")
    signed, index, carried = Checkpoint(note, keys), number(index), extra and unbase64(extra)
    entry = read(options.entry, ENTRY_BYTES) if options.entry else carried
    need(entry and carried in (None, entry), "it has no entry with it, or another: see --entry")
    root = root_of_inclusion(sha256(b"\0", entry), index, signed.size, path)
    need(root == signed.root, "it does not lead to the root: entry, place or proof was altered")
    return [f"entry {index + 1} of {signed}:", dump(check_entry(entry, index + 1))]

def consistency(options, keys):
    """That the log only grew since an earlier checkpoint."""
    old = Checkpoint(read(options.old).decode(), keys)
    (size,), path, note = split_proof(options.file, "old (.*)")
    new = Checkpoint(note, keys)
    need(number(size) == old.size and old.origin == new.origin, "the proof is from another checkpoint")
    roots = roots_of_consistency(old.size, new.size, path, old.root) if old.size or path else (old.root, new.root)
    need(roots == (old.root, new.root), "the proof leads to other roots: one of the trees was changed")
    return [f"since it had {old.size} entries it only grew: {new}"]

def tiles(options, keys):
    """Every entry and hash of an exported tiled log."""
    folder, hashes, tree, level, recorded = pathlib.Path(options.file), [], Tree(), 0, ""
    signed = Checkpoint(read(folder / "checkpoint").decode(), keys)
    for start in range(0, signed.size, 256):
        width, at = min(256, signed.size - start), 0
        bundle = read(folder / "tile/entries" / tile_name(start // 256, width), 256 * (2 + ENTRY_BYTES))
        for position in range(start + 1, start + width + 1):
            end = at + 2 + int.from_bytes(bundle[at:at + 2], "big")
            recorded = check_entry(bundle[at + 2:end], position, recorded)["recorded"]
            hashes.append(sha256(b"\0", bundle[at + 2:end]))
            tree.append(hashes[-1])
            at = end
        need(at == len(bundle), f"bundle {start // 256} has another length than its entries")
    need(tree.root() == signed.root, "the entries are not those that were signed")
    while hashes:
        for start in range(0, len(hashes), 256):
            name = f"tile/{level}/{tile_name(start // 256, min(256, len(hashes) - start))}"
            need(read(folder / name, 256 * 32) == b"".join(hashes[start:start + 256]), f"{name} has other hashes")
        for _ in range(8):
            hashes = [sha256(b"\1", *pair) for pair in zip(hashes[::2], hashes[1::2])]
        level += 1
    return [f"tiles of {signed}"]

def tile_name(index, width):
    name = f"{index % 1000:03}" + (f".p/{width}" if width < 256 else "")
    while index := index // 1000:
        name = f"x{index % 1000:03}/{name}"
    return name

def report(options, keys):
    """The checkpoint a report quotes; with the exported log, that it is this log's. Figures are not checked."""
    content = read(options.file, REPORT_BYTES).decode()
    if content.startswith("{"):
        shown = parse(content.removesuffix("\n"))
        made = shown["proof"]
        note, is_quoted = made["checkpoint"], all(shown[name] == made[name] for name in ("asOf", "position", "year"))
    else:
        shown, _, block = content.partition("<!-- minutebook-report\n")
        basis, _, note = block.removesuffix("-->\n").partition("\n\n")
        need(block == f"{basis}\n\n{note}-->\n" and "-->" not in note and shown[0] != "\ufeff", "not as reports are")
        made, is_quoted = parse(basis), shown.count(note) == 1
    signed = Checkpoint(note, keys)
    need(is_quoted and made["position"] == signed.size, "what it shows, and what it says it was made from, differ")
    if options.log:
        grow(options.log, [signed])
    return [f"a report for {made['year']} as of {made['asOf']}, which quotes {signed}",
            "checked: the quoted checkpoint" + (", and that this log begins with these entries" if options.log else ""),
            "NOT checked: the figures and words of the report. Whoever keeps the book can, with 'report verify'."]

def read(path, limit=NOTE_BYTES):
    data = open(path, "rb").read(limit + 1)
    need(len(data) <= limit, f"{path} has more than {limit} bytes")
    return data

def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(required=True, metavar="WHAT")
    for check, name, settings in [
        (log, "--checkpoint", dict(action="append", default=[], help="one the log must contain")),
        (checkpoint, "--witnesses-min", dict(type=number, default=0, help="how many witnesses must have signed")),
        (receipt, "--entry", dict(help="the entry, where the proof has none with it")),
        (consistency, "--old", dict(required=True, help="the earlier checkpoint")),
        (tiles, None, None),
        (report, "--log", dict(help="the exported log it was made from")),
    ]:
        command = commands.add_parser(check.__name__, help=check.__doc__, description=check.__doc__)
        command.set_defaults(check=check)
        command.add_argument("file", help="what to check (a folder of tiles; - for a log from standard input)")
        command.add_argument("--key", action="append", default=[], help="a public key, or a file of them")
        if name:
            command.add_argument(name, **settings)
    options = parser.parse_args()
    try:
        files = [read(key).decode() if pathlib.Path(key).is_file() else key for key in options.key]
        keys = [Key(line) for file in files for line in file.split("\n") if line]
        said, status = "\n".join(map(str, options.check(options, keys))), 0
    except (OSError, ValueError, KeyError, TypeError, RecursionError, ImportError) as fault:
        said, status = f"{options.file}: {f'no {fault}' if isinstance(fault, KeyError) else fault}", 1
    said = "".join(c if c.isprintable() or c == "\n" else ascii(c)[1:-1] for c in said)  # nothing moves the cursor
    sys.stdout and sys.stdout.reconfigure(errors="backslashreplace")
    print(said, file=sys.stderr if status else sys.stdout)
    sys.exit(status)

if __name__ == "__main__":
    main()
