internal import Mustache

/// The pages' skeletons, in `Templates/`; compiled into the program, so that it can be moved to wherever it is run.
public enum Template: String, CaseIterable, Sendable {
    case report
    case signInSheet = "sign-in-sheet"

    /// The page with the values in it: texts, lists of texts, and lists of dictionaries of texts. Texts are escaped, but for
    /// those that are markup in the template.
    public func render(_ values: [String: any Sendable]) -> String {
        guard let text = Self.library.render(values, withTemplate: rawValue) else {
            preconditionFailure("every case is in the library")
        }
        return text
    }

    private static let library: MustacheLibrary = {
        MustacheContentTypes.register(PageContent(), named: "PAGE")
        let texts: [String: [UInt8]] = [
            "page": PackageResources.page_mustache, Template.report.rawValue: PackageResources.report_mustache,
            "report-style": PackageResources.report_style_mustache,
            Template.signInSheet.rawValue: PackageResources.sign_in_sheet_mustache,
            "sign-in-sheet-style": PackageResources.sign_in_sheet_style_mustache,
        ]
        do {
            return MustacheLibrary(
                templates: try texts.mapValues { try MustacheTemplate(string: String(decoding: $0, as: UTF8.self)) })
        } catch {
            preconditionFailure("a template is faulty: \(error)")
        }
    }()
}

/// Escapes as every other part of a page: see `escape`. The package's own way overlooks a sign before a combining mark.
private struct PageContent: MustacheContentType {
    func escapeText(_ text: String) -> String { escape(text) }
}
