internal import Bookkeeping
internal import Domain
internal import Rendering
public import Views
public import Wording

extension SignInSheetView {
    /// Lines left for who comes without being on the list.
    private static let blankLineCount = 3

    /// One HTML file that loads nothing from elsewhere and prints on A4.
    public func html(_ language: Language) -> String {
        func text(_ phrase: Phrase) -> String { phrase[language] }
        let rows = lines.enumerated().map { index, line in
            [
                "number": "\(index + 1)", "name": Phrase.name(line.name)[language], "member": line.member.description,
                "group": line.group ?? "", "remark": line.remark.map { text($0.phrase) } ?? "",
            ]
        }
        return Template.signInSheet.render([
            "language": language.htmlCode, "title": text(SignInSheetText.title(title)), "body": book,
            "when": text(SignInSheetText.when) + (date.map { text(.when($0)) } ?? ""),
            "where": text(SignInSheetText.place) + (place ?? ""),
            "heads": [
                text(SignInSheetText.number), text(SignInSheetText.name), text(SignInSheetText.group), text(SignInSheetText.signature),
                text(SignInSheetText.remark),
            ], "lines": rows, "blankLines": Array(repeating: "", count: Self.blankLineCount),
            "expected": text(SignInSheetText.expected(lines.count)), "present": text(SignInSheetText.present),
            "checkedBy": text(SignInSheetText.checkedBy), "activity": text(SignInSheetText.activity(activity)),
        ])
    }
}
