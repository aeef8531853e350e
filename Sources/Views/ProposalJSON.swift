internal import CanonicalJSON
internal import Domain
internal import EventLog

extension Proposal {
    /// Where it stands.
    ///
    /// - Parameter canonical: gives each member once, by the id that goes on.
    func json(_ classes: [AnswerClassMeaning], _ canonical: ([MemberID]) -> [MemberID]) -> JSONObject {
        var object = JSONObject([
            "number": .text(number), "title": .text(title), "kind": .code(filed?.fact.kind ?? draft?.fact.kind),
            "category": .text(filed?.fact.category ?? draft?.fact.category), "body": .text(filed?.fact.body ?? draft?.fact.body),
            "session": .code(filed?.fact.session), "filed": .when(filed?.occurred), "signers": .texts(canonical(signers)),
            "refusedToSign": .texts(canonical(refusedToSign)), "declined": .code(declined?.fact.code), "mergedInto": .text(merged?.fact.into),
            "splitInto": .texts(split?.fact.into ?? []), "rounds": .array(rounds.map { $0.json(classes) }),
            "unanswered": .texts(rounds.isEmpty ? [] : canonical(unansweredSigners)), "commitments": .array(commitments.map(\.json)),
            "marks": .texts(marks.map(\.fact.mark.rawValue)),
        ])
        object.setHonours(
            adopted: adoptions.map(\.fact.level), instructed: instructions.map { ($0.fact.leader, $0.fact.level) },
            sentUp: sentUp.map { ($0.fact.to, $0.fact.level) })
        return object
    }
}

extension JSONObject {
    /// What became of it above, each left out where there is nothing.
    mutating func setHonours(
        adopted: [SuggestionAdopted.Level] = [], instructed: [(String, SuggestionAdopted.Level?)], sentUp: [(String, SuggestionAdopted.Level?)]
    ) {
        if !adopted.isEmpty { self["adopted"] = .texts(adopted.map(\.rawValue)) }
        if !instructed.isEmpty { self["instructed"] = .array(instructed.map { ["leader": .string($0), "level": .code($1)] }) }
        if !sentUp.isEmpty { self["sentUp"] = .array(sentUp.map { ["to": .string($0), "level": .code($1)] }) }
    }
}

extension HandlingRound {
    fileprivate func json(_ classes: [AnswerClassMeaning]) -> JSONValue {
        [
            "since": .when(since), "separate": .bool(isSeparate), "sentBack": sentBack.map { .integer($0.position.value) } ?? .null,
            "units": .array(units.map { $0.json(classes) }), "formerUnits": .array(formerUnits.map { $0.json(classes) }),
            "answered": .when(answered?.occurred), "extendedUntil": .text(extensions.last?.fact.until),
            "ratings": .array(ratings.map(\.json)),
        ]
    }
}

extension HandlingUnit {
    fileprivate func json(_ classes: [AnswerClassMeaning]) -> JSONValue {
        let answerClass = answer?.fact.answerClass
        return [
            "unit": .string(name), "since": .when(since), "insteadOf": .text(insteadOf), "signedFor": .when(signedFor?.occurred),
            "returned": .when(returned?.occurred), "answered": .when(answer?.occurred), "class": .code(answerClass),
            "meaning": .text(answerClass.flatMap { classes.meaning(of: $0) }),
        ]
    }
}

extension Commitment {
    fileprivate var json: JSONValue {
        [
            "position": .integer(made.position.value), "unit": .string(made.fact.unit), "what": .string(made.fact.what),
            "due": .text(made.fact.due), "kept": settled.map { .bool($0.fact.kept) } ?? .null, "ratings": .array(ratings.map(\.json)),
        ]
    }
}

extension Recorded<ProposalRated> {
    fileprivate var json: JSONValue {
        ["member": .text(fact.member), "handling": .code(fact.handling), "result": .code(fact.result), "position": .integer(position.value)]
    }
}
