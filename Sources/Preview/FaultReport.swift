import Diagnostics
import ExternalTools
import Files
import JSON

/// What stops a page from being shown as it is written now, and what else is to be seen to, in words.
struct FaultReport: Sendable, Equatable {
    /// Whether what is shown is older than what is written.
    let stops: Bool
    /// As a terminal would show them; empty where all is well.
    let text: String

    /// - Parameter also: what was told before, of what stops nothing.
    init(_ diagnostics: [Diagnostic], also former: FaultReport? = nil) {
        stops = diagnostics.hasErrors
        let worst: Diagnostic.Severity = stops ? .error : .warning
        let told = diagnostics.filter { $0.severity == worst }
        let own = TextReporter(source: { try? Files.read($0) }).report(told)
        text = stops ? own : (former?.text ?? "") + own
    }

    /// The disk or a tool refused.
    init(failure: any Error) {
        stops = true
        text =
            switch failure {
            case let error as DiskError: error.description
            case let error as ToolFailure: error.diagnostic.message
            default: "panne imprévue : \(failure)"
            }
    }

    /// One line.
    var json: String {
        var json = JSONWriter()
        json.object { json in
            json.key("stops")
            json.boolean(stops)
            json.field("text", text)
        }
        return String(decoding: json.bytes, as: UTF8.self)
    }
}
