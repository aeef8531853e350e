internal import CanonicalJSON
internal import EventLog
internal import Rendering

/// The figures of a report as they travel in its file: every table with typed cells and the entries behind each row, in no
/// language. Of members it has the ids only.
struct ReportData {
    struct Row {
        let cells: [JSONValue]
        let evidence: [JSONValue]
        let isTotal: Bool
    }

    struct Table {
        let key: String
        let columns: [String]
        let rows: [Row]
    }

    /// In the report's order; no key is there twice.
    let tables: [Table]

    init(_ document: Document) {
        tables = document.sections.flatMap(\.blocks).compactMap { block in
            guard case .table(let table) = block else { return nil }
            let rows = table.rows.map { row in
                Row(
                    cells: row.cells.map(\.json.interoperable), evidence: row.evidence.map { .integer($0.value) },
                    isTotal: row.isTotal)
            }
            return Table(key: table.key, columns: table.columns.map(\.key), rows: rows)
        }
    }

    var json: JSONValue {
        .array(
            tables.map { table in
                let rows = table.rows.map { row in
                    var object = JSONObject()
                    object["cells"] = .array(row.cells)
                    object["evidence"] = .array(row.evidence)
                    if row.isTotal { object["total"] = true }
                    return JSONValue.object(object)
                }
                return ["key": .string(table.key), "columns": .array(table.columns.map { .string($0) }), "rows": .array(rows)]
            })
    }

    /// Nil for what is not such data.
    init?(_ json: JSONValue) {
        guard let values = json.arrayValue else { return nil }
        var tables: [Table] = []
        for value in values {
            guard let object = value.objectValue, let key = object["key"]?.stringValue,
                let columns = object["columns"]?.arrayValue?.compactMap(\.stringValue), let rows = object["rows"]?.arrayValue,
                Set(columns).count == columns.count, !tables.contains(where: { $0.key == key })
            else { return nil }
            let read = rows.compactMap { Row($0, cellCount: columns.count) }
            guard read.count == rows.count else { return nil }
            tables.append(Table(key: key, columns: columns, rows: read))
        }
        self.tables = tables
    }

    /// Compares the figures of a report with those of the book.
    ///
    /// - Returns: what one has and the other has not, which another rendering may have left out: nobody can say.
    /// - Throws: `ReportFault.figure` for the first that is another.
    static func compare(_ found: ReportData, with book: ReportData) throws(ReportFault) -> [VerifiedReport.Part] {
        var parts: [VerifiedReport.Part] = []
        for table in found.tables {
            guard let expected = book.tables.first(where: { $0.key == table.key }) else {
                parts.append(.onlyInReport(table: table.key, column: nil))
                continue
            }
            parts += try compare(table, with: expected)
        }
        for table in book.tables where !found.tables.contains(where: { $0.key == table.key }) {
            parts.append(.onlyInBook(table: table.key, column: nil))
        }
        return parts
    }

    private static func compare(
        _ found: Table, with book: Table
    ) throws(ReportFault) -> [VerifiedReport.Part] {
        let key = found.key
        func fault(_ row: Int, _ column: String, _ expected: JSONValue?, _ found: JSONValue?) -> ReportFault {
            func text(_ value: JSONValue?) -> String { value.map { String(decoding: $0.canonicalBytes, as: UTF8.self) } ?? "" }
            return .figure(table: key, row: row + 1, column: column, expected: text(expected), found: text(found))
        }
        let shared = found.columns.filter(book.columns.contains)
        for index in 0..<max(found.rows.count, book.rows.count) {
            guard index < found.rows.count, index < book.rows.count else {
                let (left, right) = (found.rows.dropFirst(index).first, book.rows.dropFirst(index).first)
                throw fault(index, found.columns.first ?? "", right.map { .array($0.cells) }, left.map { .array($0.cells) })
            }
            let (left, right) = (found.rows[index], book.rows[index])
            for column in shared {
                guard let one = found.columns.firstIndex(of: column), let other = book.columns.firstIndex(of: column),
                    left.cells[one] != right.cells[other]
                else { continue }
                throw fault(index, column, right.cells[other], left.cells[one])
            }
            guard left.evidence == right.evidence, left.isTotal == right.isTotal else {
                throw fault(index, "evidence", .array(right.evidence), .array(left.evidence))
            }
        }
        return found.columns.filter { !shared.contains($0) }.map { .onlyInReport(table: key, column: $0) }
            + book.columns.filter { !shared.contains($0) }.map { .onlyInBook(table: key, column: $0) }
    }
}

extension ReportData.Row {
    fileprivate init?(_ json: JSONValue, cellCount: Int) {
        guard let object = json.objectValue, let cells = object["cells"]?.arrayValue, cells.count == cellCount,
            let evidence = object["evidence"]?.arrayValue
        else { return nil }
        self.init(cells: cells, evidence: evidence, isTotal: object["total"] == true)
    }
}
