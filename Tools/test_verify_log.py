#!/usr/bin/env python3
"""Tests Tools/verify_log.py: it accepts what real books hand out, and refuses whatever was altered or is malformed.

usage: Tools/test_verify_log.py MINUTEBOOK [VERIFIER]   the second to see which tests another version of the tool fails
"""
import base64, hashlib, json, os, pathlib, resource, subprocess, sys, tempfile, unittest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

MINUTEBOOK = pathlib.Path(sys.argv[1]).resolve()
VERIFIER = pathlib.Path(sys.argv[2] if len(sys.argv) > 2 else pathlib.Path(__file__).with_name("verify_log.py")).resolve()
HEADER = "c2sp.org/tlog-proof@v1\n"


def b64(data):
    return base64.b64encode(data).decode()


def leaf(entry):
    return hashlib.sha256(b"\x00" + entry).digest()


def root(leaves):
    """RFC 9162, section 2.1.1, word for word."""
    if len(leaves) < 2:
        return leaves[0] if leaves else hashlib.sha256(b"").digest()
    at = 1 << (len(leaves) - 1).bit_length() - 1
    return hashlib.sha256(b"\x01" + root(leaves[:at]) + root(leaves[at:])).digest()


class Signer:
    """A key of the test's own: what a dishonest keeper of a log could sign as well."""

    def __init__(self, name, kind=1):
        self.name, self.kind, self.secret = name, kind, Ed25519PrivateKey.generate()
        public = bytes([kind]) + self.secret.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
        self.id = hashlib.sha256(name.encode() + b"\n" + public).digest()[:4]
        self.key = f"{name}+{self.id.hex()}+{b64(public)}"

    def line(self, text, time=1_700_000_000):
        if self.kind == 1:
            return f"\u2014 {self.name} {b64(self.id + self.secret.sign(text.encode()))}\n"
        signature = self.secret.sign(f"cosignature/v1\ntime {time}\n{text}".encode())
        return f"\u2014 {self.name} {b64(self.id + time.to_bytes(8, 'big') + signature)}\n"


BOOK = "8d7eca26-b46f-43a8-81d4-5555724774a4"
ORIGIN = f"minutebook/{BOOK}"
LOG, WITNESS = Signer(ORIGIN), Signer("witness.example", kind=4)


def head(size, tree_root, origin=ORIGIN, more=""):
    return f"{origin}\n{size}\n{b64(tree_root)}\n{more}"


def signed(text, *lines):
    return text + "\n" + ("".join(lines) or LOG.line(text))


def entry(position, /, **members):
    it = {
        "about": [f"member:M{position}"], "by": "秘书处", "command": f"06022543-bbc4-4305-87df-{position:012x}",
        "data": {"book": BOOK} if position == 1 else {}, "occurred": "2019-01-01", "position": position,
        "recorded": f"2026-11-25T17:50:18.{position:06}Z", "type": "member.joined", "v": 1, **members}
    return {name: value for name, value in it.items() if value is not None}


def canonical(value):
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


class VerifierTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def file(self, name, content):
        path = self.folder / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return str(path)

    def run_verifier(self, *arguments, **settings):
        return subprocess.run(
            [sys.executable, VERIFIER, *map(str, arguments)], capture_output=True, text=True, timeout=60, **settings)

    def accepted(self, *arguments, **settings):
        done = self.run_verifier(*arguments, **settings)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        return done.stdout

    def refused(self, says, *arguments, status=1, **settings):
        done = self.run_verifier(*arguments, **settings)
        self.assertEqual(done.returncode, status, done.stdout + done.stderr)
        self.assertEqual(done.stdout, "")
        self.assertNotIn("Traceback", done.stderr)
        self.assertRegex(done.stderr, says)


class RealBooks(VerifierTest):
    """Whatever the program hands out is accepted; what is altered in it, is not."""

    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.books = pathlib.Path(folder.name)
        cls.program("demo", cls.books)

    @classmethod
    def program(cls, *arguments):
        subprocess.run([MINUTEBOOK, *map(str, arguments)], check=True, capture_output=True, env={**os.environ, "LC_ALL": "C.UTF-8"})

    def made(self, plan, *command):
        """What a command of the program writes to a file."""
        path = self.folder / f"{plan}-{command[0]}-{len(os.listdir(self.folder))}"
        self.program(*command, "--book", self.books / f"{plan}.db", "-o", path)
        return path

    def key(self, plan):
        book = self.books / f"{plan}.db"
        done = subprocess.run([MINUTEBOOK, "log", "key", "--book", book], check=True, capture_output=True, text=True)
        return self.file(f"{plan}.key", done.stdout)

    def test_every_log_and_its_checkpoint(self):
        for number in range(1, 9):
            plan = f"P{number}"
            exported, checkpoint = self.made(plan, "log", "export"), self.made(plan, "log", "checkpoint")
            said = self.accepted("log", exported, "--checkpoint", checkpoint, "--key", self.key(plan))
            self.assertRegex(said, r"(?s)as signed: \d+ entries of minutebook/.*\+[0-9a-f]{8}\n\d+ entries, root ")
            with open(exported, "rb") as file:
                self.accepted("log", "-", stdin=file)

    def test_a_checkpoint_of_another_book(self):
        self.refused("more was signed|not those that were signed", "log", self.made("P7", "log", "export"), "--checkpoint",
                     self.made("P5", "log", "checkpoint"), "--key", self.key("P5"))

    def test_receipts_proofs_and_tiles(self):
        key, book = self.key("P7"), self.books / "P7.db"
        for position in (1, 2, 21):
            receipt = self.made("P7", "log", "prove", position)
            self.assertIn(f'"position":{position},', self.accepted("receipt", receipt, "--key", key))
            self.refused("wrong", "receipt", self.file("cut", receipt.read_text("utf-8").replace("\n21\n", "\n22\n")), "--key", key)
        old = self.made("P7", "log", "checkpoint", "--at", 13)
        self.accepted("consistency", self.made("P7", "log", "prove", "--from", 13), "--old", old, "--key", key)
        self.program("log", "tiles", self.folder / "tiles", "--book", book)
        self.accepted("tiles", self.folder / "tiles", "--key", key)
        self.refused("No such file", "tiles", self.folder, "--key", key)

    def report(self, form):
        return self.made("P6", "report", "annual", "--year", "2019", "--format", form)

    def test_reports_say_what_was_checked_and_what_not(self):
        key, exported = self.key("P6"), self.made("P6", "log", "export")
        for form in ("html", "md", "json"):
            report = self.report(form)
            said = self.accepted("report", report, "--log", exported, "--key", key)
            self.assertIn("checked: the quoted checkpoint, and that this log begins with these entries\n", said)
            self.assertIn("NOT checked: the figures", said)
            said = self.accepted("report", report, "--key", key)
            self.assertIn("checked: the quoted checkpoint\n", said)
            # An altered figure is beyond this tool, and it says so.
            altered = self.file(f"altered.{form}", report.read_text("utf-8").replace("84.2", "99.9"))
            self.assertIn("NOT checked: the figures", self.accepted("report", altered, "--log", exported, "--key", key))

    def test_reports_whose_proof_was_altered(self):
        key, exported = self.key("P6"), self.made("P6", "log", "export")
        other = self.made("P5", "log", "export")
        for form in ("html", "md", "json"):
            report = self.report(form)
            text = report.read_text("utf-8")
            self.refused("more was signed|not those", "report", report, "--log", other, "--key", key)
            self.refused("not signed", "report", report, "--key", self.key("P5"))
            self.refused("differ", "report", self.file("p", text.replace('"position":415', '"position":414')), "--key", key)
            self.refused("byte order mark|canonical|not as reports are", "report", self.file("b", "\ufeff" + text), "--key", key)
            self.refused("utf-8", "report", self.file("u", text.encode()[:-40] + b"\xff"), "--key", key)
        text = self.report("html").read_text("utf-8")
        self.refused("differ", "report", self.file("shown", text.replace("\n415\n", "\n414\n", 1)), "--key", key)
        self.refused("not as reports are", "report", self.file("behind", text + "more"), "--key", key)
        block = text[text.index("<!-- minutebook-report"):]
        self.refused("not as reports are|canonical|differ", "report", self.file("twice", text + block), "--key", key)
        text = self.report("json").read_text("utf-8")
        for said in ('"asOf":"2019-12-31"', '"year":2019'):
            at = text.rindex(said) if said.startswith('"year') else text.index(said)
            altered = text[:at] + said.replace("2019", "2018") + text[at + len(said):]
            self.refused("differ", "report", self.file("top", altered), "--key", key)


class Entries(VerifierTest):
    """A log, receipt or folder of tiles may carry only entries that are entries."""

    malformed = {
        "position true": (1, dict(position=True)), "position text": (2, dict(position="2")), "position 3": (2, dict(position=3)),
        "negative cause": (2, dict(cause=-5)), "cause 0": (2, dict(cause=0)), "cause true": (2, dict(cause=True)),
        "later cause": (2, dict(cause=2)), "no such month": (1, dict(recorded="2026-99-99T09:59:59.000001Z")),
        "no such hour": (1, dict(recorded="2026-11-25T99:99:00.000001Z")), "leap second": (1, dict(recorded="2026-11-25T23:59:60.000001Z")),
        "no such day": (1, dict(recorded="2026-02-30T17:50:18.000001Z")), "milliseconds": (1, dict(recorded="2026-11-25T17:50:18.000Z")),
        "an earlier time": (2, dict(recorded="2026-11-25T17:50:18.000000Z")), "occurred at no time": (1, dict(occurred="2019-13-01")),
        "occurred 30 February": (1, dict(occurred="2019-02-30")), "occurred to 31 June": (1, dict(occurred="2019-06-01/2019-06-31")),
        "occurred at 24 hours": (1, dict(occurred="2019-01-01T24:00:00Z")), "occurred at no offset": (1, dict(occurred="2019-01-01T09:30:00+99:99")), "occurred null": (1, dict(occurred=[None])),
        "an interval without words": (1, dict(occurred={"interval": "2019-01-01/2019-02-01"})),
        "fuzzy on no day": (1, dict(occurred={"interval": "2019-01-01/2019-02-30", "words": "2月"})),
        "unknown member": (1, dict(extra=1)), "v 0": (1, dict(v=0)), "v true": (1, dict(v=True)), "by nobody": (1, dict(by="")),
        "by a number": (1, dict(by=7)), "no reason": (1, dict(reason="")), "data a list": (1, dict(data=[])),
        "type a word": (1, dict(type="joined")), "command no id": (1, dict(command="1")),
        "command in capitals": (1, dict(command="06022543-BBC4-4305-87DF-846CC9A6CEEF")), "about nothing": (1, dict(about=[])),
        "about unsorted": (1, dict(about=["member:M2", "member:M1"])), "about twice": (1, dict(about=["member:M1", "member:M1"])),
        "about no subject": (1, dict(about=["member"])), "about a number": (1, dict(about=[1])), "about a text": (1, dict(about="member:M1")),
        **{f"without {member}": (1, {member: None}) for member in entry(1)},
    }

    def log(self, entries):
        return self.file("log", b"".join(one + b"\n" for one in entries))

    def test_entries_as_they_should_be(self):
        entries = [
            entry(1), entry(2, cause=1, reason="说明 \u0001\n"), entry(3, occurred="2019-01-01T09:30:00+08:00"),
            entry(4, occurred="2019-01-01/2019-03-31"), entry(5, about=["activity:A12", "member:M7"]),
            entry(6, occurred={"interval": "2019-02-11/2019-02-20", "words": "2月中旬"}),
            entry(7, data={"about": [{"e\u0301": 1}, True, None, -2**53, "\U0001f600"]}),
            entry(8, occurred="2019-01-01T09:30:00Z/2019-01-01T10:30:00-03:30")]
        self.accepted("log", self.log(map(canonical, entries)))

    def test_malformed_entries(self):
        for name, (position, change) in self.malformed.items():
            with self.subTest(name):
                entries = [canonical(entry(1)), canonical(entry(2))]
                entries[position - 1] = canonical(entry(position, **change))
                self.refused(f"(entry|line) {position}: ", "log", self.log(entries))
                tree = root([leaf(one) for one in entries])
                sibling = leaf(entries[2 - position])
                proof = f"{HEADER}extra {b64(entries[position - 1])}\nindex {position - 1}\n{b64(sibling)}\n\n{signed(head(2, tree))}"
                if name != "an earlier time":  # a receipt knows one entry only
                    self.refused(f"entry {position}: ", "receipt", self.file("receipt", proof), "--key", LOG.key)

    def test_malformed_bytes(self):
        good = canonical(entry(1, data={"a": 1, "b": "é"}))
        for name, bad in {
            "blank": good.replace(b",", b", ", 1), "other order": good.replace(b'"a":1,"b":"\xc3\xa9"', b'"b":"\xc3\xa9","a":1'),
            "a key twice": good.replace(b'"a":1', b'"a":1,"a":1'), "a fraction": good.replace(b":1,", b":1.0,", 1),
            "escaped without need": good.replace(b"\xc3\xa9", b"\\u00e9"), "invalid UTF-8": good.replace(b"\xc3\xa9", b"\xff"),
            "a lone surrogate": good.replace(b"\xc3\xa9", b"\\ud800"), "over 2^53": good.replace(b'"a":1', b'"a":9007199254740993'),
            "byte order mark": b"\xef\xbb\xbf" + good, "carriage return": good + b"\r", "nothing": b"", "a list": b"[]",
            "too long": canonical(entry(1, by="x" * 65_535)), "nested without end": b"[" * 60_000,
            "NaN": good.replace(b'"a":1', b'"a":NaN'), "minus zero": good.replace(b'"a":1', b'"a":-0'),
            "a thousand digits": good.replace(b'"a":1', b'"a":' + b"9" * 9_000),
        }.items():
            with self.subTest(name):
                self.assertNotEqual(good, bad)
                self.refused("(entry|line) 1\\b", "log", self.log([bad]))
        self.refused("line feed", "log", self.file("log", good))

    def test_tiles_of_malformed_entries(self):
        for change in (dict(), dict(position=True), dict(recorded="2026-99-99T09:59:59.000001Z")):
            one = canonical(entry(1, **change))
            for name, content in {
                "checkpoint": signed(head(1, leaf(one))).encode(), "tile/0/000.p/1": leaf(one),
                "tile/entries/000.p/1": len(one).to_bytes(2, "big") + one,
            }.items():
                (self.folder / name).parent.mkdir(parents=True, exist_ok=True)
                (self.folder / name).write_bytes(content)
            if change:
                self.refused("entry 1: ", "tiles", self.folder, "--key", LOG.key)
            else:
                self.accepted("tiles", self.folder, "--key", LOG.key)


class Notes(VerifierTest):
    text = head(2, bytes(32))

    def check(self, note, *arguments, keys=(LOG.key, WITNESS.key)):
        return ["checkpoint", self.file("note", note), *arguments, *(part for key in keys for part in ("--key", key))]

    def test_signed_rightly(self):
        self.accepted(*self.check(signed(self.text)))
        self.accepted(*self.check(signed(head(2, bytes(32), more="extension\n"))))
        self.accepted(*self.check(signed(head(0, hashlib.sha256(b"").digest()))))
        self.accepted(*self.check(signed(self.text, LOG.line(self.text), WITNESS.line(self.text)), "--witnesses-min", 1))
        others = [Signer(f"other/{number}").line(self.text) for number in range(99)]
        self.accepted(*self.check(signed(self.text, *others, LOG.line(self.text))))

    def test_a_published_checkpoint_whose_key_has_another_name_than_its_origin(self):
        note = (
            "go.sum database tree\n63096908\n8lHrQPRYe4KT4WQ9/Qk8/taKnD6IRHbFgfN7vQE2Y54=\n\n\u2014 sum.golang.org "
            "Az3gri/oVBN1jAhNZ/iS+W31psFAWRT20/GyrhpU6taFwulQGetBkH5S7wpGXdS935jiIGiUUAXBVHzT/P6fYhqAmAk=\n")
        key = "sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8"
        self.assertIn("of go.sum database tree, ", self.accepted(*self.check(note, keys=[key])))
        # Where a key of the origin's name is trusted, no other speaks for it.
        self.refused("not signed", *self.check(note, keys=[key, Signer("go.sum").key, Signer(ORIGIN).key][1:]))
        other = Signer("other.example")
        self.refused("not signed", *self.check(signed(self.text, other.line(self.text)), keys=[other.key, LOG.key]))

    def test_a_witness_who_signed_twice_counts_once(self):
        note = signed(self.text, LOG.line(self.text), WITNESS.line(self.text, 1), WITNESS.line(self.text, 2))
        self.assertEqual(self.accepted(*self.check(note, "--witnesses-min", 1)).count("witness.example"), 1)
        self.refused("too few", *self.check(note, "--witnesses-min", 2))

    def test_malformed_notes(self):
        line, text = LOG.line(self.text), self.text
        wrong = signed(text, line, LOG.line(text + "more\n"))
        for name, note in {
            "line repeated": signed(text, line, line), "witness repeated": signed(text, line, *[WITNESS.line(text)] * 2),
            "unknown repeated": signed(text, *[Signer("x").line(text)] * 2, line), "then a wrong one": wrong,
            "101 lines": signed(text, *(Signer(f"other/{number}").line(text) for number in range(100)), line),
            "over 1 MB": signed(long := head(2, bytes(32), more="x" * (1 << 20) + "\n"), LOG.line(long)),
            "trailing blank": signed(text, line[:-1] + " \n"), "no line feed": signed(text, line)[:-1],
            "carriage returns": signed(text, line).replace("\n", "\r\n"), "unsigned": text + "\n",
            "a root that nothing has": signed(head(0, bytes(32))), "size 01": signed(head("01", bytes(32))),
            "size -1": signed(head(-1, bytes(32))), "size 2^63": signed(head(2**63, bytes(32))),
            "no size": signed(f"{ORIGIN}\n"), "blank origin": signed(head(2, bytes(32), origin="")),
            "byte order mark": "\ufeff" + signed(text), "behind it": signed(text, line) + "more\n",
            "a blank in a name": signed(text, line, f"\u2014 a\u3000b {b64(bytes(68))}\n"),
            "a plus in a name": signed(text, line, f"\u2014 a+b {b64(bytes(68))}\n"),
            "a short signature": signed(text, line, f"\u2014 other {b64(bytes(4))}\n"),
            "cosigned at 2^63": signed(text, line, WITNESS.line(text, 2**63)),
        }.items():
            with self.subTest(name):
                self.refused("note: .", *self.check(note))
        # The byte order mark is signed with the rest, and the key's name begins with it too.
        marked = Signer("\ufeff" + ORIGIN)
        text = head(2, bytes(32), origin=marked.name)
        self.refused("byte order mark", *self.check(signed(text, marked.line(text)), keys=[marked.key]))
        self.refused("utf-8", *self.check(signed(self.text).encode() + b"\xff"))

    def test_keys(self):
        note = signed(self.text)
        for key in ("", "no/such/file", LOG.key + " ", "\ufeff" + LOG.key, LOG.key.replace("+", " +", 1), LOG.key[:-1]):
            self.refused("public key|base64|key id|not signed", *self.check(note, keys=[key]))
        self.refused("utf-8", *self.check(note, keys=[self.file("key", LOG.key.encode() + b"\n\xff")]))
        self.accepted(*self.check(note, keys=[self.file("key", LOG.key + "\n")] * 2))

    def test_how_many_witnesses(self):
        for number in ("-1", "x", "1.5", "٣"):
            self.refused("usage", *self.check(signed(self.text), "--witnesses-min", number), status=2)


class Proofs(VerifierTest):
    entries = [canonical(entry(position)) for position in range(1, 4)]
    leaves = [leaf(one) for one in entries]
    note = signed(head(3, root(leaves)))

    def test_receipts(self):
        path = f"{b64(self.leaves[1])}\n{b64(self.leaves[2])}\n"
        extra, index = f"extra {b64(self.entries[0])}\n", "index 0\n"
        good = HEADER + extra + index + path + "\n" + self.note
        self.accepted("receipt", self.file("receipt", good), "--key", LOG.key)
        given = self.file("entry", self.entries[0]), self.file("other", self.entries[1])
        bare = self.file("bare", HEADER + index + path + "\n" + self.note)
        self.accepted("receipt", bare, "--entry", given[0], "--key", LOG.key)
        self.refused("root", "receipt", bare, "--entry", given[1], "--key", LOG.key)
        self.refused("no entry", "receipt", bare, "--key", LOG.key)
        self.refused("another", "receipt", self.file("receipt", good), "--entry", given[1], "--key", LOG.key)
        for name, bad in {
            "unknown field": HEADER + extra + index + "more 1\n" + path, "field repeated": HEADER + extra + index + index + path,
            "extra repeated": HEADER + extra + extra + index + path, "wrong order": HEADER + index + extra + path,
            "field among the hashes": HEADER + extra + index + path + index, "unknown field first": HEADER + "more 1\n" + extra + index + path,
            "blank after the first line": HEADER[:-1] + " \n" + extra + index + path,
            "words after the first line": HEADER[:-1] + " v2\n" + extra + index + path,
            "blank after extra": HEADER + extra[:-1] + " \n" + index + path, "two blanks": HEADER + extra.replace(" ", "  ") + index + path,
            "blank after index": HEADER + extra + "index 0 \n" + path, "index 00": HEADER + extra + "index 00\n" + path,
            "index 1": HEADER + extra + "index 1\n" + path, "index 3": HEADER + extra + "index 3\n" + path,
            "index -0": HEADER + extra + "index -0\n" + path, "blank after a hash": HEADER + extra + index + path[:-1] + " \n",
            "too many hashes": HEADER + extra + index + path + b64(bytes(32)) + "\n", "too few": HEADER + extra + index + path[:45],
            "other version": HEADER.replace("v1", "v2") + extra + index + path, "byte order mark": "\ufeff" + HEADER + extra + index + path,
            "blank line more": HEADER + extra + index + "\n" + path, "no index": HEADER + extra + path, "no header": extra + index + path,
            "carriage return": HEADER + extra + index[:-1] + "\r\n" + path,
        }.items():
            with self.subTest(name):
                self.refused("receipt: .", "receipt", self.file("receipt", bad + "\n" + self.note), "--key", LOG.key)

    def growth(self, old, new, path, size=None, front="", behind=""):
        said = front + f"old {old[0] if size is None else size}\n" + behind + "".join(b64(one) + "\n" for one in path)
        return ["consistency", self.file("growth", said + "\n" + signed(head(*new))), "--old",
                self.file("old", signed(head(*old))), "--key", LOG.key]

    def test_consistency(self):
        empty, two, three = (0, root([])), (2, root(self.leaves[:2])), (3, root(self.leaves))
        self.accepted(*self.growth(empty, three, []))
        self.accepted(*self.growth(empty, empty, []))
        self.accepted(*self.growth(three, three, []))
        self.accepted(*self.growth(two, three, [self.leaves[2]]))
        self.refused("another root", *self.growth((0, bytes(32)), three, []))
        self.refused("another root", *self.growth((0, bytes(32)), (0, bytes(32)), []))
        self.refused("hash", *self.growth(empty, three, [bytes(32)]))
        self.refused("hash", *self.growth(empty, three, [three[1]]))
        self.refused("hash", *self.growth(three, three, [bytes(32)]))
        self.refused("roots", *self.growth((2, bytes(32)), three, [self.leaves[2]]))
        self.refused("shrank|hash", *self.growth(three, two, [self.leaves[2]]))
        for change in (dict(size="2 "), dict(size=1), dict(size="02"), dict(front="old 2\n"), dict(behind="old 2\n"), dict(front="new 3\n")):
            self.refused("growth: .", *self.growth(two, three, [self.leaves[2]], **change))

    def test_a_log_against_an_empty_checkpoint(self):
        log = self.file("log", b"".join(one + b"\n" for one in self.entries))
        for tree in (root([]), bytes(32)):
            checkpoint = self.file("empty", signed(head(0, tree)))
            arguments = ["log", log, "--checkpoint", checkpoint, "--key", LOG.key]
            self.accepted(*arguments) if tree == root([]) else self.refused("another root", *arguments)

    def test_a_checkpoint_of_another_origin(self):
        log, other = self.file("log", b"".join(one + b"\n" for one in self.entries)), Signer("minutebook/other")
        text = head(3, root(self.leaves), origin=other.name)
        note = self.file("note", signed(text, other.line(text)))
        self.refused("another log", "log", log, "--checkpoint", note, "--key", other.key)


class Sizes(VerifierTest):
    """Nothing is read without bound."""

    def test_three_gigabytes(self):
        path = self.folder / "big"
        with open(path, "wb") as file:
            file.truncate(3 << 30)  # one line without an end, which takes no room on the disk
        note = self.file("note", Notes.text + "\n" + LOG.line(Notes.text))
        (self.folder / "tiles").mkdir()
        os.symlink(path, self.folder / "tiles/checkpoint")
        for arguments in (
            ["log", path], ["checkpoint", path], ["receipt", path], ["receipt", note, "--entry", path], ["report", path],
            ["consistency", path, "--old", note], ["consistency", note, "--old", path], ["checkpoint", note, "--key", path],
            ["log", note, "--checkpoint", path], ["tiles", self.folder / "tiles"],
        ):
            with self.subTest(arguments[0]):
                self.refused(".", *arguments, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30)))

    def test_what_is_shown_moves_no_cursor(self):
        one = canonical(entry(1, by="a\u009b2J\u202eb"))
        log = signed(head(1, leaf(one)))
        proof = self.file("proof", f"{HEADER}extra {b64(one)}\nindex 0\n\n{log}")
        self.assertIn("a\\x9b2J\\u202eb", self.accepted("receipt", proof, "--key", LOG.key))


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
