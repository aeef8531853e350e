#if Web
internal import Foundation

/// Names and values as a form or an address has them, in their order (`application/x-www-form-urlencoded`).
struct Form: Sendable {
    private(set) var fields: [(name: String, value: String)] = []

    init(urlEncoded text: some StringProtocol) {
        fields = text.split(separator: "&").compactMap { pair in
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = Self.decoded(parts[0]), let value = Self.decoded(parts.count > 1 ? parts[1] : "") else { return nil }
            return (name, value)
        }
    }

    init(_ fields: [(name: String, value: String)]) { self.fields = fields }

    private static func decoded(_ text: some StringProtocol) -> String? {
        text.replacingOccurrences(of: "+", with: " ").removingPercentEncoding
    }

    var isEmpty: Bool { fields.isEmpty }

    /// What was given for a name: the last of several, without space around it; nil where it is empty.
    subscript(name: String) -> String? {
        get {
            let value = fields.last { $0.name == name }?.value.trimmingCharacters(in: .whitespacesAndNewlines)
            return value.flatMap { $0.isEmpty ? nil : $0 }
        }
        set {
            fields.removeAll { $0.name == name }
            if let newValue { fields.append((name, newValue)) }
        }
    }

    /// Every value of a name that is not empty, such as of boxes that are ticked.
    func all(_ name: String) -> [String] { fields.filter { $0.name == name && !$0.value.isEmpty }.map(\.value) }

    /// As it stands in an address.
    var encoded: String { fields.map { "\($0.name.addressEncoded)=\($0.value.addressEncoded)" }.joined(separator: "&") }
}

extension CharacterSet {
    /// What needs no escape in a part of an address.
    static let addressPart = CharacterSet(charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:@")
}
#endif
