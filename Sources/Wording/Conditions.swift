public import Assessment
internal import Domain

/// What narrows down what a plan counts, in words.
extension Phrase {
    /// What counts and what narrows it, in brackets behind how it counts.
    static func conditions(_ selector: Selector) -> Phrase {
        let branches = selector.branches.map { branch in joined([self.selector(Selector([branch]))] + filters(branch.filters), zh: "，") }
        let once = selector.countsMembers ? Phrase(zh: "；同一人只算一次", en: "; each member once") : plain("")
        return Phrase(zh: "（", en: " (") + joined(branches, zh: "；或", en: "; or ") + once + Phrase(zh: "）", en: ")")
    }

    /// What counts, each part with what narrows it in brackets behind it.
    static func counted(_ selector: Selector) -> Phrase {
        ofMembers(selector, joined(selector.branches.map { acts($0) + bracketed(filters($0.filters)) }, zh: "或", en: " or "))
    }

    /// What a requirement counts with what narrows it; only its name, where nothing does.
    static func counted(_ requirement: Requirement) -> Phrase {
        let selector = requirement.selector
        let name = self.requirement(requirement)
        guard selector.branches.contains(where: { !filters($0.filters).isEmpty }) else { return name }
        return name == self.selector(selector) ? counted(selector) : name + conditions(selector)
    }

    private static func bracketed(_ conditions: [Phrase]) -> Phrase {
        conditions.isEmpty ? plain("") : Phrase(zh: "（", en: " (") + joined(conditions, zh: "，") + Phrase(zh: "）", en: ")")
    }

    static func filters(_ filters: Selector.Filters) -> [Phrase] {
        var conditions: [Phrase] = []
        if let level = filters.level { conditions.append(Phrase(zh: "\(activityLevel(level).zh)的活动", en: "of the \(level)")) }
        if let least = filters.attendance {
            conditions.append(
                least.isExceeded
                    ? Phrase(zh: "出勤\(threshold(least).zh)", en: "attendance \(threshold(least).en)")
                    : Phrase(zh: "出勤率不低于\(spaced(least).zh)", en: "attendance at least\(spaced(least).en)"))
        }
        conditions += filters.documents.map { Phrase(zh: "须有\(workKind($0).zh)", en: "with a \(workKind($0).en) on file") }
        if !filters.particulars.isEmpty {
            conditions.append(Phrase(zh: "须写明", en: "with these fixed: ") + joined(filters.particulars.map(particular)))
        }
        if let least = filters.participantsMin {
            conditions.append(Phrase(zh: "参加人数不少于 \(least)", en: "at least \(least) taking part"))
        }
        if let place = filters.place { conditions.append(Phrase(zh: "在\(place)", en: "at \(place)")) }
        if let words = filters.titled { conditions.append(Phrase(zh: "标题含“\(words)”", en: "titled '\(words)'")) }
        switch filters.cameFrom {
        case .proposal?: conditions.append(Phrase(zh: "由提案转来", en: "that was a proposal before"))
        case Selector.CameFrom.none?: conditions.append(Phrase(zh: "不是由提案转来", en: "that was no proposal before"))
        case nil: break
        }
        if let reached = filters.reached { conditions.append(hasReached(reached)) }
        if !filters.meetings.isEmpty {
            let kinds = joined(filters.meetings.map { activityKind($0) }, zh: "或", en: " or ")
            conditions.append(Phrase(zh: "在\(kinds.zh)上", en: "at \(kinds.en)"))
        }
        // Models are named by `acts`.
        if filters.commendation == .honour { conditions.append(Phrase(zh: "典型不计", en: "other than as a model")) }
        if let result = filters.result { conditions.append(self.result(result)) }
        if let what = filters.appraised { conditions.append(appraised(what)) }
        if let mark = filters.mark { conditions.append(proposalMark(mark)) }
        for honour in Selector.Honour.allCases {
            if let least = filters.honours[honour] { conditions.append(condition(honour, least)) }
        }
        return conditions
    }

    private static func hasReached(_ reached: Selector.Reached) -> Phrase {
        if reached == .filed { return Phrase(zh: "撤回、并案的也计", en: "those withdrawn or merged too") }
        return Phrase(zh: "已\(self.reached(reached).zh)", en: self.reached(reached).en)
    }

    private static func condition(_ honour: Selector.Honour, _ least: Selector.AtLeast) -> Phrase {
        if least == .nowhere {
            return switch honour {
            case .adopted: Phrase(zh: "未被采用", en: "not adopted")
            case .instructed: Phrase(zh: "没有领导批示", en: "without a leader's instruction")
            case .sentUp: Phrase(zh: "没有报送上级", en: "not sent upwards")
            case .commended: Phrase(zh: "未受表彰", en: "not commended")
            }
        }
        guard case .level(let least) = least else {
            return switch honour {
            case .adopted: Phrase(zh: "被采用", en: "adopted")
            case .instructed: Phrase(zh: "有领导批示", en: "with a leader's instruction")
            case .sentUp: Phrase(zh: "报送上级", en: "sent upwards")
            case .commended: Phrase(zh: "受表彰", en: "commended")
            }
        }
        let level = adoptionLevel(least)
        return switch honour {
        case .adopted: Phrase(zh: "\(level.zh)以上采用", en: "adopted by the \(level.en) or higher")
        case .instructed: Phrase(zh: "有\(level.zh)以上领导批示", en: "instructed by a leader of the \(level.en) or higher")
        case .sentUp: Phrase(zh: "报送\(level.zh)以上", en: "sent to the \(level.en) or higher")
        case .commended: Phrase(zh: "受\(level.zh)以上表彰", en: "commended by the \(level.en) or higher")
        }
    }
}
