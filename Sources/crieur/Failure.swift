import Diagnostics
import ExternalTools
import Files
import Publishing

/// Words for what stops a build beside people's faults: the disk, or a tool.
enum Failure {
    static func text(_ error: any Error) -> String {
        let (message, advice) = words(error)
        return "crieur : \(message)" + (advice.map { "\n     = \($0)" } ?? "")
    }

    private static func words(_ error: any Error) -> (message: String, advice: String?) {
        switch error {
        case let error as DiskError: return (error.description, error.advice)
        case let failure as ToolFailure:
            let diagnostic = failure.diagnostic
            return (diagnostic.message, diagnostic.advice)
        default:
            return ("panne imprévue : \(error)", "relancez la commande ; si la panne se répète, signalez-la avec ce message")
        }
    }
}
