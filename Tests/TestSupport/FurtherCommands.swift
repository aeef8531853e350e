extension CommandGenerator {
    /// As `next`, and in every other case one of the commands that leave proposals, attendance and money alone or follow late
    /// in their course. They speak of the plan `Y` and its targets `1` to `3` and `G`.
    public mutating func nextOfAll(last: Int64) -> String {
        number(0...1) == 0 ? next(last: last) : #"{"command":\#(furtherBody()),"occurred":"\#(day())","reason":"试"}"#
    }

    private mutating func furtherBody() -> String {
        switch number(0...9) {
        case 0: furtherStep()
        case 1: honour()
        case 2: affiliation()
        case 3: pointsByHand()
        case 4: meeting()
        case 5: ballotStep()
        case 6: decisionStep()
        case 7: petitionStep()
        case 8: dutyReportStep()
        default: happening()
        }
    }

    private mutating func level() -> String { #""level":"\#(one(of: "district", "city", "province"))""# }

    private mutating func furtherStep() -> String {
        switch number(0...7) {
        case 0: #""proposal.sign-for",\#(proposal()),\#(unit())"#
        case 1: #""proposal.draft-answer",\#(proposal()),\#(unit()),"text":"答复稿""#
        case 2: #""proposal.check-answer",\#(proposal()),\#(unit()),"passed":\#(one(of: "true", "false"))"#
        case 3: #""proposal.commit",\#(proposal()),\#(unit()),"due":"2019-12-0\#(number(1...9))","what":"修路""#
        case 4: #""proposal.settle-commitment",\#(proposal()),"commitment":\#(number(1...2)),"kept":\#(one(of: "true", "false"))"#
        case 5: #""proposal.extend",\#(proposal()),"until":"2019-12-\#(number(10...28))""#
        case 6: #""proposal.refuse-co-sign",\#(proposal()),"member":"\#(member())""#
        default: #""proposal.mark",\#(proposal()),"mark":"\#(one(of: "key", "excellent", "public", "confidential"))""#
        }
    }

    private mutating func honour() -> String {
        switch number(0...8) {
        case 0: #""proposal.adopt",\#(proposal()),\#(level())"#
        case 1: #""proposal.instruct",\#(proposal()),"leader":"区长",\#(level())"#
        case 2: #""proposal.send-up",\#(proposal()),"to":"市政协",\#(level())"#
        case 3: #""suggestion.adopt",\#(suggestion()),\#(level())"#
        case 4: #""suggestion.instruct",\#(suggestion()),"leader":"区长",\#(level())"#
        case 5: #""suggestion.issue",\#(suggestion()),"to":"市政协",\#(level())"#
        case 6: #""suggestion.feed-back",\#(suggestion()),"text":"已办""#
        case 7: #""commendation.record","title":"表彰","members":["\#(member())"],\#(level())"#
        default: #""commendation.record","title":"优秀提案","what":"proposal:P\#(number(1...12))",\#(level())"#
        }
    }

    private mutating func activity() -> String { #""activity":"A\#(number(1...6))""# }
    private mutating func agendaItem() -> String { #""item":"I\#(number(1...6))""# }

    private mutating func meeting() -> String {
        switch number(0...9) {
        case 8: #""minutes.draft",\#(activity()),"text":"记录\#(number(1...9))""#
        case 9: #""minutes.approve","minutes":"K\#(number(1...3))","approvedBy":"主席""#
        case 7: #""notice.issue",\#(activity()),"means":["\#(one(of: "paper", "message", "phone"))"]"#
        case 5: #""speech.record",\#(activity()),"members":["\#(member())"],"form":"\#(one(of: "oral", "written"))","title":"发言\#(number(1...9))""#
        case 6: #""speech.record",\#(activity()),\#(agendaItem()),"members":["\#(member())","\#(member())"],"form":"oral""#
        case 0: #""agenda.add",\#(activity()),"title":"议题\#(number(1...9))""#
        case 1: #""agenda.add",\#(activity()),"title":"议题\#(number(1...9))","number":\#(number(1...3)),"members":["\#(member())"]"#
        case 2: #""agenda.move",\#(agendaItem()),"number":\#(number(1...3))"#
        case 3: #""agenda.end",\#(agendaItem()),"outcome":"\#(one(of: "dealt-with", "postponed", "dropped"))""#
        default: #""agenda.end",\#(agendaItem()),"outcome":"postponed","to":"A\#(number(1...6))""#
        }
    }

    private mutating func affiliation() -> String {
        let unit = #"{"kind":"\#(one(of: "role", "sector", "group"))","name":"\#(one(of: "甲", "乙"))"}"#
        switch number(0...3) {
        case 0, 1: return #""member.assign","member":"\#(member())","to":\#(unit),"from":"\#(day())""#
        case 2: return #""member.release","member":"\#(member())","of":\#(unit),"on":"\#(day())""#
        default: return #""member.change","member":"\#(member())","name":"委员\#(number(10...99))""#
        }
    }

    private mutating func pointsByHand() -> String {
        switch number(0...7) {
        case 0: #""points.award","plan":"Y","target":"2","points":\#(number(1...3)),"member":"\#(member())""#
        case 1: #""points.deduct","plan":"Y","target":"2","points":\#(number(1...3)),"member":"\#(member())""#
        case 2: #""points.award","plan":"Y","target":"1","points":\#(number(1...3)),"member":"\#(member())","appeal":"O\#(number(1...4))""#
        case 3: #""target.mark","plan":"Y","target":"3","met":\#(one(of: "true", "false"))"#
        case 4: #""appeal.file","member":"\#(member())","plan":"Y","target":"\#(number(1...3))","why":"少算了""#
        case 5: #""appeal.withdraw","appeal":"O\#(number(1...4))""#
        case 6: #""points.award","plan":"Y","target":"G","points":\#(number(1...3)),"group":"\#(one(of: "甲", "乙"))""#
        default: #""appeal.answer","appeal":"O\#(number(1...4))","outcome":"\#(one(of: "upheld", "partly-upheld", "dismissed"))","answer":"查过了""#
        }
    }

    private mutating func ballotStep() -> String {
        let ballot = #""ballot":"B\#(number(1...6))""#
        let meeting = #""activity":"A\#(number(1...6))""#
        let votes = (1...2).map { #"{"of":\#($0),"answer":"for","votes":\#(number(0...6))}"# }.joined(separator: ",")
        switch number(0...7) {
        case 0: return #""ballot-rules.adopt","rules":"R\#(number(1...2))","title":"办法","items":[{"kind":"election","begin":{"moreThan":"1/3","of":"all"},"pass":{"moreThan":"1/2","of":"all"}},{"kind":"decision","pass":{"moreThan":"1/2","of":"present"}}]"#
        case 1: return #""ballot.call",\#(ballot),\#(meeting),"kind":"election","method":"secret","title":"选举","seats":\#(number(1...2)),"options":[{"member":"\#(member())"},{"name":"王五"}]"#
        case 2: return #""ballot.call",\#(ballot),\#(meeting),"kind":"decision","method":"by-name","title":"决议""#
        case 3: return #""ballot.call",\#(ballot),\#(meeting),"kind":"election","method":"hands","title":"选举","seats":1,"follows":"B\#(number(1...6))","options":[{"member":"\#(member())"},{"name":"王五"}]"#
        case 4: return #""ballot.vote",\#(ballot),"member":"\#(member())","answer":"\#(one(of: "for", "against", "abstain"))""#
        case 5: return #""ballot.count",\#(ballot),"present":\#(number(1...6))"#
        case 6: return #""ballot.count",\#(ballot),"present":5,"votes":[\#(votes)]"#
        default: return #""ballot.count",\#(ballot),"present":5,"issued":5,"returned":\#(number(4...6)),"votes":[\#(votes)]"#
        }
    }

    private mutating func decisionStep() -> String {
        let decision = #""decision":"R\#(number(1...4))""#
        switch number(0...6) {
        case 0, 1: return #""decision.record",\#(decision),"kind":"\#(one(of: "resolution", "opinion"))","title":"决定\#(number(1...9))""#
        case 2: return #""decision.record",\#(decision),"kind":"resolution","title":"决议","ballot":"B\#(number(1...6))""#
        case 3: return #""decision.hand-over",\#(decision),"to":"\#(one(of: "局", "站"))","due":"2019-12-\#(number(10...28))""#
        case 4: return #""decision.answer",\#(decision),\#(unit())"#
        case 5: return #""decision.handle",\#(decision)"#
        default: return #""decision.appraise",\#(decision),"ballot":"B\#(number(1...6))""#
        }
    }

    private mutating func petitionStep() -> String {
        let petition = #""petition":"L\#(number(1...4))""#
        switch number(0...4) {
        case 0, 1: return #""petition.receive",\#(petition),"kind":"\#(one(of: "letter", "visit"))","title":"来访\#(number(1...9))","members":["\#(member())"]"#
        case 2: return #""petition.hand-over",\#(petition),"to":"\#(one(of: "局", "站"))","way":"\#(one(of: "handle", "transfer"))""#
        case 3: return #""petition.supervise",\#(petition),"members":["\#(member())"]"#
        default: return #""petition.answer",\#(petition)"# + (number(0...1) == 0 ? "" : #","unit":"\#(one(of: "局", "站"))""#)
        }
    }

    private mutating func dutyReportStep() -> String {
        let report = #""report":"J\#(number(1...3))""#
        switch number(0...3) {
        case 0, 1: return #""duty-report.record",\#(report),"activity":"A\#(number(1...6))","member":"\#(member())","form":"\#(one(of: "oral", "written"))""#
        case 2: return #""duty-report.question",\#(report),"question":"问\#(number(1...9))","asker":"\#(member())""#
        default: return #""duty-report.tell",\#(report),"ballot":"B\#(number(1...6))""#
        }
    }

    private mutating func happening() -> String {
        switch number(0...4) {
        case 0: #""work.file","kind":"\#(one(of: "report", "minutes", "reflection"))","title":"文稿\#(number(1...9))","authors":["\#(member())"]"#
        case 1: #""work.file","kind":"minutes","title":"纪要\#(number(1...9))","activity":"A\#(number(1...6))""#
        case 2: #""activity.open","activity":"A\#(number(1...6))""#
        case 3: #""activity.reschedule","activity":"A\#(number(1...6))","on":"\#(day())""#
        default: #""attendance.end-leave","activity":"A\#(number(1...6))","member":"\#(member())""#
        }
    }
}
