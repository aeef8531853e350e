import EventLog

extension State {
    /// Takes a correction in: amends the fact in its subject's history and folds that subject anew.
    mutating func apply(_ correction: CorrectionEvent, at position: Position) throws(ProjectionError) -> Place {
        let corrects: Position
        let amendment: Amendment
        switch correction {
        case .corrected(let event):
            corrects = event.corrects
            amendment = Amendment(by: position, event: event.event, occurred: event.occurred)
        case .voided(let event):
            corrects = event.corrects
            amendment = Amendment(by: position, event: nil, occurred: nil)
        }
        guard let place = place(of: corrects), amend(place, corrects, amendment) else {
            throw ProjectionError(position: position, fault: .unknownSubject("position \(corrects)"))
        }
        return place
    }

    /// What a correction puts in the place of a fact; no event voids it.
    struct Amendment {
        let by: Position
        let event: Event?
        let occurred: Occurrence?
    }

    /// Amends the fact at `place`, or withdraws the correction if `corrects` is one. False if it does not fit.
    mutating func amend(_ place: Place, _ corrects: Position, _ amendment: Amendment) -> Bool {
        let index = Int(place.index)
        let slot = Int(place.slot)
        switch place.concept {
        case .book: return Self.amend(&book, slot, corrects, amendment)
        case .member:
            defer { findAliases() }
            return Self.amend(&members.values[index], slot, corrects, amendment)
        case .activity: return Self.amend(&activities.values[index], slot, corrects, amendment)
        case .visit: return Self.amend(&visits.values[index], slot, corrects, amendment)
        case .proposal: return Self.amend(&proposals.values[index], slot, corrects, amendment)
        case .suggestion: return Self.amend(&suggestions.values[index], slot, corrects, amendment)
        case .donation:
            return amendFlow(of: \.donations.values[index], \.flow) { Self.amend(&$0, slot, corrects, amendment) }
        case .expense:
            return amendFlow(of: \.expenses.values[index], \.flow) { Self.amend(&$0, slot, corrects, amendment) }
        case .work: return Self.amend(&works.values[index], slot, corrects, amendment)
        case .plan: return Self.amend(&plans.values[index], slot, corrects, amendment)
        case .award: return Self.amend(&awards.values[index], slot, corrects, amendment)
        case .rules: return Self.amend(&ruleSets.values[index], slot, corrects, amendment)
        case .workCalendar: return Self.amend(&workCalendars.values[index], slot, corrects, amendment)
        case .attachment: return Self.amend(&attachments.values[index], slot, corrects, amendment)
        case .personalData: return false
        case .attendance:
            return activities.values[index].attendance.amend(slot, corrects, amendment)
        }
    }

    private static func amend<Value: Aggregate>(
        _ value: inout Value, _ slot: Int, _ corrects: Position, _ amendment: Amendment
    ) -> Bool {
        let fits = value.history[slot].amend(corrects, amendment, fact: Value.fact(in:))
        value = value.refolded()
        return fits
    }

    /// Whether what stands after an amendment at `place` is allowed, there and wherever something rests on it.
    func checkConsistency(at place: Place) throws(Rejection) {
        let index = Int(place.index)
        switch place.concept {
        case .book: break
        case .member: try checkConsistency(ofMember: members.values[index])
        case .activity: try checkConsistency(ofActivity: activities.values[index])
        case .attendance:
            let activity = activities.values[index]
            try activity.attendance.checkHistory(at: activity, in: self)
        case .visit: try visits.values[index].checkHistory(in: self)
        case .proposal: try checkConsistency(ofProposal: proposals.values[index])
        case .suggestion: try suggestions.values[index].checkHistory(in: self)
        case .donation:
            try donations.values[index].checkHistory(in: self)
            try checkFunds()
        case .expense: try expenses.values[index].checkHistory(in: self)
        case .work: try works.values[index].checkHistory(in: self)
        case .plan:
            let plan = plans.values[index]
            try plan.checkHistory(in: self)
            for award in awards.values where award.granted?.fact.grant.plan == plan.id {
                try award.checkHistory(in: self)
            }
        case .award: try awards.values[index].checkHistory(in: self)
        // What is due follows from the rules; whether a motion had enough signers was decided when it was filed.
        case .rules: try ruleSets.values[index].checkHistory(in: self)
        case .workCalendar: try workCalendars.values[index].checkHistory(in: self)
        case .attachment: try attachments.values[index].checkHistory(in: self)
        case .personalData: break
        }
    }

    func checkConsistency(ofMember member: Member) throws(Rejection) {
        try member.checkHistory(in: self)
        for activity in activities.values {
            if activity.schedule?.invited != nil, activity.isInvited(member.id) { try activity.checkHistory(in: self) }
            if activity.attendance.marks[member.id] != nil {
                try activity.attendance.checkHistory(of: member.id, at: activity, in: self)
            }
        }
        for visit in visits.values where visit.made?.fact.members.contains(member.id) ?? false {
            try visit.checkHistory(in: self)
        }
        for proposal in proposals.values where proposal.signers.contains(member.id) {
            try proposal.checkHistory(in: self)
        }
        for suggestion in suggestions.values
        where suggestion.submitted?.fact.members.contains(member.id) ?? false {
            try suggestion.checkHistory(in: self)
        }
        for donation in donations.values where donation.received?.fact.member == member.id {
            try donation.checkHistory(in: self)
        }
        for work in works.values where work.filed?.fact.authors.contains(member.id) ?? false {
            try work.checkHistory(in: self)
        }
    }

    private func checkConsistency(ofActivity activity: Activity) throws(Rejection) {
        try activity.checkHistory(in: self)
        try activity.attendance.checkHistory(at: activity, in: self)
        for suggestion in suggestions.values where suggestion.submitted?.fact.activity == activity.id {
            try suggestion.checkHistory(in: self)
        }
        for work in works.values where work.filed?.fact.activity == activity.id {
            try work.checkHistory(in: self)
        }
        for expense in expenses.values where expense.spent?.fact.activity == activity.id {
            try expense.checkHistory(in: self)
        }
    }

    /// What was spent on a purpose rests on what came in for it.
    private func checkFunds() throws(Rejection) {
        var obstacles = Obstacles()
        for purpose in fundBalances.overspent {
            let expense = expenses.values.last { $0.spent?.fact.purpose == purpose }
            guard let expense, let spent = expense.spent else { continue }
            let left = fundBalances.balance(of: purpose, without: expense.flow)
            let because = Rejection.fund(.overspent(purpose, left: Int64(clamping: left), expense: expense.id))
            obstacles.add(.correction(.wouldBreak([.init(spent.position, because: because)])))
        }
        try obstacles.end()
    }

    /// What was merged into it, or split off it, rests on its having been filed.
    private func checkConsistency(ofProposal proposal: Proposal) throws(Rejection) {
        var obstacles = Obstacles()
        obstacles.attempt { () throws(Rejection) in try proposal.checkHistory(in: self) }
        for other in proposals.values {
            guard other.merged?.fact.into == proposal.id || other.split?.fact.into.contains(proposal.id) ?? false else { continue }
            guard proposal.filed == nil else { continue }
            guard let position = other.merged?.position ?? other.split?.position else { continue }
            obstacles.add(.correction(.wouldBreak([.init(position, because: .unknown(proposal.id.subject))])))
        }
        for suggestion in suggestions.values where suggestion.submitted?.fact.proposal == proposal.id {
            obstacles.attempt { () throws(Rejection) in try suggestion.checkHistory(in: self) }
        }
        try obstacles.end()
    }

    /// A recorded fact of any kind, as a correction sees it.
    struct SlotView {
        /// The entry that first recorded it.
        let original: Position
        /// The corrections in force.
        let corrections: [Position]
        /// What stands now; nil if it was voided.
        let standing: Recorded<Event>?

        init<Fact>(_ slot: HistorySlot<Fact>, event: (Fact) -> Event) {
            original = slot.original.position
            corrections = slot.corrections
            standing = slot.standing.map {
                Recorded(position: $0.position, occurred: $0.occurred, fact: event($0.fact))
            }
        }
    }

    func slot(at place: Place) -> SlotView {
        func view<Value: Aggregate>(_ value: Value) -> SlotView {
            SlotView(value.history[Int(place.slot)], event: Value.event)
        }
        let index = Int(place.index)
        switch place.concept {
        case .book: return view(book)
        case .member: return view(members.values[index])
        case .activity: return view(activities.values[index])
        case .attendance:
            return SlotView(activities.values[index].attendance.history[Int(place.slot)]) { .attendance($0) }
        case .visit: return view(visits.values[index])
        case .proposal: return view(proposals.values[index])
        case .suggestion: return view(suggestions.values[index])
        case .donation: return view(donations.values[index])
        case .expense: return view(expenses.values[index])
        case .work: return view(works.values[index])
        case .plan: return view(plans.values[index])
        case .award: return view(awards.values[index])
        case .rules: return view(ruleSets.values[index])
        case .workCalendar: return view(workCalendars.values[index])
        case .attachment: return view(attachments.values[index])
        case .personalData: return view(personalData.values[index])
        }
    }
}

extension HistorySlot {
    /// Amends the fact, or withdraws one of its corrections if `corrects` is that correction's position.
    mutating func amend(
        _ corrects: Position, _ amendment: State.Amendment, fact: (Event) -> Fact?
    ) -> Bool {
        guard corrects == original.position else { return amendment.event == nil && withdraw(corrects) }
        guard let event = amendment.event else {
            amend(by: amendment.by, to: nil)
            return true
        }
        guard let fact = fact(event) else { return false }
        let occurred = amendment.occurred ?? standing?.occurred ?? original.occurred
        amend(by: amendment.by, to: Recorded(position: original.position, occurred: occurred, fact: fact))
        return true
    }
}
