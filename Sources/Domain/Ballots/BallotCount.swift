internal import EventLog

extension Ballot {
    /// Whether a count can be: no figure is larger than what it is a part of.
    func check(_ event: BallotCounted, _ called: BallotCalled, _ rule: BallotRule) throws(Rejection) {
        try requireParts(event)
        try requireFigures(event, called)
        let counting = event.supervisors + event.tellers
        let repeated = counting.repeated
        guard repeated.isEmpty else { throw .namedTwice(repeated) }
        let candidates = called.kind == .election ? called.options.compactMap(\.member).filter(counting.contains) : []
        guard candidates.isEmpty else { throw .ballot(.candidateCounts(candidates)) }
        if let begin = rule.begin {
            let needed = begin.fewest(of: event.eligible)
            guard event.present >= needed else { throw .ballot(.noQuorum(present: event.present, needed: needed)) }
        }
        // Nothing follows from what is void, whatever was counted.
        if event.isVoid || called.method == .byName { return }
        try requireAnswers(event, called, rule)
        let figures = BallotFigures(event, called.method, cast: [])
        switch called.kind {
        case .decision: try requireSum(figures, option: nil, called)
        case .election: try requireElection(figures, called)
        case .appraisal: try requireAppraisal(figures, called)
        }
    }

    private func requireParts(_ event: BallotCounted) throws(Rejection) {
        func require(_ part: String, _ value: Int64?, within whole: String, _ most: Int64?) throws(Rejection) {
            guard let value, let most, value > most else { return }
            throw .ballot(.exceeds(part, value, whole, most))
        }
        try require("present", event.present, within: "eligible", event.eligible)
        try require("issued", event.issued, within: "present", event.present)
        try require("invalid", event.invalid, within: "returned", event.returned)
    }

    /// A secret ballot has papers; hands and names have none.
    private func requireFigures(_ event: BallotCounted, _ called: BallotCalled) throws(Rejection) {
        let papers = [("issued", event.issued), ("returned", event.returned)]
        if called.method == .secret {
            if let missing = papers.first(where: { $0.1 == nil }) { throw .ballot(.figureMissing(missing.0)) }
        } else if let needless = (papers + [("invalid", event.invalid)]).first(where: { $0.1 != nil }) {
            throw .ballot(.figureNotMeant(needless.0))
        }
        let isByName = called.method == .byName
        if isByName, !event.votes.isEmpty { throw .ballot(.figureNotMeant("votes")) }
        if isByName, Int64(votes.count) > event.present {
            throw .ballot(.exceeds("votes", Int64(votes.count), "present", event.present))
        }
        if !isByName, event.votes.isEmpty, !event.isVoid { throw .ballot(.figureMissing("votes")) }
    }

    /// Every vote is for an option of the paper, or for a name that may be added, and says what the paper lets one say.
    private func requireAnswers(_ event: BallotCounted, _ called: BallotCalled, _ rule: BallotRule) throws(Rejection) {
        let words = called.kind == .appraisal ? rule.grades.map(\.grade.description) : BallotVoted.Answer.allCases.map(\.rawValue)
        for count in event.votes {
            if let name = count.name {
                let isOnPaper = called.options.contains { $0.name == name }
                guard called.kind == .election, !isOnPaper, count.vote == .inFavour else { throw .ballot(.nameNotMeant(name)) }
            } else if called.kind == .decision {
                if let option = count.option { throw .ballot(.noSuchOption(option, of: 0)) }
            } else {
                guard let option = count.option else { throw .ballot(.votesMissing(option: nil)) }
                guard option <= called.options.count else { throw .ballot(.noSuchOption(option, of: called.options.count)) }
            }
            guard words.contains(count.answer.description) else { throw .ballot(.noSuchAnswer(count.answer, of: words)) }
        }
    }

    /// Of one option, or of a decision: who voted is no more than the papers; with all three answers it is all of them. By hand
    /// somebody may raise none.
    private func requireSum(_ figures: BallotFigures, option: Int?, _ called: BallotCalled) throws(Rejection) {
        let number = option.map { Int64($0) + 1 }
        let counts = BallotVoted.Answer.allCases.map { figures.count(number, $0) }
        guard counts[0] != nil else { throw .ballot(.votesMissing(option: option.map { $0 + 1 })) }
        let sum = counts.compactMap(\.self).reduce(0, +)
        let isComplete = counts.allSatisfy { $0 != nil } && called.method == .secret
        guard isComplete ? sum == figures.valid : sum <= figures.valid else {
            throw .ballot(.sumDiffers(option: option.map { $0 + 1 }, sum: sum, papers: figures.valid))
        }
    }

    /// Nobody names more than there are seats.
    private func requireElection(_ figures: BallotFigures, _ called: BallotCalled) throws(Rejection) {
        for option in called.options.indices { try requireSum(figures, option: option, called) }
        let votes = figures.votes.filter { $0.vote == .inFavour }
        if let over = votes.first(where: { $0.votes > figures.valid }) {
            throw .ballot(.tooManyVotes(votes: over.votes, atMost: figures.valid))
        }
        let sum = votes.reduce(0) { $0 + $1.votes }
        let most = figures.valid.multipliedReportingOverflow(by: called.seats ?? 0)
        guard most.overflow || sum <= most.partialValue else {
            throw .ballot(.tooManyVotes(votes: sum, atMost: most.partialValue))
        }
    }

    private func requireAppraisal(_ figures: BallotFigures, _ called: BallotCalled) throws(Rejection) {
        for option in called.options.indices {
            let counts = figures.votes.filter { $0.option == Int64(option) + 1 }
            guard !counts.isEmpty else { throw .ballot(.votesMissing(option: option + 1)) }
            let sum = counts.reduce(0) { $0 + $1.votes }
            guard sum <= figures.valid else { throw .ballot(.sumDiffers(option: option + 1, sum: sum, papers: figures.valid)) }
        }
    }
}
