internal import ArgumentParser
internal import Domain
internal import Foundation
internal import Views
internal import Wording

/// The exit statuses that scripts rely on.
enum ExitStatus: Int32 {
    case refused = 1
    case usage = 64
    case badData = 65
    case noInput = 66
    case internalError = 70
    case inputOutput = 74
}

extension Problem {
    var exitStatus: ExitStatus {
        switch kind {
        case .refused: .refused
        case .usage: .usage
        case .badData: .badData
        case .notFound: .noInput
        case .internalFault: .internalError
        case .inputOutput: .inputOutput
        }
    }

    /// Nil for errors of the argument parser, which prints its own.
    init?(ofProgram error: any Error) {
        if let problem = Problem(error) {
            self = problem
        } else {
            // What is left and was not raised by the argument parser is a fault of this program.
            guard !(error is ExitCode || error is CleanExit || error is ValidationError), Minutebook.exitCode(for: error) == .failure
            else { return nil }
            self.init(.internalFault, code: "internal", .internalError("\(error)"))
        }
    }

    func exit(_ console: Console) -> Never {
        // Some texts have several lines: the faults of a plan, what a report should say.
        console.writeError(Phrase.error(phrase)[console.language].visibleLines + "\n")
        Foundation.exit(exitStatus.rawValue)
    }
}
