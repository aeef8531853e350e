#!/usr/bin/env python3
"""Checks what a Minutebook book hands out: exported log, checkpoints, receipts, proofs, tiles, reports.

Shares no code with the product. Needs Python 3.9; for signatures, the package `cryptography`. After RFC 9162 (trees),
RFC 8785 (entries), C2SP signed-note, tlog-checkpoint, -cosignature, -proof, -witness (consistency), -tiles.
"""
import argparse, base64, hashlib, json, pathlib, re, sys


def need(condition, what):
    if not condition:
        raise ValueError(what)


def integer(digits):
    need(re.fullmatch("-?[0-9]{1,16}", digits) and abs(int(digits)) <= 2**53, f"not an integer: {digits[:30]}")
    return int(digits)


def ordered(pairs):
    keys = [key.encode("utf-16-be") for key, _ in pairs]  # the order of RFC 8785
    need(all(a < b for a, b in zip(keys, keys[1:])), "keys are repeated or not sorted")
    return dict(pairs)


def parse(entry):
    """RFC 8785, restricted to integers: json writes escapes as it does, and what was read is written again."""
    value = json.loads(entry.decode(), parse_int=integer, parse_float=integer, parse_constant=integer,
                       object_pairs_hook=ordered)
    written = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
    need(isinstance(value, dict) and written == entry, "no object in canonical form")
    return value


def check_entry(entry, position, recorded_before):
    """Checks an entry's bytes and its place in the order (Schemas/ says the rest); gives the time it was recorded."""
    need(len(entry) <= 65_535, f"{len(entry)} bytes, more than 65535")
    it = parse(entry)
    need(it["position"] == position, f"position {it['position']}, expected {position}")
    need(it.get("cause", 0) < position, "its cause is no earlier entry")
    need(it["about"] == sorted(set(it["about"]), key=str.encode), "about is not sorted, or repeats a subject")
    need(re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z", it["recorded"], re.ASCII), "recorded is malformed")
    need(it["recorded"] > recorded_before, f"recorded at {it['recorded']}, not after {recorded_before}")
    return it["recorded"]


def leaf_hash(entry):
    return hashlib.sha256(b"\x00" + entry).digest()


def node_hash(left, right):
    return hashlib.sha256(b"\x01" + left + right).digest()


class Tree:
    """Roots of the complete subtrees so far, the biggest first: enough to append, and to know the root."""

    def __init__(self):
        self.size, self.subtrees = 0, []

    def append(self, leaf):
        self.size += 1
        for _ in range((self.size & -self.size).bit_length() - 1):  # as many are completed as zeros end the size
            leaf = node_hash(self.subtrees.pop(), leaf)
        self.subtrees.append(leaf)

    def root(self):
        root = self.subtrees[-1] if self.subtrees else hashlib.sha256(b"").digest()
        for subtree in reversed(self.subtrees[:-1]):
            root = node_hash(subtree, root)
        return root


def split(size):
    return 1 << (size - 1).bit_length() - 1  # the biggest power of two below the size (RFC 9162, section 2.1.1)


def root_of_inclusion(leaf, index, size, path):
    """PATH of section 2.1.3.1, read backwards."""
    need(0 <= index < size and (size > 1) == bool(path), "the proof has too few or too many hashes for its index")
    if size == 1:
        return leaf
    if index < split(size):
        return node_hash(root_of_inclusion(leaf, index, split(size), path[:-1]), path[-1])
    return node_hash(path[-1], root_of_inclusion(leaf, index - split(size), size - split(size), path[:-1]))


def roots_of_consistency(old, new, path, known):
    """SUBPROOF of section 2.1.4.1, read backwards: the old and the new root that a proof leads to."""
    if old == new:
        path = path if known is None else [known, *path]
        need(len(path) == 1, "the proof has too few or too many hashes")
        return path[0], path[0]
    need(0 < old < new and path, "the proof has too few hashes, or the tree shrank")
    if old <= split(new):
        roots = roots_of_consistency(old, split(new), path[:-1], known)
        return roots[0], node_hash(roots[1], path[-1])
    roots = roots_of_consistency(old - split(new), new - split(new), path[:-1], None)
    return node_hash(path[-1], roots[0]), node_hash(path[-1], roots[1])


def unbase64(text, count=None):
    """The one form that an encoder writes, of `count` bytes if that is given."""
    data = base64.b64decode(text, validate=True)  # a ValueError where it is none
    need(base64.b64encode(data).decode() == text and count in (None, len(data)), f"not canonical base64: {text[:60]}")
    return data


def whole(text):
    need(re.fullmatch("0|[1-9][0-9]{0,18}", text), f"not a whole number: {text[:40]}")
    return int(text)


class Key:
    """A verifier key, name+key id+base64(type, public key): type 1 signs as a log, type 4 as a witness."""

    def __init__(self, text):
        self.name, key_id, key = (text.strip().split("+", 2) + ["", ""])[:3]
        data = unbase64(key, 33)
        self.type, self.public = data[0], data[1:]
        self.id = hashlib.sha256(f"{self.name}\n".encode() + data).digest()[:4]
        need(self.type in (1, 4) and self.id.hex() == key_id, f"the type or the key id of '{text[:60]}' is wrong")

    def check(self, text, signature):
        if self.type == 4:
            time, signature = int.from_bytes(signature[:8], "big"), signature[8:]
            text = f"cosignature/v1\ntime {time}\n{text}"
        from cryptography.exceptions import InvalidSignature  # here, so that a log alone is checked without the package
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
        try:
            Ed25519PublicKey.from_public_bytes(self.public).verify(signature, text.encode())
        except InvalidSignature:
            raise ValueError(f"the signature of {self.name} is wrong: the text was changed, or it is another's")


def keys_in(texts):
    files = (pathlib.Path(text).read_text("utf-8") if pathlib.Path(text).is_file() else text for text in texts)
    return [Key(line) for file in files for line in file.splitlines() if line.strip()]


class Checkpoint:
    """A signed tree head; whoever makes one of these has checked who signed it."""

    def __init__(self, note, keys, witnesses_min=0):
        need("\n\n" in note and note.endswith("\n") and all(c == "\n" or c >= " " for c in note), "no signed note")
        head, _, signatures = note.rpartition("\n\n")
        text, lines = head + "\n", head.split("\n")
        need(len(lines) >= 3 and all(lines), "a checkpoint has an origin, a size and a root")
        self.origin, self.size, self.root = lines[0], whole(lines[1]), unbase64(lines[2], 32)
        self.signers = []
        for line in signatures[:-1].split("\n"):
            dash, name, data = (line.split(" ") + ["", ""])[:3]
            need(dash == "\u2014" and line.count(" ") == 2, f"no signature line: {line[:60]}")
            data = unbase64(data)
            for key in (key for key in keys if (key.name, key.id) == (name, data[:4])):
                key.check(text, data[4:])
                self.signers.append(key)
        need(any(key.type == 1 and key.name == self.origin for key in self.signers), "not signed by the log's key")
        need(len({key.name for key in self.signers if key.type == 4}) >= witnesses_min, "too few witnesses have signed")

    def __str__(self):
        return f"{self.size} entries, root {self.root.hex()}, signed by " + ", ".join(key.name for key in self.signers)


def split_proof(text, first):
    """The lines before a proof's checkpoint as fields and hashes, and the checkpoint's text."""
    head, gap, note = text.partition("\n\n")
    lines = head.split("\n")
    need(gap and lines[0] == first or lines[0].startswith(first + " "), f"no proof: it does not begin with '{first}'")
    fields = {}
    while lines and (" " in lines[0] or lines[0] == first):
        name, _, fields[name] = lines.pop(0).partition(" ")
    return fields, [unbase64(line, 32) for line in lines], note


def log(options, keys):
    """Every line of an exported log, and the tree over them against checkpoints."""
    checkpoints = [Checkpoint(text(path), keys) for path in options.checkpoint]
    tree, recorded = Tree(), ""
    for number, line in enumerate(sys.stdin.buffer if options.file == "-" else open(options.file, "rb"), 1):
        try:
            need(line.endswith(b"\n"), "the line does not end with a line feed")
            recorded = check_entry(line[:-1], number, recorded)
        except (ValueError, KeyError, TypeError, RecursionError) as fault:
            raise ValueError(f"line {number}: {fault}")
        tree.append(leaf_hash(line[:-1]))
        for signed in (one for one in checkpoints if one.size == number):
            need(signed.root == tree.root(), f"the first {number} entries are not those that were signed")
            print(f"as signed: {signed}")
    need(all(signed.size <= tree.size for signed in checkpoints), f"more was signed than the {tree.size} entries here")
    print(f"{tree.size} entries, root {tree.root().hex()}")


def checkpoint(options, keys):
    """Who signed a checkpoint."""
    print(Checkpoint(text(options.file), keys, options.witnesses_min))


def receipt(options, keys):
    """A receipt: that an entry is in the tree of its checkpoint."""
    fields, path, note = split_proof(text(options.file), "c2sp.org/tlog-proof@v1")
    signed = Checkpoint(note, keys)
    entry = pathlib.Path(options.entry).read_bytes() if options.entry else unbase64(fields.get("extra", ""))
    index = whole(fields.get("index", ""))
    root = root_of_inclusion(leaf_hash(entry), index, signed.size, path)
    need(root == signed.root, "it does not lead to the root: entry, place or proof was altered, or there is no entry")
    print(f"entry {index + 1} of {signed}:\n{entry.decode('utf-8', 'replace')}")


def consistency(options, keys):
    """That the log only grew since an earlier checkpoint."""
    old = Checkpoint(text(options.old), keys)
    fields, path, note = split_proof(text(options.file), "old")
    new = Checkpoint(note, keys)
    need(whole(fields["old"]) == old.size and old.origin == new.origin, "the proof is from another checkpoint")
    roots = roots_of_consistency(old.size, new.size, path, old.root) if old.size or path else (old.root, new.root)
    need(roots == (old.root, new.root), "the proof leads to other roots: one of the trees was changed")
    print(f"since it had {old.size} entries it only grew: {new}")


def tiles(options, keys):
    """Every entry and hash of an exported tiled log."""
    folder, hashes, tree, level = pathlib.Path(options.file), [], Tree(), 0
    signed = Checkpoint(text(folder / "checkpoint"), keys)
    for start in range(0, signed.size, 256):
        width, at = min(256, signed.size - start), 0
        bundle = (folder / "tile/entries" / tile_name(start // 256, width)).read_bytes()
        for _ in range(width):
            end = at + 2 + int.from_bytes(bundle[at:at + 2], "big")
            hashes.append(leaf_hash(bundle[at + 2:end]))
            tree.append(hashes[-1])
            at = end
        need(at == len(bundle), f"bundle {start // 256} has another length than its entries")
    need(tree.root() == signed.root, "the entries are not those that were signed")
    while hashes:
        for start in range(0, len(hashes), 256):
            name = f"tile/{level}/{tile_name(start // 256, min(256, len(hashes) - start))}"
            need((folder / name).read_bytes() == b"".join(hashes[start:start + 256]), f"{name} has other hashes")
        for _ in range(8):
            hashes = [node_hash(*pair) for pair in zip(hashes[::2], hashes[1::2])]
        level += 1
    print(f"tiles of {signed}")


def tile_name(index, width):
    name = f"{index % 1000:03}" + (f".p/{width}" if width < 256 else "")
    while index := index // 1000:
        name = f"x{index % 1000:03}/{name}"
    return name


def report(options, keys):
    """The checkpoint a report carries; with the exported log, that the report was made from it."""
    content = text(options.file)
    if content.startswith("{"):
        made = json.loads(content)["proof"]
    else:
        block = content.rpartition("<!-- minutebook-report\n")[2].removesuffix("-->\n").partition("\n\n")
        made = {**json.loads(block[0]), "checkpoint": block[2]}
    signed, tree = Checkpoint(made["checkpoint"], keys), Tree()
    need(made["position"] == signed.size, "the report is of another position than its checkpoint")
    if options.log:
        for line in text(options.log).split("\n")[:signed.size]:
            tree.append(leaf_hash(line.encode()))
        need((tree.size, tree.root()) == (signed.size, signed.root), "the log is not the one the report was made from")
    print(f"a report for {made['year']} as of {made['asOf']}, made from {signed}")


def text(path):
    return pathlib.Path(path).read_bytes().decode("utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(required=True, metavar="WHAT")
    for check, name, settings in [
        (log, "--checkpoint", dict(action="append", default=[], help="one the log must contain")),
        (checkpoint, "--witnesses-min", dict(type=int, default=0, help="how many witnesses must have signed")),
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
        options.check(options, keys_in(options.key))
    except (OSError, ValueError, KeyError, TypeError, IndexError) as fault:
        sys.exit(f"{options.file}: {fault if isinstance(fault, (OSError, ValueError)) else repr(fault)}")


if __name__ == "__main__":
    main()
