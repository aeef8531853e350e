internal import Domain

extension Phrase {
    static func rejection(_ rejection: DonationRejection) -> Phrase {
        switch rejection {
        case .incomplete(let id, let field): Phrase(zh: "捐助 \(id) 缺少“\(field)”。", en: "Donation \(id) has no '\(field)'. Add it.")
        case .twoDonors(let id):
            Phrase(
                zh: "捐助 \(id) 既写了委员，又写了其他捐助人。请只留一个。",
                en: "Donation \(id) has both a member and another donor. Keep one.")
        }
    }

    static func rejection(_ rejection: FundRejection) -> Phrase {
        switch rejection {
        case .overspent(let purpose, let left, let id):
            Phrase(
                zh: "支出 \(id) 超过“\(purpose)”的余额 \(yuan(left)) 元。请核对用途和金额；确实超支的，请写明“overdraws”。",
                en: "Expense \(id) is more than what is left for '\(purpose)': \(yuan(left)) yuan. Check the purpose and the amount. "
                    + "To overspend on purpose, set 'overdraws'.")
        }
    }
}
