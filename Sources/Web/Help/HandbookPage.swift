#if Web
internal import Wording

/// The pages of the handbook, each about one task. Their texts are in `Handbook/`.
enum HandbookPage: String, CaseIterable {
    case firstStart = "first-start"
    case meeting
    case lateEntry = "late-entry"
    case leave, mistakes, proposals, deadlines
    case yearEnd = "year-end"
    case newTerm = "new-term"
    case backup, trouble, director, member
    case checkIn = "check-in"
    case verify, english

    /// Who reads it first.
    enum Reader: CaseIterable {
        case secretary, director, member, auditor

        var title: Phrase {
            switch self {
            case .secretary: HandbookText.forSecretary
            case .director: HandbookText.forDirector
            case .member: HandbookText.forMember
            case .auditor: HandbookText.forAuditor
            }
        }

        var pages: [HandbookPage] {
            switch self {
            case .secretary:
                [.firstStart, .meeting, .lateEntry, .leave, .mistakes, .proposals, .deadlines, .yearEnd, .newTerm, .backup, .trouble]
            case .director: [.director]
            case .member: [.member, .checkIn]
            case .auditor: [.verify]
            }
        }
    }

    /// The whole handbook is in Chinese; one page is in English.
    var language: Language { self == .english ? .english : .chinese }

    var title: String { String(text.prefix { $0 != "\n" }.dropFirst("# ".count)) }

    /// What is below the title.
    var content: String { String(text.drop { $0 != "\n" }.dropFirst()) }

    private var text: String { String(decoding: bytes, as: UTF8.self) }

    private var bytes: [UInt8] {
        switch self {
        case .firstStart: PackageResources.first_start_md
        case .meeting: PackageResources.meeting_md
        case .lateEntry: PackageResources.late_entry_md
        case .leave: PackageResources.leave_md
        case .mistakes: PackageResources.mistakes_md
        case .proposals: PackageResources.proposals_md
        case .deadlines: PackageResources.deadlines_md
        case .yearEnd: PackageResources.year_end_md
        case .newTerm: PackageResources.new_term_md
        case .backup: PackageResources.backup_md
        case .trouble: PackageResources.trouble_md
        case .director: PackageResources.director_md
        case .member: PackageResources.member_md
        case .checkIn: PackageResources.check_in_md
        case .verify: PackageResources.verify_md
        case .english: PackageResources.english_md
        }
    }
}
#endif
