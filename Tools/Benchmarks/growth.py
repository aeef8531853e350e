"""Whether what a command costs grows with what is on record: CPU seconds for N, 2 N and 4 N commands of one kind, above
those of a book that is only opened. A cost that does not grow doubles; one that does quadruples."""
import json
import pathlib
import resource
import subprocess
import tempfile

FIRST = 2_000


def command(name, **fields):
    return json.dumps({"command": name, "occurred": "2026-01-05", **fields}, ensure_ascii=False)


def members(count):
    return [command("member.join", member=f"M{n}", name="x", **{"from": "2026-01-01"}) for n in range(count)]


def activity(number):
    return command("activity.schedule", activity=f"A{number}", kind="study", title="x", on="2026-03-01")


def check_ins(number, count):
    lists = [[f"M{n}" for n in range(start, min(start + 500, count))] for start in range(0, count, 500)]
    return [command("attendance.check-in", activity=f"A{number}", members=part) for part in lists]


def voids(first, count):
    return [command("fact.void", corrects=first + n, reason="x") for n in range(count)]


def numbered(name, count, **fields):
    return [command(name, **fields) for _ in range(count)]


# What is recorded beforehand, and what is measured.
KINDS = {
    "visit.record": lambda n: ([], numbered("visit.record", n)),
    "donation.receive": lambda n: ([], numbered("donation.receive", n, kind="money", amount=100, purpose="x")),
    "fund.spend": lambda n: (
        numbered("donation.receive", 1, kind="money", amount=10**12, purpose="x"), numbered("fund.spend", n, amount=100, purpose="x")),
    "proposal.accept": lambda n: (
        members(1) + [command("proposal.file", proposal=f"P{i}", kind="individual", title="x", signers=["M0"]) for i in range(n)],
        [command("proposal.accept", proposal=f"P{i}") for i in range(n)]),
    "activity.reschedule": lambda n: (
        [activity(i) for i in range(n)],
        [command("activity.reschedule", activity=f"A{i}", on="2026-03-02", reason="x") for i in range(n)]),
    "attendance.check-in, one activity": lambda n: (
        members(n) + [activity(0)], [command("attendance.check-in", activity="A0", member=f"M{i}") for i in range(n)]),
    "fact.void of visits": lambda n: (numbered("visit.record", n), voids(2, n)),
    "fact.void of check-ins, one activity": lambda n: (members(n) + [activity(0)] + check_ins(0, n), voids(n + 3, n)),
    "member.leave": lambda n: (
        members(n) + [line for a in range(20) for line in [activity(a)] + check_ins(a, n)],
        [command("member.leave", member=f"M{i}", on="2026-06-30", reason="x") for i in range(n)]),
    "member.merge": lambda n: (
        members(2 * n), [command("member.merge", member=f"M{2 * i}", into=f"M{2 * i + 1}", reason="x") for i in range(n)]),
}


def record(minutebook, book, lines, folder):
    file = pathlib.Path(folder, "commands.ndjson")
    file.write_text("".join(line + "\n" for line in lines), encoding="utf-8")
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    result = subprocess.run([minutebook, "record", file, "--book", book], stdout=subprocess.PIPE, text=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if result.returncode != 0:
        raise SystemExit(next(line for line in result.stdout.splitlines() if '"ok":false' in line))
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def seconds(minutebook, kind, count):
    before, measured = KINDS[kind](count)
    with tempfile.TemporaryDirectory() as folder:
        book = str(pathlib.Path(folder, "book.db"))
        subprocess.run([minutebook, "book", "open", book, "--name", "x"], check=True, stdout=subprocess.DEVNULL)
        record(minutebook, book, before, folder)
        opened = record(minutebook, book, [], folder)
        return record(minutebook, book, measured, folder) - opened


def measure(minutebook):
    print(f"{'CPU seconds for':38}" + "".join(f"{FIRST * factor:>9,}" for factor in (1, 2, 4)) + "   each twice as many")
    for kind in KINDS:
        times = [seconds(minutebook, kind, FIRST * factor) for factor in (1, 2, 4)]
        growth = "  ".join(f"{later / earlier:.1f}" for earlier, later in zip(times, times[1:]))
        print(f"{kind:38}" + "".join(f"{time:9.2f}" for time in times) + f"   {growth}", flush=True)
