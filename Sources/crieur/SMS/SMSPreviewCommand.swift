import ArgumentParser
import SiteModel
import Diagnostics
import French
import SMS
import SiteBuild

struct SMSPreviewCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "preview", abstract: "Montre chaque texte tel qu’il part : combien de SMS il prend, et quels signes ont changé.")

    @OptionGroup var input: InputOptions
    @OptionGroup var choice: SMSChoice

    private struct Document: Encodable {
        let texts: [Row]
        let messages: [JSONReport.Message]
    }

    private struct Row: Encodable {
        let name: String
        let file: String
        let text: String
        let coding: String
        let length: Int
        let segments: Int
        let communes: [String]
        let changes: [Change]
    }

    private struct Change: Encodable {
        let place: Int
        let sign: String
        /// Absent where the sign is sent as it is, in 16 bits.
        let sent: String?
    }

    func run() async throws {
        let options = try input.buildOptions()
        let (site, found) = try await SiteText.read(options)
        let diagnostics = found.judged(strictly: options.strict)
        let messages = try site.map(choice.messages) ?? []
        if input.format == .json {
            print(JSONReport.text(Document(texts: messages.map(Self.row), messages: diagnostics.map(JSONReport.Message.init))))
        } else {
            Report(input.format).print(diagnostics.filter { $0.severity == .error || $0.id == .smsBudget })
            if input.format == .text { print(messages.isEmpty ? "Aucune alerte, aucune permanence à venir." : messages.map(Self.text).joined(separator: "\n\n")) }
        }
        if let status = ExitStatus(diagnostics) { throw status.code }
    }

    private static func text(_ message: SMSMessages.Message) -> String {
        (["\(message.name) : \(message.text.measure)"] + message.text.text.split(separator: "\n", omittingEmptySubsequences: false).map { "  | \($0)" }
            + message.text.remarks.map { "  - \($0)" }).joined(separator: "\n")
    }

    private static func row(_ message: SMSMessages.Message) -> Row {
        Row(
            name: message.name, file: message.file, text: message.text.text, coding: message.text.coding.rawValue,
            length: message.text.length, segments: message.text.segments, communes: message.communes.map(\.text),
            changes: message.text.changes.map { Change(place: $0.place, sign: String($0.sign), sent: $0.sent) })
    }
}
