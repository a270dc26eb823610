import Diagnostics
import Foundation

/// What a command says to programs: one JSON object, its keys in the order of their letters.
enum JSONReport {
    /// A message, as reports carry it.
    struct Message: Encodable {
        let severity: String
        let id: String
        let file: String?
        let message: String
        let advice: String?

        init(_ diagnostic: Diagnostic) {
            severity = diagnostic.severity.rawValue
            id = diagnostic.id.rawValue
            file = diagnostic.location?.file
            message = diagnostic.message
            advice = diagnostic.advice
        }
    }

    static func text(_ document: some Encodable) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        encoder.keyEncodingStrategy = .convertToSnakeCase
        return (try? encoder.encode(document)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
    }
}
