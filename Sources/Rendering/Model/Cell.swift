public import CanonicalJSON
public import EventLog
public import Wording

/// One cell of a table: what it is, from which every rendering makes what it shows.
public enum Cell: Equatable, Sendable {
    case empty
    /// A text of the book, or of the catalogue where no code says the same.
    case text(Phrase)
    /// One of a list that programs know, or an identifier: its code, and what people read for it. Only the code is data, so a
    /// member's name that is shown behind the id is not.
    case code(String, Phrase)
    /// A figure that is more than one number, or none: its value for programs, and how people read it.
    case figure(JSONValue, Phrase)
    case number(Int64)
    case money(fen: Int64)
    case points(hundredths: Int64)
    case share(Int64, of: Int64)
    case percent(Int64, of: Int64)
    case date(CalendarDate)
    /// When something happened, as exactly as it is known.
    case when(Occurrence)
    case list([Cell])

    /// A figure that there is not.
    public static let none = Cell.figure(.null, .plain("–"))

    /// A text that is the same in every language, such as a title out of the book.
    public static func plain(_ text: some CustomStringConvertible) -> Cell { .text(.plain(text)) }

    /// The empty cell for nil.
    public static func date(_ date: CalendarDate?) -> Cell { date.map { .date($0) } ?? .empty }
    public static func text(_ text: String?) -> Cell { text.map { .text(.plain($0)) } ?? .empty }
    public static func points(_ hundredths: Int64?) -> Cell { hundredths.map { .points(hundredths: $0) } ?? .empty }
    public static func number(_ count: Int) -> Cell { .number(Int64(count)) }

    /// `30/36  83.3%`; empty where there is nothing to take a part of.
    public static func rate(_ part: Int64?, of whole: Int64?) -> Cell {
        guard let part, let whole, whole > 0 else { return .empty }
        return .figure([.integer(part), .integer(whole)], .plain("\(part)/\(whole)  \(Phrase.percent(part, of: whole))"))
    }

    /// What people read.
    public var phrase: Phrase {
        switch self {
        case .empty: .plain("")
        case .text(let phrase), .code(_, let phrase), .figure(_, let phrase): phrase
        case .number(let count): .plain(count)
        case .money(let fen): .plain(Phrase.yuan(fen))
        case .points(let hundredths): .plain(Phrase.points(hundredths))
        case .share(let part, let whole): .plain("\(part)/\(whole)")
        case .percent(let part, let whole): .plain(Phrase.percent(part, of: whole))
        case .date(let date): .plain(date)
        case .when(let occurred): .when(occurred)
        case .list(let cells): .joined(cells.map(\.phrase))
        }
    }

    /// The value for programs, in no language but that of the book: money in fen, points in hundredths, dates as ISO 8601, a
    /// text of the catalogue in every language. Null for an empty cell.
    public var json: JSONValue {
        switch self {
        case .empty: .null
        case .text(let phrase): phrase.zh.utf8.elementsEqual(phrase.en.utf8) ? .string(phrase.zh) : ["zh": .string(phrase.zh), "en": .string(phrase.en)]
        case .code(let code, _): .string(code)
        case .figure(let value, _): value
        case .number(let count): .integer(count)
        case .money(let fen): .integer(fen)
        case .points(let hundredths): .integer(hundredths)
        case .share(let part, let whole), .percent(let part, let whole): ["value": .integer(part), "of": .integer(whole)]
        case .date(let date): .string(date.description)
        case .when(let occurred): occurred.json
        case .list(let cells): .array(cells.map(\.json))
        }
    }
}

extension Table {
    /// The rows as objects by the columns' keys; an empty cell has no member.
    public var json: JSONValue {
        .array(
            rows.map { row in
                var object = JSONObject()
                for (column, cell) in zip(columns, row.cells) where cell != .empty { object[column.key] = cell.json }
                return JSONValue.object(object)
            }).interoperable
    }
}
