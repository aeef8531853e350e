internal import Assessment
internal import Bookkeeping
public import CanonicalJSON
internal import Domain
internal import EventLog

extension MemberView {
    public var json: JSONValue {
        var object = JSONObject([
            "plan": .text(sheet?.status.plan.id), "asOf": .text(asOf), "position": .integer(position.value), "member": .text(member),
            "offices": .array(offices.map(\.json)),
            "targets": sheet?.targets ?? [],
            "activities": .array(attendances.map(\.json)), "proposals": .array(proposals.map(\.json)),
            "suggestions": .array(suggestions.map(\.json)), "works": .array(works.map(\.json)),
            "donations": .array(donations.map(\.json)), "visits": .array(visits.map { $0.json(at: places[$0.subject]) }),
        ])
        object.setName(name)
        if !speeches.isEmpty { object["speeches"] = .array(speeches.map(\.json)) }
        if !candidacies.isEmpty { object["candidacies"] = .array(candidacies.map(\.json)) }
        if !votes.isEmpty { object["votes"] = .array(votes.map(\.json)) }
        if !appraisals.isEmpty { object["appraisals"] = .array(appraisals.map(\.json)) }
        if !dutyReports.isEmpty { object["dutyReports"] = .array(dutyReports.map { $0.json(reportAppraisals[$0.subject.id]) }) }
        if !petitions.isEmpty { object["petitions"] = .array(petitions.map(\.json)) }
        if !commendations.isEmpty { object["commendations"] = .array(commendations.map(\.json)) }
        sheet?.add(to: &object)
        if sheets.count > 1 {
            object["beside"] = .array(
                sheets.dropFirst().map { sheet in
                    var object = JSONObject(["plan": .string(sheet.status.plan.id), "asOf": .text(sheet.status.asOf), "targets": sheet.targets])
                    sheet.add(to: &object)
                    return .object(object)
                })
        }
        return .object(object)
    }
}

extension MemberView.Office {
    fileprivate var json: JSONValue {
        [
            "member": .text(member), "kind": affiliation.map { .code($0.kind) } ?? "term", "name": .text(affiliation?.name),
            "from": .text(term.from), "until": .text(term.until), "evidence": .positions(evidence),
        ]
    }
}

extension MemberView.SignedProposal {
    fileprivate var json: JSONValue {
        [
            "proposal": .text(proposal.id), "title": .string(filed.fact.title), "firstSigner": .bool(isFirstSigner),
            "filed": .when(filed.occurred), "stage": .code(proposal.stage),
            "ratings": .array(ratings.map { ["handling": .code($0.handling), "result": .code($0.result)] }),
            "evidence": .positions(proposal.evidence),
        ]
    }
}

extension MemberView.OwnFact<Suggestion, SuggestionSubmitted> {
    fileprivate var json: JSONValue {
        [
            "suggestion": .text(subject.id), "title": .text(subject.title), "submitted": .when(fact.occurred), "stage": .code(subject.stage),
            "adopted": .code(subject.adoptions.map(\.fact.level).max()), "evidence": .positions(evidence),
        ]
    }
}

extension MemberView.OwnFact<WorkID, WorkFiled> {
    fileprivate var json: JSONValue {
        [
            "work": .text(subject), "title": .string(fact.fact.title), "kind": .text(fact.fact.kind), "filed": .when(fact.occurred),
            "evidence": .positions(evidence),
        ]
    }
}

extension MemberView.OwnFact<SpeechID, SpeechGiven> {
    fileprivate var json: JSONValue {
        [
            "speech": .text(subject), "activity": .text(fact.fact.activity), "form": .code(fact.fact.form), "title": .text(fact.fact.title),
            "given": .when(fact.occurred), "evidence": .positions(evidence),
        ]
    }
}

extension MemberView.Candidacy {
    fileprivate var json: JSONValue {
        [
            "ballot": .text(ballot.ballot), "title": .string(ballot.called.fact.title), "date": .when(ballot.date), "votes": .number(votes),
            "result": .code(standing), "evidence": .positions(ballot.evidence),
        ]
    }
}

extension MemberView.Appraisal {
    fileprivate var json: JSONValue {
        var object = JSONObject([
            "ballot": .text(ballot.ballot), "title": .string(ballot.called.fact.title), "date": .when(ballot.date),
            "evidence": .positions(ballot.evidence),
        ])
        if let appraised { object["appraised"] = appraised.json }
        return .object(object)
    }
}

extension MemberView.OwnFact<DutyReport, DutyReportGiven> {
    fileprivate func json(_ appraised: BallotOutcome.Appraised?) -> JSONValue {
        var object = JSONObject([
            "report": .text(subject.id), "activity": .text(fact.fact.activity), "title": .text(fact.fact.title), "given": .when(fact.occurred),
            "questions": .number(subject.questions.count), "stage": .code(subject.stage), "evidence": .positions(evidence),
        ])
        if let appraised { object["appraised"] = appraised.json }
        return .object(object)
    }
}

extension MemberView.NamedVote {
    fileprivate var json: JSONValue {
        [
            "ballot": .text(ballot.ballot), "title": .string(ballot.called.fact.title), "date": .when(ballot.date),
            "answer": .code(vote.fact.answer), "evidence": .positions([vote.position]),
        ]
    }
}

extension MemberView.OwnFact<Petition, PetitionReceived> {
    fileprivate var json: JSONValue {
        [
            "petition": .text(subject.id), "kind": .code(fact.fact.kind), "title": .string(fact.fact.title), "received": .when(fact.occurred),
            "stage": .code(subject.stage), "evidence": .positions(evidence),
        ]
    }
}

extension MemberView.OwnFact<CommendationID, CommendationGiven> {
    fileprivate var json: JSONValue {
        [
            "commendation": .text(subject), "title": .string(fact.fact.title), "kind": .code(fact.fact.sort),
            "level": .code(fact.fact.level), "from": .text(fact.fact.from),
            "given": .when(fact.occurred), "evidence": .positions(evidence),
        ]
    }
}

extension MemberView.OwnFact<DonationID, DonationReceived> {
    fileprivate var json: JSONValue {
        [
            "donation": .text(subject), "kind": .code(fact.fact.kind), "received": .when(fact.occurred), "amount": .number(fact.fact.amount),
            "value": .number(fact.fact.value), "goods": .text(fact.fact.goods), "purpose": .text(fact.fact.purpose),
            "evidence": .positions(evidence),
        ]
    }
}

extension MemberView.OwnFact<VisitID, VisitMade> {
    fileprivate func json(at place: PersonalReading?) -> JSONValue {
        var object = JSONObject([
            "visit": .text(subject), "made": .when(fact.occurred), "area": .text(fact.fact.area), "evidence": .positions(evidence),
        ])
        if let place { object.setReading("place", place) }
        return .object(object)
    }
}
