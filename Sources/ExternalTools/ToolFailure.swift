public import Diagnostics
import Subprocess

/// A child process that could not be started, did not answer in time, or ended badly (exit status 3 of
/// Crieur, unless its caller knows better).
public struct ToolFailure: Error, Sendable, Hashable {
    public enum Reason: Sendable, Hashable {
        case notFound
        /// It was stopped after so many seconds.
        case timedOut(seconds: Int)
        /// It ended before it had answered: its exit code or signal, and the last lines of what it wrote to
        /// its standard error.
        case ended(status: String, errors: String)
        /// The operating system's words, for what should not happen.
        case system(String)
    }

    /// As `ToolCommand.name`.
    public let tool: String
    public let reason: Reason

    public init(_ tool: String, _ reason: Reason) {
        self.tool = tool
        self.reason = reason
    }

    init(_ tool: String, _ error: any Error) {
        switch error {
        case let failure as ToolFailure: self = failure
        case let error as SubprocessError where error.code == .executableNotFound:
            self.init(tool, .notFound)
        default: self.init(tool, .system(String(describing: error)))
        }
    }

    public var diagnostic: Diagnostic {
        switch reason {
        case .notFound:
            .error(
                .toolMissing, "l’outil « \(tool) » est introuvable",
                advice: "installez ce qui manque avec « make site »")
        case .timedOut(let seconds):
            .error(
                .toolFailed, "l’outil « \(tool) » n’a pas répondu en \(seconds) s",
                advice: "relancez « crieur build » ; si la machine est très chargée, attendez qu’elle le soit moins")
        case .ended(let status, let errors):
            .error(
                .toolFailed,
                "l’outil « \(tool) » s’est arrêté (\(status))\(errors.isEmpty ? "" : " : \(errors)")",
                advice: "relancez « crieur build » ; si l’arrêt se répète, signalez-le avec ce message")
        case .system(let words):
            .error(
                .toolFailed, "l’outil « \(tool) » n’a pas pu travailler : \(words)",
                advice: "relancez « crieur build » ; si la panne se répète, signalez-la avec ce message")
        }
    }
}
