/// Why a text is no date.
public enum DateFault: Error, Equatable, Sendable {
    /// It is written as no date is.
    case unknownForm
    /// It is written as a date, of a day that the calendar does not have, or a time that no clock shows.
    case doesNotExist(String)
    /// A day without its year, which may be one of two.
    case yearMissing(String)
}
