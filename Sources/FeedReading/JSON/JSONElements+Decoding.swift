import Diagnostics
import FoundationEssentials

extension JSONElements {
    /// Decodes the objects that hold the bytes `mark`, one at a time, and hands each to `body` with its place; one
    /// that cannot be decoded is told and hides no other.
    func decode<Record: Decodable>(
        _ type: Record.Type, from bytes: [UInt8], file: String, holding mark: [UInt8],
        diagnostics: inout [Diagnostic], _ body: (Record, SourceLocation, inout [Diagnostic]) -> Void,
    ) {
        let decoder = JSONDecoder()
        for range in ranges where bytes[range].holds(mark) {
            let start = SourceLocation(file: file, offset: range.lowerBound, length: 1)
            do {
                body(try decoder.decode(type, from: Data(bytes[range])), start, &diagnostics)
            } catch {
                diagnostics.append(.unreadable(member: Self.member(error), at: start))
            }
        }
    }

    /// The member of the record in which decoding failed.
    static func member(_ error: any Error) -> String? {
        let path: [any CodingKey]? =
            switch error as? DecodingError {
            case .keyNotFound(let key, _): [key]
            case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
                context.codingPath
            default: nil
            }
        return path?.first?.stringValue
    }
}

extension Diagnostic {
    /// Of a list of which one may be left out.
    static func unreadable(member: String?, at location: SourceLocation) -> Diagnostic {
        let place = member.map { " : son champ « \($0) » n’a pas la forme attendue" } ?? " : ce n’est pas du JSON bien formé"
        return .warning(
            .feedJSON, at: location, "cet enregistrement est laissé de côté\(place)",
            advice: "téléchargez le fichier de nouveau, ou signalez-le au producteur")
    }
}
