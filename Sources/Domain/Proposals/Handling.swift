// These names are the storage format: see Payload.
public import CanonicalJSON
public import EventLog

/// `proposal.handed-over`: 交办 to a lead unit and joint units.
public struct ProposalHandedOver: ProposalFact {
    public static let type: StaticString = "proposal.handed-over"

    /// Wide or difficult, for which rules give more time.
    public var difficult: Bool?
    /// The last day for the answer, where it was set; else the rules say.
    public var due: CalendarDate?
    public var joint: [String]
    public var lead: String
    public var proposal: ProposalID
    /// 分办: the units answer each for itself. Otherwise the lead unit answers, and joint units tell it what they think.
    public var separate: Bool?

    public init(from object: inout ObjectReader) throws(JSONError) {
        difficult = try object.optional("difficult")
        due = try object.optional("due")
        joint = try object.texts("joint")
        lead = try object.text("lead")
        proposal = try object.required("proposal")
        separate = try object.optional("separate")
    }

    public func write(to writer: inout CanonicalWriter) {
        writer.field("difficult", difficult)
        writer.field("due", due)
        writer.list("joint", joint)
        writer.field("lead", lead)
        writer.field("proposal", proposal)
        writer.field("separate", separate)
    }

    public var about: [Subject] { [proposal.subject] }
}

/// `proposal.signed-for`: 签收 by a handling unit.
public struct ProposalSignedFor: ProposalFact {
    public static let type: StaticString = "proposal.signed-for"

    public var proposal: ProposalID
    public var unit: String

    public init(from object: inout ObjectReader) throws(JSONError) {
        proposal = try object.required("proposal")
        unit = try object.text("unit")
    }

    public func write(to writer: inout CanonicalWriter) {
        writer.field("proposal", proposal)
        writer.field("unit", unit)
    }

    public var about: [Subject] { [proposal.subject] }
}

/// `proposal.returned` 退回: a handling unit refuses it as not its matter, and another has to be found.
public struct ProposalReturned: ProposalFact {
    public static let type: StaticString = "proposal.returned"

    public var proposal: ProposalID
    public var unit: String

    public init(from object: inout ObjectReader) throws(JSONError) {
        proposal = try object.required("proposal")
        unit = try object.text("unit")
    }

    public func write(to writer: inout CanonicalWriter) {
        writer.field("proposal", proposal)
        writer.field("unit", unit)
    }

    public var about: [Subject] { [proposal.subject] }
}

/// `proposal.reassigned` 改派: another unit takes the part of one that has not answered.
public struct ProposalReassigned: ProposalFact {
    public static let type: StaticString = "proposal.reassigned"

    public var proposal: ProposalID
    /// The unit that handles it now.
    public var to: String
    /// The unit in whose place it does.
    public var unit: String

    public init(from object: inout ObjectReader) throws(JSONError) {
        proposal = try object.required("proposal")
        to = try object.text("to")
        unit = try object.text("unit")
    }

    public func write(to writer: inout CanonicalWriter) {
        writer.field("proposal", proposal)
        writer.field("to", to)
        writer.field("unit", unit)
    }

    public var about: [Subject] { [proposal.subject] }
}

/// `proposal.extended` 延期: the answer is due later, as was agreed.
public struct ProposalExtended: ProposalFact {
    public static let type: StaticString = "proposal.extended"

    public var proposal: ProposalID
    /// The last day for the answer.
    public var until: CalendarDate

    public init(from object: inout ObjectReader) throws(JSONError) {
        proposal = try object.required("proposal")
        until = try object.required("until")
    }

    public func write(to writer: inout CanonicalWriter) {
        writer.field("proposal", proposal)
        writer.field("until", until)
    }

    public var about: [Subject] { [proposal.subject] }
}

/// `proposal.paused`: its clock stops, from this day on.
public struct ProposalPaused: ProposalFact {
    public static let type: StaticString = "proposal.paused"

    public var proposal: ProposalID

    public init(from object: inout ObjectReader) throws(JSONError) {
        proposal = try object.required("proposal")
    }

    public func write(to writer: inout CanonicalWriter) {
        writer.field("proposal", proposal)
    }

    public var about: [Subject] { [proposal.subject] }
}

/// `proposal.resumed`: its clock goes on, from this day on.
public struct ProposalResumed: ProposalFact {
    public static let type: StaticString = "proposal.resumed"

    public var proposal: ProposalID

    public init(from object: inout ObjectReader) throws(JSONError) {
        proposal = try object.required("proposal")
    }

    public func write(to writer: inout CanonicalWriter) {
        writer.field("proposal", proposal)
    }

    public var about: [Subject] { [proposal.subject] }
}

/// `proposal.answer-drafted`: a unit's answer, to be checked before it goes out.
public struct ProposalAnswerDrafted: ProposalFact {
    public static let type: StaticString = "proposal.answer-drafted"

    public var proposal: ProposalID
    /// The draft.
    public var text: String?
    public var unit: String

    public init(from object: inout ObjectReader) throws(JSONError) {
        proposal = try object.required("proposal")
        text = try object.optionalText("text")
        unit = try object.text("unit")
    }

    public func write(to writer: inout CanonicalWriter) {
        writer.field("proposal", proposal)
        writer.field("text", text)
        writer.field("unit", unit)
    }

    public var about: [Subject] { [proposal.subject] }
}

/// `proposal.answer-checked`: whether a unit's draft may go out. One that may not is drafted anew.
public struct ProposalAnswerChecked: ProposalFact {
    public static let type: StaticString = "proposal.answer-checked"

    /// Whether it may go out.
    public var passed: Bool
    public var proposal: ProposalID
    public var unit: String

    public init(from object: inout ObjectReader) throws(JSONError) {
        passed = try object.required("passed")
        proposal = try object.required("proposal")
        unit = try object.text("unit")
    }

    public func write(to writer: inout CanonicalWriter) {
        writer.field("passed", passed)
        writer.field("proposal", proposal)
        writer.field("unit", unit)
    }

    public var about: [Subject] { [proposal.subject] }
}

/// `proposal.answered`: 答复 by a handling unit, with a class whose meaning differs from place to place.
public struct ProposalAnswered: ProposalFact {
    public enum Class: String, StoredWord { case a = "A", b = "B", c = "C", d = "D" }

    public static let type: StaticString = "proposal.answered"

    public var answerClass: Class?
    public var proposal: ProposalID
    public var text: String?
    /// Which signers were answered; all of them where it is empty.
    public var to: [MemberID]
    public var unit: String

    public init(from object: inout ObjectReader) throws(JSONError) {
        answerClass = try object.optional("class")
        proposal = try object.required("proposal")
        text = try object.optionalText("text")
        to = try object.list("to")
        unit = try object.text("unit")
    }

    public func write(to writer: inout CanonicalWriter) {
        writer.field("class", answerClass)
        writer.field("proposal", proposal)
        writer.field("text", text)
        writer.list("to", to)
        writer.field("unit", unit)
    }

    public var about: [Subject] { [proposal.subject] }
}
