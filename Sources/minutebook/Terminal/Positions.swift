internal import ArgumentParser
internal import Wording

/// Numbers of entries, as they are typed.
enum Positions {
    /// - Throws: `ValidationError` for a number below `least`.
    static func check(_ option: String, _ position: Int64?, from least: Int64) throws {
        guard let position, position < least else { return }
        throw ValidationError(.positionTooSmall(option, position, least: least))
    }
}
