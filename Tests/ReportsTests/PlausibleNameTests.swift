import Testing

@testable import Reports

/// What a report may have where a name was withheld: names as people have them, and nothing that could pass for more.
@Suite("Plausible names")
struct PlausibleNameTests {
    private func isName(_ text: String) -> Bool { PlausibleName.isName(Array(text.unicodeScalars)[...]) }

    @Test(arguments: [
        "张三", "欧阳修", "𠮷田", "㛃", "〇", "单雄信", "买买提·吐尔逊", "阿不都热依木•艾山", "ئابدۇللا", "བཀྲ་ཤིས", "བཀྲ་", "ᠮᠣᠩᠭᠣᠯ", "Jose\u{301}", "José",
        "O'Brien", "Jean-Luc", "J. R. R. Tolkien", "Smith Jr.", "张  三", "张\u{3000}三", "葛\u{E0100}城", "नरेन्द्र",
        String(repeating: "长", count: 40),
    ])
    func isPlausible(name: String) { #expect(isName(name)) }

    @Test(arguments: [
        "", " ", "张三 ", " 张三", "·张三", "张三-", "张三1", "1", "12.5", "100%", "张三|李四", "<b>", "张三<", "a&b", "张三\n李四", "张三，李四", "张三、李四", "(张三)",
        "=1",
        "张   三", "张\u{200B}三", "张\u{202E}三", "\u{301}a", "a\u{301}\u{301}\u{301}\u{301}\u{301}", "www.example.com", "example.com", "张三。",
        "①", "Ⅳ", "½",
        String(repeating: "长", count: 41), "a_b", "*a*", "a@b", "a/b", "a:b", "😀",
    ])
    func isNone(text: String) { #expect(!isName(text)) }

    /// The name that a text begins with, up to what no name has.
    @Test(
        arguments: [
            ("张三，到会", "张三"), ("张三 | 12", "张三"), ("O'Brien</td>", "O'Brien"), ("Smith Jr. (erased)", "Smith Jr."), ("张三", "张三"),
            ("12 张三", nil), ("", nil),
            ("- 张三", nil), ("张三12", "张三"),
        ] as [(String, String?)])
    func prefixes(text: String, name: String?) {
        let found = PlausibleName.prefix(of: Array(text.unicodeScalars)[...])
        #expect(found.map { String(String.UnicodeScalarView($0)) } == name)
    }
}

@Suite("Marked texts")
struct MarkedTextTests {
    /// What is between the marks, and which mark follows, whatever the text has.
    @Test(arguments: ["<p>%1</p><p>%2</p>", "%1%2", "%2 and %1, %2", "", "\u{F8FF}%1\u{F8FF}\u{F8FF}7\u{F8FF}", "\u{F8FF}\u{F8FE}%1\u{F8FE}1\u{F8FF}%2\u{F8FF}\u{F8FF}\u{F8FE}"])
    func isTakenApart(pattern: String) {
        func filled(_ one: String, _ two: String) -> String { pattern.replacing("%1", with: one).replacing("%2", with: two) }
        let marked = MarkedText(filled("甲", "乙")) { filled($0(1), $0(2)) }
        let whole = marked.pieces.map { piece in
            String(String.UnicodeScalarView(piece.text)) + (piece.mark.map { $0 == 1 ? "甲" : "乙" } ?? "")
        }
        #expect(whole.joined().unicodeScalars.elementsEqual(filled("甲", "乙").unicodeScalars))
        #expect(marked.pieces.compactMap(\.mark).count == marked.pieces.count - 1)
    }
}
