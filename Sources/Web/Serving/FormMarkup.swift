#if Web
internal import Rendering
internal import Wording

/// A form of a page: what is asked for, and what was typed before.
struct FormMarkup {
    struct Field {
        enum Kind {
            case input(type: String, complete: String? = nil, mode: String? = nil, list: String? = nil)
            case lines
            case choice([Choice])
            case flag
        }

        let name: String
        let label: Phrase
        var help: Phrase?
        var kind = Kind.input(type: "text")
        var value: String?
        var isRequired = false
    }

    /// One of several.
    struct Choice {
        let value: String
        let text: Phrase
    }

    /// What is suggested while somebody types.
    struct Suggestions {
        let id: String
        let choices: [Choice]
    }

    var method = "post"
    /// Behind the site's prefix.
    let action: String
    var hidden: [(name: String, value: String)] = []
    var fields: [Field] = []
    /// Those that are filled in rarely: shown once they are asked for.
    var more: [Field] = []
    var suggestions: [Suggestions] = []
    let submit: Phrase
    /// Why what was sent was not taken.
    var problem: Phrase?
    /// Under what the browser keeps what is typed until it was taken; nil for secrets.
    var draft: String?

    func render(for asked: Asked) -> String {
        let language = asked.language
        var hidden = hidden
        if method == "post", let token = asked.caller.formToken { hidden.append(("csrf", token)) }
        let draft = draft.map { "\(asked.caller.account?.name ?? "")/\($0)" }
        return PageTemplate.form.render([
            "method": method, "action": asked.address(action), "submit": submit[language], "problem": PageTemplate.optional(problem?[language]),
            "draft": PageTemplate.optional(draft), "hidden": hidden.map { ["name": $0.name, "value": $0.value] },
            "fields": fields.map { $0.values(language) }, "hasMore": !more.isEmpty, "moreLabel": RecordText.moreFields[language],
            "more": more.map { $0.values(language) }, "lists": suggestions.map { $0.values(language) },
        ])
    }
}

extension FormMarkup.Field {
    fileprivate func values(_ language: Language) -> [String: any Sendable] {
        var values: [String: any Sendable] = [
            "name": name, "label": label[language], "help": PageTemplate.optional(help?[language]), "value": value ?? "", "isRequired": isRequired,
        ]
        switch kind {
        case .input(let type, let complete, let mode, let list):
            values["input"] = true
            values["type"] = type
            values["complete"] = PageTemplate.optional(complete)
            values["mode"] = PageTemplate.optional(mode)
            values["list"] = PageTemplate.optional(list)
        case .lines: values["lines"] = true
        case .choice(let choices):
            values["choice"] = true
            values["options"] = choices.map { $0.values(language, chosen: value) }
        case .flag:
            values["flag"] = true
            values["isOn"] = value != nil && value != "false"
        }
        return values
    }
}

extension FormMarkup.Choice {
    fileprivate func values(_ language: Language, chosen: String?) -> [String: any Sendable] {
        ["value": value, "text": text[language], "isChosen": value == (chosen ?? "")]
    }
}

extension FormMarkup.Suggestions {
    fileprivate func values(_ language: Language) -> [String: any Sendable] {
        ["id": id, "options": choices.map { ["value": $0.value, "text": $0.text[language]] }]
    }
}
#endif
