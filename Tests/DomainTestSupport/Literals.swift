public import Domain
public import EventLog

/// An id that a test knows to be one.
public func id<Kind: IdentifierKind>(_ text: String) -> Identifier<Kind> {
    guard let id = Identifier<Kind>(text) else { preconditionFailure("\(text) is no id") }
    return id
}

/// A day that a test knows to be one, as `YYYY-MM-DD`.
public func day(_ text: String) -> CalendarDate {
    guard let day = CalendarDate(text) else { preconditionFailure("\(text) is no day") }
    return day
}

/// A subject, as `kind:id`.
public func subject(_ text: String) -> Subject {
    guard let subject = Subject(text) else { preconditionFailure("\(text) is no subject") }
    return subject
}

/// A word of an open list.
public func word(_ text: String) -> OpenWord {
    guard let word = OpenWord(text) else { preconditionFailure("\(text) is no word") }
    return word
}
