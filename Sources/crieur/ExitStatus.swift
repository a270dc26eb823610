import ArgumentParser
import Diagnostics
import Glibc

/// What the shell is told.
enum ExitStatus: Int32 {
    /// Faults in the inputs: whoever writes can mend them.
    case faults = 1
    case wrongUsage = 2
    /// A tool is missing or failed, or the disk did: whoever runs the machine can mend it.
    case machine = 3

    /// `nil` where nothing stopped the command. A fault of the inputs goes before one of the machine.
    init?(_ diagnostics: [Diagnostic]) {
        let errors = diagnostics.filter { $0.severity == .error }
        if errors.isEmpty { return nil }
        self = errors.allSatisfy(\.id.isOfTheMachine) ? .machine : .faults
    }

    var code: ExitCode { ExitCode(rawValue) }

    /// Ends the process at once; the system takes its memory back faster than it could be given back piece by piece.
    /// What was printed is written out first.
    static func endInSuccess() -> Never {
        fflush(nil)
        _exit(EXIT_SUCCESS)
    }
}

extension DiagnosticID {
    /// Whether what is wrong is where Crieur runs, rather than in a text, a feed or a template.
    fileprivate var isOfTheMachine: Bool {
        switch self {
        case .fontMissing, .toolMissing, .toolFailed, .outputForeign, .outputNotSwappable, .outputBusy, .outputLeftover:
            true
        default: false
        }
    }
}
