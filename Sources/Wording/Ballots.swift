public import Domain

/// Ballots, as people read them.
extension Phrase {
    public static func ballotKind(_ kind: BallotCalled.Kind) -> Phrase {
        switch kind {
        case .election: Phrase(zh: "选举", en: "election")
        case .decision: Phrase(zh: "表决", en: "vote on a decision")
        case .appraisal: Phrase(zh: "测评", en: "appraisal")
        }
    }

    public static func ballotMethod(_ method: BallotCalled.Method) -> Phrase {
        switch method {
        case .secret: Phrase(zh: "无记名投票", en: "secret ballot")
        case .hands: Phrase(zh: "举手表决", en: "show of hands")
        case .byName: Phrase(zh: "记名表决", en: "vote by name")
        }
    }

    public static func ballotAnswer(_ answer: BallotVoted.Answer) -> Phrase {
        switch answer {
        case .inFavour: Phrase(zh: "赞成", en: "for")
        case .against: Phrase(zh: "反对", en: "against")
        case .abstain: Phrase(zh: "弃权", en: "abstained")
        }
    }

    /// A word of a paper: an answer, or a grade as the rules write it.
    public static func ballotAnswer(_ word: OpenWord) -> Phrase {
        BallotVoted.Answer(rawValue: word.description).map { ballotAnswer($0) } ?? plain(word)
    }

    /// A figure of a count, by the name of its field.
    public static func ballotFigure(_ field: String) -> Phrase {
        switch field {
        case "eligible": Phrase(zh: "应到人数", en: "eligible voters")
        case "present": Phrase(zh: "实到人数", en: "voters present")
        case "issued": Phrase(zh: "发出票数", en: "papers issued")
        case "returned": Phrase(zh: "收回票数", en: "papers returned")
        case "invalid": Phrase(zh: "废票数", en: "invalid papers")
        case "votes": Phrase(zh: "票数", en: "votes")
        default: plain(field)
        }
    }

    /// `应到 63 人，实到 44 人；发出 44 张，收回 43 张，废票 2 张，有效 41 张`.
    ///
    /// - Parameter valid: valid papers; nil where there are none.
    public static func ballotFigures(_ counted: BallotCounted, valid: Int64?) -> Phrase {
        let people = Phrase(
            zh: "应到 \(counted.eligible) 人，实到 \(counted.present) 人", en: "\(counted.eligible) may vote, \(counted.present) present")
        guard let issued = counted.issued, let returned = counted.returned, let valid else { return people }
        let invalid = counted.invalid ?? 0
        return people
            + Phrase(
                zh: "；发出 \(issued) 张，收回 \(returned) 张，废票 \(invalid) 张，有效 \(valid) 张",
                en: "; papers: \(issued) issued, \(returned) returned, \(invalid) invalid, \(valid) valid")
    }

    /// What has to be reached: `须超过全体的 1/2，即 32 票`.
    public static func voteShare(_ share: VoteShare, fewest: Int64?) -> Phrase {
        let part = share.atLeast ?? share.moreThan ?? ""
        let base = voteBase(share.base)
        let words = share.isReachedExactly
            ? Phrase(zh: "须达到\(base.zh)的 \(part)", en: "at least \(part) of \(base.en)")
            : Phrase(zh: "须超过\(base.zh)的 \(part)", en: "more than \(part) of \(base.en)")
        return words + (fewest.map { Phrase(zh: "，即 \($0)", en: ", that is \($0)") } ?? plain(""))
    }

    static func voteBase(_ base: VoteShare.Base) -> Phrase {
        switch base {
        case .all: Phrase(zh: "全体", en: "all who may vote")
        case .present: Phrase(zh: "到会者", en: "those present")
        case .returned: Phrase(zh: "收回票", en: "the papers returned")
        case .valid: Phrase(zh: "有效票", en: "the valid papers")
        }
    }

    static func gradeMeaning(_ meaning: AppraisalGrade.Meaning) -> Phrase {
        switch meaning {
        case .satisfied: Phrase(zh: "满意", en: "satisfied")
        case .notSatisfied: Phrase(zh: "不满意", en: "not satisfied")
        case .unexpressed: Phrase(zh: "未表态", en: "no opinion")
        }
    }

    public static func satisfactionRate(_ rate: BallotRule.Rate) -> Phrase {
        switch rate {
        case .expressed: Phrase(zh: "按表态票计满意率", en: "rated by the papers that express a grade")
        case .returned: Phrase(zh: "按收回票计满意率", en: "rated by the papers returned")
        }
    }

    public static let quorum = Phrase(zh: "到会：", en: "to begin: ")
    public static let enoughVotes = Phrase(zh: "当选或通过：", en: "to pass: ")
    public static let ballotOpen = Phrase(zh: "尚未计票", en: "not counted yet")
    public static let ballotVoid = Phrase(
        zh: "收回票多于发出票，投票无效，应重新投票", en: "more papers returned than issued: void, to be held again")
    public static let carried = Phrase(zh: "通过", en: "carried")
    public static let notCarried = Phrase(zh: "未通过", en: "not carried")
    public static let elected = Phrase(zh: "当选", en: "elected")
    public static let tied = Phrase(zh: "得票相等", en: "tied")
    public static let notElected = Phrase(zh: "未当选", en: "not elected")

    /// After a tie over `seats` seats.
    public static func voteAgainAmongTied(_ seats: Int64) -> Phrase {
        Phrase(
            zh: "应就得票相等的人再次投票，应选 \(seats) 名，以得票多的当选",
            en: "to be voted on again among the tied, \(seats) \(seats == 1 ? "seat" : "seats"), most votes")
    }

    public static func seatsLeft(_ seats: Int64) -> Phrase {
        Phrase(zh: "不足的 \(seats) 名另行选举", en: "\(seats) \(seats == 1 ? "seat goes" : "seats go") to a separate election")
    }

    public static func electedCount(_ count: Int, of seats: Int64) -> Phrase {
        Phrase(zh: "应选 \(seats) 名，当选 \(count) 名", en: "\(count) of \(seats) elected")
    }

    public static func appraisedCount(_ count: Int) -> Phrase {
        Phrase(zh: "已测评 \(count) 项", en: "\(count) appraised")
    }

    public static func ballotStanding(_ standing: BallotFinding.Standing) -> Phrase {
        switch standing {
        case .elected: elected
        case .tied: tied
        case .notElected: notElected
        }
    }

    /// What a ballot came to in one line, without names.
    ///
    /// - Parameter outcome: nil for one that is not counted.
    public static func outcome(_ outcome: BallotOutcome?, of called: BallotCalled) -> Phrase {
        guard let outcome else { return ballotOpen }
        switch outcome.result {
        case .void: return ballotVoid
        case .decision(let isCarried): return isCarried ? carried : notCarried
        case .election(let election):
            let elected = electedCount(election.elected.count, of: called.seats ?? 0)
            return joined([elected] + [open(outcome)].compactMap(\.self))
        case .appraisal(let options): return appraisedCount(options.count)
        }
    }

    /// What is left to be voted on; nil for nothing.
    private static func open(_ outcome: BallotOutcome) -> Phrase? {
        switch outcome.open {
        case .tied(_, let seats)?: voteAgainAmongTied(seats)
        case .seats(let seats)?: seatsLeft(seats)
        case .all?, nil: nil
        }
    }

    /// `赞成 40 票`, `王强 36 票`.
    ///
    /// - Parameter what: an answer, or a candidate.
    public static func votes(_ votes: Int64, _ what: Phrase) -> Phrase { Phrase(zh: "\(what.zh) \(votes) 票", en: "\(what.en) \(votes)") }

    public static func follows(_ ballot: BallotID) -> Phrase { Phrase(zh: "承接投票 \(ballot)", en: "follows ballot \(ballot)") }
    public static func seats(_ seats: Int64) -> Phrase { Phrase(zh: "应选 \(seats) 名", en: "\(seats) \(seats == 1 ? "seat" : "seats")") }
    public static func supervisedBy(_ names: Phrase) -> Phrase { Phrase(zh: "监票人：", en: "supervised by ") + names }
    public static func countedBy(_ names: Phrase) -> Phrase { Phrase(zh: "计票人：", en: "counted by ") + names }
    public static func noSuchBallot(_ text: String) -> Phrase {
        Phrase(zh: "簿中没有投票“\(text)”。请核对编号。", en: "There is no ballot '\(text)' in this book. Check the id.")
    }
}

extension ColumnTitle {
    public static let ballot = Phrase(zh: "投票", en: "ballot")
    public static let votesFor = Phrase(zh: "赞成", en: "for")
    public static let votesAgainst = Phrase(zh: "反对", en: "against")
    public static let abstained = Phrase(zh: "弃权", en: "abstained")
    public static let paperNumber = Phrase(zh: "序号", en: "no.")
    public static let onThePaper = Phrase(zh: "候选人或评议对象", en: "on the paper")
    public static let papersSay = Phrase(zh: "评价", en: "grades")
    public static let unmarked = Phrase(zh: "未填", en: "unmarked")
    public static let ofExpressed = Phrase(zh: "占表态票", en: "of grades")
    public static let ofReturned = Phrase(zh: "占收回票", en: "of returned")
    public static let method = Phrase(zh: "方式", en: "method")
    public static let begins = Phrase(zh: "到会要求", en: "to begin")
    public static let passes = Phrase(zh: "通过要求", en: "to pass")
}
