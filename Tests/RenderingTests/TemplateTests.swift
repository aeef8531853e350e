import Rendering
import Testing
import Wording

@Suite("Templates")
struct TemplateTests {
    private static let text = "<b>\"\u{301}&{{title}}"

    /// Every value is in the page, escaped; no tag is left over.
    @Test(arguments: Template.allCases)
    func escapesWhatIsPutIn(template: Template) {
        let names: [String] =
            switch template {
            case .report: ["language", "title", "subtitle"]
            case .signInSheet: ["language", "title", "body", "when", "where", "expected", "present", "checkedBy", "activity"]
            }
        var values: [String: any Sendable] = ["sections": "<section>"]
        for name in names { values[name] = "\(name)\(Self.text)" }
        values["heads"] = [Self.text]
        values["lines"] = [["number": "1", "name": Self.text, "member": "M1", "group": "g", "remark": "r"]]
        values["blankLines"] = ["", ""]
        let page = template.render(values)
        for name in names { #expect(page.contains("\(name)&lt;b&gt;&quot;\u{301}&amp;{{title}}"), "\(name)") }
        #expect(!page.contains("<b>"))
        #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"language&lt;"))
        #expect(page.hasSuffix("</body>\n</html>\n"))
        #expect(page.contains("@page { size: A4;"))
        switch template {
        case .report: #expect(page.contains("<main>\n<section>\n</main>"))
        case .signInSheet:
            #expect(page.contains("<tr><td>1</td><td>&lt;b&gt;&quot;\u{301}&amp;{{title}}<small>M1</small></td><td>g</td>"))
            #expect(page.split(separator: "<tr><td></td>").count == 3)
        }
    }

    /// A quotation mark with a combining mark behind it is one character to Swift, and ends an attribute all the same.
    @Test func aCombiningMarkHidesNothing() {
        #expect(escape("\"\u{301} onload=x <\u{338}").unicodeScalars.elementsEqual("&quot;\u{301} onload=x &lt;\u{338}".unicodeScalars))
        let document = Document(title: .plain("|\u{301}*\u{338}\n\\"), subtitle: .plain(""))
        #expect(MarkdownRenderer(.english).render(document).unicodeScalars.starts(with: "# \\|\u{301}\\*\u{338} \\\\\n".unicodeScalars))
    }
}
