internal import CanonicalJSON
internal import Domain
internal import Foundation
internal import Rendering
internal import TransparencyTree
internal import Wording

/// A report that was handed out, beside the report that the book gives today.
struct ReportComparison {
    private let found: String
    private let report: any Report
    private let parameters: ReportParameters
    private let checkpoint: SignedCheckpoint

    init(_ found: String, _ report: any Report, _ parameters: ReportParameters, _ checkpoint: SignedCheckpoint) {
        self.found = found
        self.report = report
        self.parameters = parameters
        self.checkpoint = checkpoint
    }

    /// Compares as much as this program can make of the report's rendering.
    ///
    /// - Throws: `ReportFault`.
    func compare() throws(ReportFault) -> (VerifiedReport.Text, [VerifiedReport.UncheckedName], [VerifiedReport.Part]) {
        guard parameters.rendering != ReportParameters.rendering else { return (.same, try compareBytes(), []) }
        // Those before are still made as they were; if some words were others, the data says so.
        if ReportParameters.renderingsKept.contains(parameters.rendering), let names = try? compareText() { return (.same, names, []) }
        return try compareOtherRendering()
    }

    /// Compares every byte.
    ///
    /// - Returns: names of people who may not be named any more, which are all that may differ.
    /// - Throws: `ReportFault`.
    private func compareBytes() throws(ReportFault) -> [VerifiedReport.UncheckedName] {
        do {
            return try compareText()
        } catch .differs(let line, let expected, let found) {
            // Of a figure, its table and row say more than a line.
            if let data = ReportFile.data(of: self.found) { _ = try ReportData.compare(data, with: ReportData(report.document)) }
            throw .differs(line: line, expected: expected, found: found)
        }
    }

    private func compareText() throws(ReportFault) -> [VerifiedReport.UncheckedName] {
        let (withheld, language) = (report.withheld, parameters.language)
        let today = render(report)
        guard !withheld.isEmpty, !found.utf8.elementsEqual(today.utf8) else {
            try Self.compare(found, with: today)
            return []
        }
        let names = WithheldNames(withheld.keys.sorted(), in: today, language) { render(report.showing($0)) }
        let shown = try names.shown(in: found)
        var labels: [MemberID: Phrase] = [:]
        for (member, text) in shown { labels[member] = .plain("\(member)\(text)") }
        try Self.compare(found, with: render(report.showing(labels)))
        return withheld.sorted { $0.key < $1.key }.compactMap { member, label in
            guard let text = shown[member], labels[member]?[language] != label[language] else { return nil }
            return VerifiedReport.UncheckedName(
                member: member, shown: text.trimmingCharacters(in: .whitespaces), placeCount: names.placeCount(of: member))
        }
    }

    private func render(_ report: any Report) -> String { ReportFile.render(report, parameters, checkpoint) }

    /// Compares the figures, and of an earlier rendering the text as far as this program can still make it.
    ///
    /// - Throws: `ReportFault`.
    private func compareOtherRendering() throws(ReportFault) -> (
        VerifiedReport.Text, [VerifiedReport.UncheckedName], [VerifiedReport.Part]
    ) {
        guard parameters.rendering > 1 else { return try compareFirstRendering() }
        guard let data = ReportFile.data(of: found) else { throw .noFigures(rendering: parameters.rendering) }
        let document = report.document
        return (.notCompared(document), [], try ReportData.compare(data, with: ReportData(document)))
    }

    /// Rendering 1 has no data: its figures are in its text only.
    private func compareFirstRendering() throws(ReportFault) -> (
        VerifiedReport.Text, [VerifiedReport.UncheckedName], [VerifiedReport.Part]
    ) {
        // In a form that this program does not make any more.
        let status = ReportFile.status(of: found)
        func render(_ document: Document) -> String {
            ReportFile.render(report, parameters, checkpoint, as: document, status: status)
        }
        let document = report.document
        let words = RewordedText(document, parameters, withheld: report.withheld, render: render)
        guard let result = try words.compare(found) else {
            try Self.compare(found, with: render(document))
            // Equal bytes cannot have differed.
            throw .noFigures(rendering: parameters.rendering)
        }
        let text: VerifiedReport.Text = result.words.isEmpty ? .same : .reworded(result.words)
        return (text, result.names, status == nil ? [] : [.status])
    }

    private static func compare(_ found: String, with expected: String) throws(ReportFault) {
        guard !found.utf8.elementsEqual(expected.utf8) else { return }
        guard !found.utf8.contains(UInt8(ascii: "\r")) || expected.utf8.contains(UInt8(ascii: "\r")) else { throw .lineEnds }
        let (expected, found) = (lines(expected), lines(found))
        for index in 0..<max(expected.count, found.count) {
            let (left, right) = (index < expected.count ? expected[index] : nil, index < found.count ? found[index] : nil)
            if let left, let right, left.utf8.elementsEqual(right.utf8) { continue }
            throw .differs(line: index + 1, expected: String(left ?? ""), found: String(right ?? ""))
        }
    }

    private static func lines(_ text: String) -> [Substring] {
        text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { Substring($0) }
    }
}
