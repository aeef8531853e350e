"""Random histories: members who come and go, meetings, and what they do."""
from datetime import date, timedelta

from .random_plan import ACTIVITIES, GROUPS, LEVELS, PLACES, PROPOSALS, ROLES, SECTORS, SUGGESTIONS, WORKS


def commands(rng, first, last, plan_targets, plan_since, prefix=""):
    """A history of some members over the days from first to last, in the order of days."""
    found = []

    def some_day(begin=None):
        begin = begin or first
        return begin + timedelta(rng.randint(0, max(0, (last - begin).days)))

    def add(on, command, /, **fields):
        found.append((on, len(found), {"command": command, "occurred": str(on)} | {k: v for k, v in fields.items() if v is not None}))

    members, again = {}, {}
    for number in range(rng.randint(4, 8)):
        key = f"M{number + 1}"
        begin = first if number < 3 or rng.random() < 0.6 else some_day()
        members[key] = [begin, last]
        add(begin, "member.join", member=key, name=f"委员{number + 1}", **{"from": str(begin)}, sector=rng.choice(SECTORS + [None]),
            groups=rng.choice([None, ["一组"], ["二组"], ["一组", "二组"]]), roles=rng.choice([None, None, ["常委"], ["director"], ["常委", "director"]]))
        if rng.random() < 0.25:
            on = some_day(begin)
            members[key][1] = on
            add(on, "member.leave", member=key, on=str(on))
            if rng.random() < 0.4 and (last - on).days > 30:
                again[key] = [on + timedelta(rng.randint(1, 30)), last]
                add(again[key][0], "member.begin-term", member=key, **{"from": str(again[key][0])})
        if rng.random() < 0.3:
            on = begin + timedelta(rng.randint(0, (members[key][1] - begin).days))
            kind = rng.choice(["sector", "group", "role", "place"])
            name = rng.choice({"sector": SECTORS, "group": GROUPS, "role": ROLES, "place": PLACES}[kind])
            add(on, "member.assign", member=key, to={"kind": kind, "name": name}, **{"from": str(on)})
            if rng.random() < 0.5 and on < members[key][1]:
                end = on + timedelta(rng.randint(1, (members[key][1] - on).days))
                add(end, "member.release", member=key, of={"kind": kind, "name": name}, on=str(end))

    if rng.random() < 0.15:
        key = rng.choice([key for key in members if key != "M1"])
        add(rng.choice([last, some_day(members[key][0])]), "member.merge", member=key, into="M1", reason="同一人")

    def serving(on):
        return [key for key, (begin, end) in members.items() if begin <= on <= end or key in again and again[key][0] <= on]

    def quantities(share=0.5):
        return [{"of": of, "amount": rng.choice([100, 250, 333, 1200])} for of in rng.sample(["hour", "household"], rng.randint(1, 2))] if rng.random() < share else None

    kept = {"activity": [], "proposal": [], "suggestion": [], "work": []}
    for number in range(rng.randint(8, 20)):
        key, on = f"{prefix}A{number + 1}", some_day()
        end = min(last, on + timedelta(rng.randint(1, 3))) if rng.random() < 0.1 else on
        there = serving(on)
        invited = rng.choice([None, None, None, rng.sample(there, rng.randint(1, len(there)))])
        half_days = rng.choice([None, None, 2, 4])
        add(on, "activity.schedule", activity=key, kind=rng.choice(ACTIVITIES), title=rng.choice(["甲", "乙", "丙"]) + key, on=str(on) if on == end else f"{on}/{end}",
            place=rng.choice(PLACES + [None]), content=rng.choice(["内容", None]), responsible=rng.choice(["张三", "一组", "经济界", None]), level=rng.choice([None] * 4 + ["city"]),
            invited=invited, halfDays=half_days, quantities=quantities(0.3))
        for member in invited or there:
            state = rng.choice(["in", "in", "in", "in", "absent", "none", "leave", "refused", "excused"])
            if state == "in":
                add(end, "attendance.check-in", activity=key, member=member, late=rng.choice([None, None, True]),
                    halfDays=rng.choice([None, rng.randint(1, half_days)]) if half_days else None, quantities=quantities(0.2))
                if rng.random() < 0.15:
                    add(end, "attendance.leave-early", activity=key, member=member)
            elif state == "absent":
                add(end, "attendance.mark-absent", activity=key, member=member)
            elif state == "leave":
                add(on, "attendance.ask-leave", activity=key, member=member)
                add(on, "attendance.grant-leave", activity=key, member=member)
            elif state == "refused":
                add(on, "attendance.ask-leave", activity=key, member=member)
                add(on, "attendance.refuse-leave", activity=key, member=member)
            elif state == "excused":
                add(on, "attendance.excuse", activity=key, member=member, duty="上级会议")
        fate = rng.random()
        if rng.random() < 0.05:
            add(end, "activity.open", activity=key)
        if fate < 0.06:
            add(end, "activity.cancel", activity=key, reason="天气")
        elif fate < 0.97:
            add(end, "activity.close", activity=key, participants=rng.choice([None, None, rng.randint(1, 12)]), quantities=quantities(0.3))
        kept["activity"].append((key, end))
    for number in range(rng.randint(4, 14)):
        key, on = f"{prefix}P{number + 1}", some_day()
        there = serving(on)
        kind = rng.choice(PROPOSALS)
        signers = [rng.choice(there)] if kind == "individual" else rng.sample(there, rng.randint(min(2, len(there)), min(4, len(there)))) if kind == "joint" else rng.choice([[], [rng.choice(there)]])
        add(on, "proposal.file", proposal=key, title=rng.choice(["甲", "乙"]) + key, kind=kind, signers=signers, body=rng.choice(GROUPS + SECTORS) if kind == "collective" else None)
        kept["proposal"].append((key, on))
        after = some_day(on)
        if kind == "joint" and rng.random() < 0.3:
            add(after, "proposal.co-sign", proposal=key, member=rng.choice(there))
        fate = rng.random()
        if fate < 0.1:
            add(after, "proposal.withdraw", proposal=key, reason="撤回")
        elif fate < 0.2 and len(kept["proposal"]) > 1:
            add(after, "proposal.merge", proposal=key, into=rng.choice(kept["proposal"][:-1])[0])
        elif fate < 0.3:
            add(after, "proposal.decline", proposal=key, code="duplicate", reason="重复", goesOnAs="suggestion")
            add(after, "suggestion.submit", suggestion=f"{prefix}S9{number}", title="转" + key, kind="suggestion", members=signers or None, proposal=key)
            kept["suggestion"].append((f"{prefix}S9{number}", after))
        elif fate < 0.9:
            add(after, "proposal.accept", proposal=key)
            if rng.random() < 0.7:
                later = some_day(after)
                add(later, "proposal.hand-over", proposal=key, lead="建设办")
                if rng.random() < 0.6:
                    add(some_day(later), "proposal.answer", proposal=key, unit="建设办")
        if fate >= 0.3 and rng.random() < 0.3:
            add(after, "proposal.mark", proposal=key, mark=rng.choice(["key", "excellent"]))
        for step, share in (("adopt", 0.25), ("instruct", 0.2), ("send-up", 0.2)):
            if fate >= 0.3 and rng.random() < share:
                level = rng.choice(LEVELS + ([] if step == "adopt" else [None]))
                add(some_day(after), f"proposal.{step}", proposal=key, level=level, leader="市长" if step == "instruct" else None, to="上级" if step == "send-up" else None)
    for number in range(rng.randint(4, 14)):
        key, on = f"{prefix}S{number + 1}", some_day()
        there = serving(on)
        add(on, "suggestion.submit", suggestion=key, title=rng.choice(["甲", "乙"]) + key, kind=rng.choice(SUGGESTIONS), members=rng.sample(there, rng.randint(1, min(3, len(there)))))
        kept["suggestion"].append((key, on))
        for step, share in (("adopt", 0.4), ("instruct", 0.2), ("issue", 0.3), ("hand-over", 0.4)):
            if rng.random() < share:
                after = some_day(on)
                level = rng.choice(LEVELS + ([] if step == "adopt" else [None]))
                add(after, f"suggestion.{step}", suggestion=key, level=None if step == "hand-over" else level, leader="市长" if step == "instruct" else None, to="上级" if step in ("issue", "hand-over") else None)
                if step == "hand-over" and rng.random() < 0.6:
                    add(some_day(after), "suggestion.answer", suggestion=key, unit="上级")
    for number in range(rng.randint(3, 12)):
        key, on = f"{prefix}W{number + 1}", some_day()
        there = serving(on)
        held = [one for one, end in kept["activity"] if end <= on]
        add(on, "work.file", work=key, title=rng.choice(["甲", "乙"]) + key, kind=rng.choice(WORKS), authors=rng.choice([None, rng.sample(there, rng.randint(1, min(3, len(there))))]),
            activity=rng.choice(held) if held and rng.random() < 0.5 else None, quantities=quantities())
        kept["work"].append((key, on))
    for number in range(rng.randint(2, 8)):
        on = some_day()
        kind = rng.choice(["money", "goods", "brought-in"])
        add(on, "donation.receive", donation=f"{prefix}D{number + 1}", kind=kind, amount=rng.randint(1, 90000) if kind != "goods" else None, goods="书" if kind == "goods" else None,
            value=rng.choice([None, rng.randint(1, 9000)]) if kind == "goods" else None, member=rng.choice(serving(on) + [None]), purpose=rng.choice(["修路", "助学"]) if kind == "brought-in" else None)
        if kind == "brought-in":
            add(some_day(on), "fund.spend", expense=f"{prefix}E{number + 1}", purpose=rng.choice(["修路", "助学"]), amount=rng.randint(1, 30000))
    for number in range(rng.randint(2, 10)):
        on = some_day()
        there = serving(on)
        add(on, "visit.record", visit=f"{prefix}V{number + 1}", members=rng.choice([None, rng.sample(there, rng.randint(1, min(3, len(there))))]), to=None, area=rng.choice(PLACES + [None]), quantities=quantities())
    for number in range(rng.randint(2, 8)):
        what = rng.choice(["member", "body", "activity", "proposal", "suggestion", "work"])
        on, subject, people = some_day(), None, None
        if what == "member":
            people = rng.sample(serving(on), 1)
        elif what != "body":
            key, since = rng.choice(kept[what] or [(None, None)])
            if key is None:
                continue
            on, subject = some_day(since), f"{what}:{key}"
            if rng.random() < 0.2:
                people = rng.sample(serving(on), 1) if serving(on) else None
        add(on, "commendation.record", commendation=f"{prefix}C{number + 1}", title=rng.choice(["甲", "乙"]) + "奖", level=rng.choice(LEVELS), members=people, what=subject)
    for plan, target in plan_targets:
        since = plan_since[plan]
        if target.get("mark") == "by-hand" and rng.random() < 0.7:
            add(some_day(since), "target.mark", plan=plan, target=target["id"], met=rng.random() < 0.6, reason="认定")
        if target.get("score") == "by-hand":
            for _ in range(rng.randint(0, 4)):
                on, kind = some_day(since), target.get("for")
                names = {"member": serving(on), "group": GROUPS, "sector": SECTORS}
                add(on, rng.choice(["points.award", "points.award", "points.deduct"]), plan=plan, target=target["id"], points=rng.choice([50, 100, 133, 400]),
                    reason="理由", **({kind: rng.choice(names[kind])} if kind in names else {}))
        if target.get("for") in ("member", "group", "sector") and "score" in target and rng.random() < 0.15:
            on = some_day(since)
            member = rng.choice(serving(on))
            whose = {"member": member} if target["for"] == "member" else {target["for"]: rng.choice({"group": GROUPS, "sector": SECTORS}[target["for"]])}
            appeal = f"{prefix}AP{target['id']}"
            add(on, "appeal.file", appeal=appeal, member=member, plan=plan, target=target["id"], why="有误")
            add(on, "appeal.answer", appeal=appeal, outcome="upheld", answer="属实")
            add(on, rng.choice(["points.award", "points.deduct"]), plan=plan, target=target["id"], points=rng.choice([50, 300]), appeal=appeal, reason="申诉", **whose)
    return [command for _, _, command in sorted(found, key=lambda one: one[:2])]


BALLOT_RULES = [
    {"kind": "decision", "article": "过半数通过", "pass": {"moreThan": "1/2", "of": "present"}},
    {"kind": "appraisal", "article": "当场测评", "grades": [{"grade": "满意", "is": "satisfied"}, {"grade": "不满意", "is": "not-satisfied"}], "rate": "returned"},
]


def meeting_results(rng, first, last, commands):
    """Speeches, votes, decisions, letters and visits, of a history that has its meetings and members."""
    held = [one for one in commands if one["command"] == "activity.schedule"]
    members = {one["member"]: one["from"] for one in commands if one["command"] == "member.join"}
    found = [{"command": "ballot-rules.adopt", "occurred": str(first), "rules": "BR1", "title": "表决规则", "source": "自定", "items": BALLOT_RULES}]

    def later(on):
        return str(min(last, date.fromisoformat(on) + timedelta(rng.randint(0, 60))))
    for number in range(rng.randint(3, 12)):
        meeting = rng.choice(held)
        on = meeting["on"].split("/")[0]
        there = [key for key, since in members.items() if since <= on]
        what = rng.choice(["speech", "speech", "ballot", "decision", "petition"])
        title = rng.choice(["甲", "乙"]) + str(number)
        if what == "speech":
            found.append({"command": "speech.record", "occurred": on, "speech": f"F{number}", "activity": meeting["activity"], "form": rng.choice(["oral", "written"]),
                          "members": rng.sample(there, rng.randint(1, min(2, len(there)))), "title": title})
        elif what == "ballot":
            present = rng.randint(1, 3)
            call = {"command": "ballot.call", "occurred": on, "ballot": f"B{number}", "activity": meeting["activity"], "kind": "decision", "method": "hands", "title": title}
            votes = [{"answer": "for", "votes": rng.randint(0, present)}]
            if rng.random() < 0.5:
                call |= {"kind": "appraisal", "method": "secret", "options": [rng.choice([{"member": there[0]}, {"name": "财政所"}])]}
                votes = [{"of": 1, "answer": "满意", "votes": rng.randint(0, present)}]
            papers = {"issued": present, "returned": present} if call["method"] == "secret" else {}
            found.append(call)
            if rng.random() < 0.85:
                found.append({"command": "ballot.count", "occurred": on, "ballot": f"B{number}", "present": present, "votes": votes} | papers)
        elif what == "decision":
            found.append({"command": "decision.record", "occurred": on, "decision": f"R{number}", "kind": rng.choice(["resolution", "decision", "opinion"]), "title": title,
                          "activity": meeting["activity"]})
            rounds(rng, found, "decision", f"R{number}", on, later, "handle")
        else:
            found.append({"command": "petition.receive", "occurred": on, "petition": f"L{number}", "kind": rng.choice(["letter", "visit", "call", "online"]), "title": title,
                          "members": rng.sample(there, 1)} | ({"activity": meeting["activity"]} if rng.random() < 0.5 else {}))
            rounds(rng, found, "petition", f"L{number}", on, later, "supervise")
    return found


def rounds(rng, found, concept, key, on, later, besides):
    """What is handed over once or twice, answered, and handled or supervised."""
    for _ in range(rng.choice([0, 1, 1, 2])):
        on = later(on)
        found.append({"command": f"{concept}.hand-over", "occurred": on, concept: key, "to": "建设办"})
        for step in rng.sample(["answer", besides], rng.randint(0, 2)):
            on = later(on)
            found.append({"command": f"{concept}.{step}", "occurred": on, concept: key} | ({"unit": "建设办"} if step == "answer" else {}))


def splits(rng, last, commands):
    """Sometimes a proposal is handled as two others that are on file."""
    filed = [(one["proposal"], date.fromisoformat(one["occurred"])) for one in commands if one["command"] == "proposal.file"]
    if len(filed) < 4 or rng.random() < 0.5:
        return []
    chosen = rng.sample(filed, 3)
    on = min(last, max(day for _, day in chosen) + timedelta(rng.randint(0, 20)))
    return [{"command": "proposal.split", "occurred": str(on), "proposal": chosen[0][0], "into": [key for key, _ in chosen[1:]]}]
