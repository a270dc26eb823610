import ArgumentParser
import Diagnostics
import Files

enum MessageFormat: String, CaseIterable, ExpressibleByArgument {
    case text, json, github, gitlab
}

/// Prints diagnostics once, sorted: for people on the error stream, for programs on standard output.
struct Report {
    private let format: MessageFormat

    init(_ format: MessageFormat) { self.format = format }

    func print(_ diagnostics: [Diagnostic]) {
        let source: @Sendable (String) -> [UInt8]? = { try? Files.read($0) }
        switch format {
        case .text:
            if !diagnostics.isEmpty {
                Terminal.printError(
                    TextReporter(color: Terminal.hasColor, source: source).report(diagnostics), terminator: "")
            }
        case .json: Swift.print(JSONReporter(source: source).report(diagnostics), terminator: "")
        case .github: Swift.print(GitHubReporter(source: source).report(diagnostics), terminator: "")
        case .gitlab: Swift.print(GitLabReporter(source: source).report(diagnostics), terminator: "")
        }
    }
}
