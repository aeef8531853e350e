#if Web
import HTTPTypes
import HummingbirdTesting
import Testing
import Wording

@testable import Web

/// The handbook names what is on the pages, leads to what is there, and is read by people who know no English.
@Suite("Handbook")
struct HandbookTests {
    private static func names(in page: HandbookPage) -> [String] { page.content.matches(of: /\{([^}]+)\}/).map { String($0.1) } }

    @Test(arguments: HandbookPage.allCases.map(\.rawValue))
    func everyNameIsOnThePages(_ name: String) throws {
        let page = try #require(HandbookPage(rawValue: name))
        for name in Self.names(in: page) { #expect(HandbookNames.phrase(name) != nil, "\(name)") }
        #expect(page.content.count(where: { $0 == "{" }) == Self.names(in: page).count)
    }

    @Test func noNameOfTheTableIsUnused() {
        let used = Set(HandbookPage.allCases.flatMap(Self.names))
        #expect(Set(HandbookNames.table.keys).subtracting(used) == [])
    }

    @Test func namesOfNothingAreNotFound() {
        for name in ["nothing", "act:activity.dream", "field:fact.void", "field:fact.void/nothing", "colour:red"] {
            #expect(HandbookNames.phrase(name) == nil, "\(name)")
        }
    }

    @Test func everyLinkLeadsToAPage() {
        for page in HandbookPage.allCases {
            for match in page.content.matches(of: /\]\(([^)]+)\)/) {
                let target = String(match.1)
                let isThere = target.hasPrefix("/") ? Routes.all.contains { $0.method == .get && $0.pattern == target } : HandbookPage(rawValue: target) != nil
                #expect(isThere, "\(page.rawValue): \(target)")
            }
        }
    }

    @Test func everyPageIsInTheIndexOnce() {
        let listed = HandbookPage.Reader.allCases.flatMap(\.pages)
        #expect(listed.count == Set(listed).count && Set(listed) == Set(HandbookPage.allCases).subtracting([.english]))
    }

    /// Command lines are typed as they are; everything else is plain Chinese.
    @Test func chinesePagesHaveNoEnglishWord() {
        for page in HandbookPage.allCases where page != .english {
            for line in (page.title + "\n" + page.content).split(separator: "\n") where !line.hasPrefix("    ") {
                let prose = line.replacing(/\{[^}]+\}|\]\([^)]+\)/, with: "")
                #expect(!prose.contains { $0.isASCII && $0.isLetter }, "\(page.rawValue): \(line)")
                #expect(!prose.contains(/\p{Han}[,;:!?()]/), "\(page.rawValue): \(line)")
            }
        }
    }

    @Test func markup() {
        let markup = HandbookMarkup(language: .chinese) { $0 == "no" ? nil : "#\($0)" }
        let text = "## 点<名>\n1. 点 {mark}\n2. 见[补签](late-entry)\n- 甲[乙](no)\n    a & b\n完"
        #expect(
            markup.render(text) == """
                <h2>点&lt;名&gt;</h2>
                <ol><li>点 <strong>登记</strong></li>
                <li>见<a href="#late-entry">补签</a></li>
                </ol>
                <ul><li>甲乙</li>
                </ul>
                <pre>a &amp; b
                </pre>
                <p>完</p>

                """)
    }

    @Test func pagesAreForEverybody() async throws {
        try await WebBench().serve { client in
            let index = try await client.get("/help")
            for page in HandbookPage.Reader.allCases.flatMap(\.pages) {
                #expect(index.text.contains("href=\"/help/\(page.rawValue)\""))
                let response = try await client.get("/help/\(page.rawValue)", as: .member)
                #expect(response.status == .ok && response.text.contains("<h1>\(page.title)</h1>"))
            }
            #expect(try await client.get("/help/nothing").status == .notFound)
            #expect(try await client.get("/help?lang=en").text.contains("Handbook in short") == false)
            #expect(try await client.get("/help?lang=en").text.contains("A meeting"))
            #expect(try await client.get("/sign-in").text.contains("<a href=\"/help\">帮助</a>"))
        }
    }

    @Test func theWholeHandbookIsOneFile() {
        let file = Handbook.file(.chinese)
        for page in HandbookPage.Reader.allCases.flatMap(\.pages) { #expect(file.contains("<section id=\"\(page.rawValue)\">")) }
        #expect(!file.contains("src=") && !file.contains("href=\"/"))
        #expect(Handbook.file(.english).contains("Handbook in short"))
    }
}
#endif
