internal import Mustache

/// The skeletons of files, in `Templates/`; compiled into the program, so that it can be moved to wherever it is run.
public enum Template: String, CaseIterable, Sendable {
    case report
    case signInSheet = "sign-in-sheet"

    /// The page with the values in it: see `TemplateLibrary.render`.
    public func render(_ values: [String: any Sendable]) -> String { Self.library.render(rawValue, values) }

    private static let library = TemplateLibrary([
        "page": PackageResources.page_mustache, Template.report.rawValue: PackageResources.report_mustache,
        "report-style": PackageResources.report_style_mustache,
        Template.signInSheet.rawValue: PackageResources.sign_in_sheet_mustache,
        "sign-in-sheet-style": PackageResources.sign_in_sheet_style_mustache,
    ])
}

/// Templates that can be put into one another, by their names.
package struct TemplateLibrary: Sendable {
    private let library: MustacheLibrary

    /// - Parameter texts: the templates, which are part of the program: a faulty one ends it.
    package init(_ texts: [String: [UInt8]]) {
        MustacheContentTypes.register(PageContent(), named: "PAGE")
        do {
            library = MustacheLibrary(
                templates: try texts.mapValues { try MustacheTemplate(string: String(decoding: $0, as: UTF8.self)) })
        } catch {
            preconditionFailure("a template is faulty: \(error)")
        }
    }

    /// A page with the values in it: texts, lists of texts, flags, and lists of dictionaries of such. Texts are escaped, but for
    /// those that are markup in the template.
    package func render(_ name: String, _ values: [String: any Sendable]) -> String {
        guard let text = library.render(values, withTemplate: name) else {
            preconditionFailure("there is no template \(name)")
        }
        return text
    }
}

/// Escapes as every other part of a page: see `escape`. The package's own way overlooks a sign before a combining mark.
private struct PageContent: MustacheContentType {
    func escapeText(_ text: String) -> String { escape(text) }
}
