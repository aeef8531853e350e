internal import Domain

/// Codes as they are stored, in words.
extension Phrase {
    /// - Parameters:
    ///   - field: its name, or the path to it through objects.
    ///   - type: the event's.
    /// - Returns: nil for a text that is no code, and for a code that has no words.
    static func storedWord(_ code: String, of field: String, in type: String) -> Phrase? {
        func word<Word: RawRepresentable<String>>(_ phrase: (Word) -> Phrase) -> Phrase? { Word(rawValue: code).map(phrase) }
        return switch (type, field) {
        case ("agenda.item-ended", "outcome"): word(agendaOutcome)
        case ("speech.given", "form"), ("duty-report.given", "form"): word(speechForm)
        case ("notice.issued", "means"): word(noticeMeans)
        case ("ballot.called", "kind"), ("ballot-rules.adopted", "items.kind"): word(ballotKind)
        case ("ballot.called", "method"): word(ballotMethod)
        case ("ballot.voted", "answer"): word { (answer: BallotVoted.Answer) in ballotAnswer(answer) }
        // An answer is a word of the paper: a grade, or one of three that are stored in English.
        case ("ballot.counted", "votes.answer"): OpenWord(code).map { ballotAnswer($0) }
        case ("ballot-rules.adopted", "items.begin.of"), ("ballot-rules.adopted", "items.pass.of"): word(voteBase)
        case ("ballot-rules.adopted", "items.rate"): word(satisfactionRate)
        case ("ballot-rules.adopted", "items.grades.is"): word(gradeMeaning)
        case ("decision.made", "kind"): word(decisionKind)
        case ("petition.received", "kind"): word(petitionKind)
        case ("petition.handed-over", "way"): word(petitionWay)
        case ("commendation.given", "level"), ("suggestion.adopted", "level"): word(adoptionLevel)
        case ("appeal.answered", "outcome"): word(appealOutcome)
        case ("attendance.checked-in", "method"): word(checkInMethod)
        case ("activity.scheduled", "kind"): OpenWord(code).map(activityKind)
        case ("work.filed", "kind"): OpenWord(code).map(workKind)
        case ("proposal.filed", "kind"), ("proposal.drafted", "kind"): word(proposalKind)
        case ("proposal.rated", "handling"), ("proposal.rated", "result"): word(rating)
        case ("suggestion.submitted", "kind"): word(suggestionKind)
        case ("donation.received", "kind"): word(donationKind)
        default: nil
        }
    }

    private static func checkInMethod(_ method: CheckedIn.Method) -> Phrase {
        switch method {
        case .scan: Phrase(zh: "扫码", en: "by code")
        case .rollCall: Phrase(zh: "点名", en: "roll call")
        case .bulk: Phrase(zh: "批量", en: "in bulk")
        case .paper: Phrase(zh: "纸质签到", en: "on paper")
        case .lateEntry: Phrase(zh: "补录", en: "entered later")
        }
    }
}
