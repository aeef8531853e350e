internal import Domain
internal import EventLog

extension Phrase {
    static func rejection(_ rejection: BallotRejection) -> Phrase {
        switch rejection {
        case .noRule(let kind):
            Phrase(
                zh: "现行投票规则没有规定“\(ballotKind(kind).zh)”。请先用 minutebook ballot adopt-rules 采用规则。",
                en: "No rules on ballots say what follows from \(kind == .decision ? "a" : "an") \(ballotKind(kind).en). "
                    + "Adopt some with 'minutebook ballot adopt-rules' first.")
        case .alreadyCounted(let id):
            Phrase(zh: "投票 \(id) 已经计票。计票有误的，请更正那一条。", en: "Ballot \(id) has been counted. To change the count, correct that entry.")
        case .notCounted(let id): Phrase(zh: "投票 \(id) 尚未计票，不能再次投票。", en: "Ballot \(id) has not been counted yet, so nothing can follow it.")
        case .nothingOpen(let id):
            Phrase(
                zh: "投票 \(id) 有效且已有结果，没有需要再投的。",
                en: "Ballot \(id) was valid and left nothing open, so it is not held again.")
        case .followed(let id, let other): Phrase(zh: "投票 \(id) 已由 \(other) 再次投票。", en: "Ballot \(id) was held again as \(other).")
        case .ofAnotherKind(let id): Phrase(zh: "与投票 \(id) 不是同一类投票。", en: "It is not of the same kind as ballot \(id).")
        case .notAmongTied(let id, let options, let seats):
            Phrase(
                zh: "投票 \(id) 得票相等的是第 \(numbers(options, "、")) 名候选人，应就这些人再次投票，应选 \(seats) 名。",
                en: "In ballot \(id), the candidates with numbers \(numbers(options, ", ")) are tied. Vote again among them alone, for \(seats) "
                    + "\(seats == 1 ? "seat" : "seats").")
        case .moreSeatsThanOpen(let id, let seats, let open):
            Phrase(
                zh: "投票 \(id) 只空缺 \(open) 名，不能另选 \(seats) 名。",
                en: "Ballot \(id) left \(open) \(open == 1 ? "seat" : "seats") open, so \(seats) cannot be filled.")
        case .noQuorum(let present, let needed):
            Phrase(
                zh: "实到 \(present) 人，不足 \(needed) 人，按规则不能投票。", en: "\(present) are present. By the rules it may not begin with fewer than \(needed).")
        case .exceeds(let part, let value, let whole, let most):
            Phrase(
                zh: "\(ballotFigure(part).zh) \(value) 多于\(ballotFigure(whole).zh) \(most)。请核对。",
                en: "The \(ballotFigure(part).en) (\(value)) are more than the \(ballotFigure(whole).en) (\(most)). Check the count.")
        case .figureMissing(let figure):
            Phrase(zh: "缺少\(ballotFigure(figure).zh)（“\(figure)”）。", en: "The \(ballotFigure(figure).en) are missing. Give '\(figure)'.")
        case .figureNotMeant(let figure):
            Phrase(
                zh: "这种表决方式没有\(ballotFigure(figure).zh)。请去掉“\(figure)”。",
                en: "A ballot of this method has no \(ballotFigure(figure).en). Leave '\(figure)' out.")
        case .sumDiffers(let option, let sum, let papers):
            Phrase(
                zh: "\(option.map { "第 \($0) 项" } ?? "")各种表态合计 \(sum) 票，与有效票 \(papers) 票不符。请核对。",
                en: "The answers \(option.map { "of option \($0) " } ?? "")add up to \(sum), and there are \(papers) valid papers. Check the count.")
        case .tooManyVotes(let votes, let most):
            Phrase(
                zh: "赞成票 \(votes) 票，超过有效票最多可投的 \(most) 票。请核对。",
                en: "There are \(votes) votes in favour, and the valid papers allow \(most) at most. Check the count.")
        case .noSuchOption(let option, let count):
            Phrase(
                zh: count == 0 ? "表决没有候选人，不写序号。" : "选票上没有第 \(option) 项，共 \(count) 项。",
                en: count == 0
                    ? "A vote on a decision has no numbered options. Leave the number out."
                    : "The paper has no option \(option). It has \(count).")
        case .noSuchAnswer(let answer, let known):
            Phrase(
                zh: "选票上没有“\(answer)”。可以是：\(known.joined(separator: "、"))。",
                en: "The paper has no answer '\(answer)'. The answers are: \(known.joined(separator: ", ")).")
        case .votesMissing(let option):
            Phrase(
                zh: option.map { "缺少第 \($0) 项的票数。" } ?? "有票数没有写明是哪一项。",
                en: option.map { "The votes of option \($0) are missing." } ?? "Some votes do not say which option they are for.")
        case .nameNotMeant(let name):
            Phrase(
                zh: "“\(name)”不能作为另选人：只有选举可以另选他人，另选人只计赞成票；选票上已有的，请写序号。",
                en: "'\(name)' cannot be an added name. Only elections have them, with votes in favour; who is on the paper goes by number.")
        case .candidateCounts(let members):
            Phrase(
                zh: "候选人不能监票、计票：\(list(members).zh)。", en: "Candidates neither supervise nor count: \(list(members).en).")
        case .notByName(let id):
            Phrase(zh: "投票 \(id) 不是记名表决，不记录每个人怎么投。", en: "Ballot \(id) is not by name: nobody's vote is recorded, only the count.")
        case .alreadyVoted(let member, let id):
            Phrase(zh: "委员 \(member) 在投票 \(id) 中已经表态。有误的请更正那一条。", en: "Member \(member) has voted in ballot \(id). To change it, correct that entry.")
        case .mayNotVote(let member, let id):
            Phrase(
                zh: "委员 \(member) 当天不在任或未被邀请，在投票 \(id) 中没有表决权。",
                en: "Member \(member) was not in office or not invited on the day, and may not vote in ballot \(id).")
        }
    }

    private static func numbers(_ numbers: [Int], _ separator: String) -> String {
        numbers.map(String.init).joined(separator: separator)
    }
}
