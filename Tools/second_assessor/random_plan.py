"""Random plans, of every kind of rule in the guide."""
SECTORS, GROUPS, ROLES, PLACES = ["经济界", "教育界", "农业界"], ["一组", "二组"], ["常委", "director"], ["东村", "西村", "南村"]
ACTIVITIES = ["study", "meeting", "plenary", "research", "常委会"]
WORKS = ["report", "reflection", "article", "审议发言"]
PROPOSALS, SUGGESTIONS = ["individual", "joint", "collective"], ["suggestion", "social-opinion", "deputy-suggestion"]
LEVELS = ["township", "district", "city", "prefecture", "province", "nation"]
PARTS = ["10%", "33.33%", "50%", "2/3", "80%", "100%"]


class Plans:
    """Makes one plan file."""

    def __init__(self, rng, name, first, last, earlier=()):
        self.rng, self.name, self.first, self.last, self.earlier = rng, name, first, last, earlier

    def some(self, values):
        one = self.rng.sample(values, self.rng.randint(1, min(3, len(values))))
        return self.rng.choice(["any", one[0], one])

    def chance(self, share):
        return self.rng.random() < share

    def points(self, most=20):
        return self.rng.choice([self.rng.randint(1, most), self.rng.randint(1, most * 4) / 4, self.rng.randint(1, most * 100) / 100])

    def acts(self, kind, narrow=True, sources=None):
        rng = self.rng
        source = rng.choice(sources or ["activities", "proposals", "suggestions", "works", "donations", "visits", "commendations", "count", "either", "meeting"]
                            + (["meeting"] * 2 if kind == "body" else []))
        if source == "meeting":
            return self.done_at_meetings(kind, narrow)
        if source == "count":
            return {"count": rng.sample(["proposals", "suggestions", "visits", "works", "donations"], 2)}
        if source == "either":
            return {"either": [self.acts(kind, narrow, [one]) for one in rng.sample(["activities", "proposals", "suggestions", "works"], 2)]}
        values = {"activities": ACTIVITIES, "proposals": PROPOSALS, "suggestions": SUGGESTIONS, "works": WORKS, "donations": ["money", "goods", "brought-in"],
                  "commendations": ["member", "proposal", "suggestion", "work", "activity"] + (["body"] if kind == "body" else [])}
        selector = {source: "any" if source == "visits" else self.some(values[source])}
        if not narrow:
            return selector
        if source == "activities":
            for key, value in (("attendance", rng.choice(PARTS + [{"more-than": "1/2"}])), ("with", rng.choice(["report", ["report", "article"]])),
                               ("particulars", rng.sample(["time", "place", "content", "responsible"], 2)), ("participants", rng.randint(2, 6)), ("level", "city")):
                if self.chance(0.12):
                    selector[key] = value
        if source in ("activities", "visits") and self.chance(0.15):
            selector["place"] = rng.choice(PLACES)
        if source in ("activities", "proposals", "suggestions", "works", "commendations") and self.chance(0.15):
            selector["titled"] = rng.choice(["甲", "乙"])
        if source in ("proposals", "suggestions"):
            stages = ["filed", "accepted", "handed-over", "answered"] if source == "proposals" else ["handed-over", "answered"]
            if self.chance(0.4):
                selector["reached"] = rng.choice(stages)
            for key in ("adopted", "instructed", "sent-up"):
                if self.chance(0.15):
                    selector[key] = rng.choice(["any", "none", "district", "city", "province"])
            if source == "suggestions" and self.chance(0.3):
                selector["came-from"] = rng.choice(["proposal", "none"])
            if source == "proposals" and self.chance(0.1):
                selector["marked"] = rng.choice(["key", "excellent"])
        if source in ("proposals", "suggestions", "works", "activities", "commendations") and self.chance(0.1):
            selector["commended"] = rng.choice(["any", "district", "city"] + ([] if source == "commendations" else ["none"]))
        return selector

    def done_at_meetings(self, kind, narrow):
        """Speeches and letters and visits are their members'; decisions and ballots nobody's."""
        rng = self.rng
        source = rng.choice(["speeches", "petitions"] + (["decisions", "ballots"] if kind == "body" else []))
        values = {"speeches": ["oral", "written"], "petitions": ["letter", "visit", "call", "online"], "decisions": ["resolution", "decision", "opinion"],
                  "ballots": ["decision", "appraisal"]}
        selector = {source: self.some(values[source])}
        if not narrow:
            return selector
        if self.chance(0.3):
            if self.chance(0.5):
                selector["titled"] = "甲"
            else:
                selector["at"] = rng.choice(["plenary", ["study", "meeting"]])
        if source == "petitions" and self.chance(0.5):
            selector["reached"] = rng.choice(["handed-over", "supervised", "answered"])
        if source == "decisions" and self.chance(0.5):
            selector["reached"] = rng.choice(["handed-over", "answered", "handled"])
        if source == "ballots":
            kinds = selector["ballots"] if isinstance(selector["ballots"], list) else [selector["ballots"]]
            if kinds != ["appraisal"] and self.chance(0.5):
                selector["result"] = rng.choice(["valid", "carried"])
            elif kinds != ["decision"] and self.chance(0.5):
                selector["appraises"] = rng.choice(["member", "office"])
        return selector

    def by_role(self):
        return {"lead": self.points(), "other": self.rng.choice([0, self.points(8)])} if self.chance(0.4) else self.points(8)

    def score(self, kind, acts_target):
        """A score by acts, with its acts."""
        rng = self.rng
        form = rng.choice(["each", "each", "from", "steps", "times", "around", "sum", "share", "level", "award", "deduct", "both", "half"])
        if kind == "body" and form in ("award", "deduct", "both", "half", "share"):
            form = "each"
        members = kind != "body"
        people = ["proposals", "suggestions", "works"]
        points = self.by_role if members else self.points
        sources = people if members and form in ("each", "from", "steps", "times") and self.chance(0.6) else None
        if not sources and form in ("each", "from", "steps", "times"):
            points = lambda: self.points(8)
        if form == "each":
            return {"each": points()}, self.acts(kind, sources=sources)
        if form == "from":
            return {"each": points(), "from": rng.randint(2, 3)}, self.acts(kind, sources=sources)
        if form == "steps":
            return {"each": [{"from": 1, "points": points()}, {"from": rng.randint(2, 4), "points": points()}]}, self.acts(kind, sources=sources)
        if form == "times":
            return {"each": points(), "times": rng.randint(1, 2)} | ({"from": 2} if self.chance(0.2) else {}), self.acts(kind, sources=sources)
        if form == "around":
            acts = self.acts(kind)
            return {"around": rng.randint(1, 4), "points": rng.randint(5, 10), "each": rng.randint(1, 5)}, acts
        if form == "sum":
            score = {"each": self.points(5), "sum": rng.choice(["hour", "household"])}
            extra = rng.choice([{}, {"per": rng.choice([2, 2.5, 10])}, {"per-full": rng.choice([2, 5])}])
            return score | extra, self.acts(kind, sources=["activities", "works", "visits"])
        if form == "share":
            return {"share": self.points(), "lead": rng.choice(["50%", "60%", "1/3"])}, self.acts(kind, sources=["proposals", "suggestions", "works"])
        if form == "level":
            score = {"level": {level: self.points(10) for level in sorted(rng.sample(LEVELS, rng.randint(2, 6)), key=LEVELS.index)}}
            acts = self.acts(kind, sources=["proposals", "suggestions", "commendations"])
            if "commendations" not in acts and self.chance(0.5):
                score["of"] = rng.sample(["adopted", "instructed", "sent-up", "commended"], rng.randint(1, 2))
            return score, acts
        meetings = {"activities": self.some(ACTIVITIES)}
        if self.chance(0.15):
            meetings["level"] = "city"
        if self.chance(0.1):
            meetings["place"] = rng.choice(PLACES)
        if self.chance(0.1):
            meetings["titled"] = "甲"
        award = {key: self.points(6) for key in rng.sample(["present", "leave"], rng.randint(1, 2))}
        deduct = {key: self.points(3) for key in rng.sample(["absent", "leave", "late", "left-early"], rng.randint(1, 4))}
        if form == "half":
            half = rng.choice([{"award": {"half-day": self.points(3)}}, {"deduct": {"half-day": self.points(2)}}, {"deduct": {"half-day": self.points(2), "absent": 3}},
                               {"award": {"present": self.points(10)}, "by": "half-days"}])
            return half, meetings
        return ({"award": award} if form == "award" else {"deduct": deduct} if form == "deduct" else {"award": award, "deduct": deduct}), meetings

    def requirement(self, kind, grade=False, depth=0):
        rng = self.rng
        forms = ["count", "count", "count", "sum", "per", "within", "turnout", "absences", "range", "most"]
        if kind == "body":
            forms += ["per-member", "per-place", "ratio", "average", "membership", "spent", "every", "distinct", "members"]
        if kind in ("group", "sector"):
            forms += ["ratio", "average", "every"]
        if kind == "member":
            forms += ["every", "over", "absences-over", "made-good", "row", "years"]
        if depth == 0 and not grade:
            forms.append("one-of")
        form = rng.choice(forms)
        count = {"at-least": rng.randint(1, 4)}
        meetings = self.some(ACTIVITIES)
        if form == "count":
            return self.acts(kind) | count
        if form == "sum":
            return self.acts(kind, sources=["activities", "works", "visits"]) | {"sum": "hour", "at-least": rng.choice([3, 7.5])}
        if form == "per":
            return self.acts(kind, narrow=False) | {"per": rng.choice(["month", "quarter", "half-year"]), "at-least": rng.randint(1, 2)}
        if form == "per-member":
            return self.acts("member", narrow=self.chance(0.5)) | count | {"per": "member"} | ({"in-office": f"{rng.randint(1, 9)} months"} if self.chance(0.4) else {})
        if form == "per-place":
            return {rng.choice(["activities", "visits"]): "any"} | count | {"per": "place"}
        if form == "within":
            return self.acts(kind) | count | {"within": rng.choice(["第一季度", "上半年", "second half", "第三季度", f"{self.first.year}年9月", f"{self.first.year}-06-01/{self.first.year}-08-10"])}
        if form == "ratio":
            return {"ratio": rng.sample(["proposals", "suggestions", "works"], 2)} | rng.choice([{"at-least": rng.choice(PARTS)}, {"more-than": "1/2"}])
        if form == "turnout":
            return {"turnout": meetings} | rng.choice([{"at-least": rng.choice(PARTS)}, {"more-than": "1/2"}])
        if form == "absences":
            return {"absences": meetings, "at-most": rng.randint(0, 4)}
        if form == "row":
            return {"absences": meetings, "at-most": rng.randint(0, 2), "in-any": rng.choice(["row", "3 months", "12 months"])} | ({"over": "2 years"} if self.chance(0.3) else {})
        if form == "made-good":
            return {"absences": meetings, "at-most": rng.randint(0, 2), "made-good": rng.sample(ACTIVITIES, 2)}
        if form == "absences-over":
            return {"absences": meetings, "at-most": rng.randint(0, 4), "over": rng.choice(["term", "2 years"])}
        if form == "over":
            return self.acts(kind, narrow=self.chance(0.3)) | count | {"over": rng.choice(["term", "2 years", "3 years"])}
        if form == "years":
            return rng.choice([{"grade": rng.choice(["优秀", "称职", "不称职"])}, {"missed": self.rng.choice(self.earlier) if self.earlier else "T1"}]) | {"over": "2 years", "at-most": rng.choice([0, 1])}
        if form == "average":
            return {"average": "donations", "at-least": rng.choice(["50 元", "500 元"])}
        if form == "membership":
            return rng.choice([{"membership": "end", "at-least": rng.randint(3, 9)}, {"membership": "growth", "at-least": rng.randint(1, 3)}])
        if form == "spent":
            return {"spent": "brought-in", "at-least": rng.choice(["50%", "100%"])}
        if form == "every":
            return {rng.choice(["activities"]): meetings, "every": f"{rng.randint(1, 6)} months"}
        if form == "distinct":
            return self.acts(kind, sources=["proposals", "activities", "works"]) | {"distinct": "member"} | count
        if form == "members":
            return {"members": rng.choice(["joined", "left"])} | count
        if form == "range":
            return self.acts(kind) | {"at-least": 2, "at-most": 3}
        if form == "most":
            return self.acts(kind) | {"at-most": rng.randint(0, 3)}
        return {"one-of": [self.requirement(kind, depth=1) for _ in range(2)]}

    def target(self, number):
        rng = self.rng
        kind = rng.choice(["body", "body", "member", "member", "member", "member", "group", "sector", "office"])
        target = {"id": f"T{number}", "title": f"项目{number}"}
        if kind == "office":
            target |= {"for": "office-holder", "role": rng.choice(ROLES)}
        elif kind != "body":
            target["for"] = kind
        if kind == "member" and self.chance(0.3):
            target["who"] = rng.choice([{"role": "常委"}, {"not": {"role": "常委"}}, {"sector": ["经济界", "教育界"]}, {"group": "一组", "not": {"sector": "农业界"}}, {"place": "东村"}])
        form = rng.choice(["acts", "acts", "acts", "acts", "require", "pro-rata", "when-met", "bands", "by-hand", "mark"])
        if form == "mark" and kind == "body":
            return target | {"mark": "by-hand"}
        if form == "mark":
            form = "require"
        if form == "by-hand":
            target |= {"score": "by-hand"}
            if self.chance(0.5):
                target["points"] = rng.randint(3, 10)
                if self.chance(0.5):
                    target["start"] = "full"
            return target
        if form == "acts":
            score, acts = self.score(kind, target)
            target |= {"score": score, "acts": acts}
            if "deduct" in score and "award" not in score and "half-day" not in score.get("deduct", {}) and self.chance(0.6):
                target |= {"points": rng.randint(3, 12), "start": "full"}
            elif self.chance(0.5) and "deduct" not in score:
                target["points"] = rng.randint(5, 30)
            if kind == "body" and "each" in score and "sum" not in score and self.chance(0.25):
                acts["distinct"] = "member"
            if self.chance(0.2):
                target["require"] = [self.requirement(kind)]
                if any(key in str(target["require"]) for key in ("'grade'", "'missed'")):
                    del target["require"]
            if self.chance(0.1):
                target["floor"] = rng.choice([0, 2])
            return target
        target["require"] = [self.requirement(kind) for _ in range(rng.choice([1, 1, 1, 2, 3]))]
        if form != "require" and not any(key in str(target["require"]) for key in ("'grade'", "'missed'")):
            target["points"] = self.points(20)
            target["score"] = form if form != "bands" else {"bands": [{"from": "80%", "points": target["points"]}, rng.choice([{"from": "50%", "points": 1}, {"more-than": "1/3", "points": 0.5}])]}
        return target

    def make(self, targets):
        rng = self.rng
        plan = {"plan": self.name, "title": "计划"}
        if (self.first.month, self.first.day) == (1, 1):
            plan["year"] = self.first.year
        else:
            plan["period"] = f"{self.first}/{self.last}"
        plan["kinds"] = {"activities": ["常委会"], "works": ["审议发言"]}
        plan["places"] = PLACES
        plan["targets"] = [self.target(number + 1) for number in range(targets)]
        earning = [t for t in plan["targets"] if t.get("for") == "member" and "score" in t]
        if self.chance(0.5):
            plan["base"] = rng.randint(10, 60)
        if self.chance(0.3):
            plan["floor"] = rng.randint(0, 40)
        self.headings(plan)
        self.once(plan)
        if earning and self.chance(0.7):
            self.grades(plan, earning)
        return plan

    def headings(self, plan):
        rng = self.rng
        if self.chance(0.5):
            plan["headings"] = [{"id": "大", "title": "大项", "cap": rng.randint(5, 40)} | ({"floor": rng.randint(0, 4)} if self.chance(0.3) else {})]
            for target in plan["targets"]:
                if "score" in target and self.chance(0.4):
                    target["heading"] = "大"
        taking = [t for t in plan["targets"] if t.get("for") == "member" and isinstance(t.get("score"), dict) and set(t["score"]) == {"deduct"} and "start" not in t]
        if taking:
            plan.setdefault("headings", []).append({"id": "扣", "title": "扣分", "cap": rng.randint(5, 20), "start": "full"})
            for target in taking:
                target["heading"] = "扣"
                target.pop("floor", None)

    def once(self, plan):
        fit = [t for t in plan["targets"] if t.get("for") == "member" and isinstance(t.get("score"), dict) and "around" not in t["score"] and ("each" in t["score"] or "level" in t["score"] or "share" in t["score"])
               and "sum" not in t["score"] and not isinstance(t["score"].get("each"), list) and "from" not in t["score"]]
        if len(fit) >= 2 and self.chance(0.7):
            plan["once"] = [{"targets": [t["id"] for t in fit[:3]]} | self.rng.choice([{}, {"counts": "first"}, {"counts": "better"}])]

    def grades(self, plan, earning):
        rng, ids = self.rng, [t["id"] for t in earning]
        condition = lambda: rng.choice([{"met": rng.choice(["any", ids[:2]]), "at-least": 1}, {"earned": ids, "at-least": rng.randint(1, len(ids))}, {"points": ids[:2], "at-least": rng.randint(1, 15)},
                                        self.requirement("member", grade=True)])
        best = {"from": rng.randint(20, 70), "title": "优秀"}
        if self.chance(0.5):
            best["require"] = [condition() for _ in range(rng.randint(1, 2))]
            if self.chance(0.3):
                best["require"].append({"one-of": [condition(), condition()]})
        places = rng.choice([{}, {"first": rng.randint(1, 4)}, {"first": "30%"}, {"at-most": rng.randint(1, 3)}, {"at-most": "40%"}])
        plan["grades"] = [best | places, {"from": rng.randint(5, 19), "title": "称职"} | rng.choice([{}, {}, {"at-most": "50%"}]), {"from": 0, "title": "不称职"}]
