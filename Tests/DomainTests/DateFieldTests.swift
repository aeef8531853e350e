import CanonicalJSON
import Domain
import EventLog
import Testing

/// Every field of every command that has a day or a time reads it as offices write it, and says of an impossible one that it is
/// impossible; so does what a correction sets.
@Suite("Fields with dates")
struct DateFieldTests {
    private static let defaults = Command.Defaults(
        id: CommandID("0197a000-0000-7000-8000-000000000000")!, by: "clerk", occurred: Occurrence(CalendarDate(year: 2026, month: 6, day: 15)!),
        clock: BookClock(offsetMinutes: 480))

    private static let fields: [(command: String, field: String)] = CommandCatalogue.kinds.flatMap { kind in
        (kind.fields + CommandKind.envelope).filter { $0.form == .date || $0.form == .occurrence }.map { (kind.name, $0.name) }
    }

    /// What is said of the field; nil where it is read, whatever else the command lacks.
    private static func fault(_ object: JSONObject, _ field: String) -> CommandError.FieldFault? {
        do throws(CommandError) {
            _ = try Command(object, defaults: defaults)
            return nil
        } catch {
            if case .field(field, let fault) = error { return fault }
            return nil
        }
    }

    private static func object(_ command: String, _ fields: [(String, String)]) -> JSONObject {
        var object = JSONObject()
        object["command"] = .string(command)
        // What is looked at before its dates.
        if command.hasPrefix("fact.") { object["corrects"] = .integer(1) }
        for (name, text) in fields { object[name] = .string(text) }
        return object
    }

    private static func correction(_ field: String, _ text: String) -> JSONObject {
        var (object, changes) = (Self.object("fact.correct", []), JSONObject())
        changes[field] = .string(text)
        object["corrects"] = .integer(1)
        object["set"] = .object(changes)
        return object
    }

    private static let days = ["2026-03-12", "2026.3.12", "2026/3/12", "2026-3-12", "3月12号", "2026年3月12日", "二〇二六年三月十二日", "２０２６．３．１２"]

    @Test func everyFieldReadsADay() {
        #expect(Self.fields.count > 60)
        for (command, field) in Self.fields {
            for day in Self.days {
                #expect(Self.fault(Self.object(command, [(field, day)]), field) == nil, "\(command) \(field) \(day)")
            }
            let impossible = Self.fault(Self.object(command, [(field, "2026.2.30")]), field)
            #expect(impossible == .invalid(expected: .init("existing-date", ["2026-2-30"])), "\(command) \(field)")
        }
    }

    @Test func everyFieldThatIsCorrectedReadsADay() {
        let names = Set(CommandCatalogue.kinds.flatMap { kind in kind.fields.filter { $0.form == .date || $0.form == .occurrence }.map(\.name) })
        #expect(names == ["due", "from", "on", "until", "when"])
        for name in names.subtracting(["when"]) {
            for day in Self.days {
                #expect(Self.fault(Self.correction(name, day), name) == nil, "\(name) \(day)")
            }
        }
        for name in ["due", "on", "until"] {
            #expect(Self.fault(Self.correction(name, "2026.2.30"), name) == .invalid(expected: .init("existing-date", ["2026-2-30"])), "\(name)")
        }
    }
}
