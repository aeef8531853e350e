internal import Assessment
public import CanonicalJSON
internal import Domain
internal import EventLog
public import Rendering
public import Wording

/// Renders a report as JSON: the same sections and rows, each with its positions.
public struct JSONRenderer: Sendable {
    private let language: Language

    public init(_ language: Language) { self.language = language }

    func render(_ report: any Report, _ document: Document) -> JSONObject {
        var object = JSONObject()
        object["title"] = .string(document.title[language])
        object["year"] = .integer(Int64(report.year))
        if let part = (report as? Bulletin)?.period {
            object["from"] = .string(part.first.description)
            object["until"] = .string(part.last.description)
        }
        object["asOf"] = .string(report.asOf.description)
        object["position"] = .integer(report.state.position.value)
        object["sections"] = .array(document.sections.map(section))
        return object
    }

    /// A document that is no year-end report.
    public func render(_ document: Document) -> JSONValue {
        [
            "title": .string(document.title[language]), "subtitle": .string(document.subtitle[language]),
            "sections": .array(document.sections.map(section)),
        ]
    }

    private func section(_ section: Document.Section) -> JSONValue {
        var tables: [JSONValue] = []
        var notes: [JSONValue] = []
        for block in section.blocks {
            switch block {
            case .paragraph(let phrase): notes.append(.string(phrase[language]))
            case .table(let table): tables.append(self.table(table))
            case .chart, .code, .qr: break
            }
        }
        return ["title": .string(section.title[language]), "notes": .array(notes), "tables": .array(tables)]
    }

    private func table(_ table: Table) -> JSONValue {
        [
            "columns": .array(table.columns.map { .string($0.title[language]) }),
            "rows": .array(
                table.rows.map { row in
                    [
                        "cells": .array(row.cells.map { .string($0.phrase[language]) }),
                        "evidence": .array(row.evidence.map { .integer($0.value) }),
                    ]
                }),
        ]
    }
}
