import Diagnostics
import Files
import SiteModel

/// A feed whose file has been read.
struct LoadedFeed: Sendable {
    let declaration: FeedDeclaration
    let content: any FeedContent

    var id: Feed.ID { declaration.feed.id }
    /// The year whose communes it describes: the file's own word counts more than that of `feeds.yml`.
    var geography: Int? { content.geography ?? declaration.geography }

    /// `nil`, with a diagnostic, for a file that holds nothing for the département.
    init?(_ file: FeedFile, diagnostics: inout [Diagnostic]) throws(DiskError) {
        let before = diagnostics.count
        guard let content = try file.declaration.format.reader.init(file, diagnostics: &diagnostics) else { return nil }
        declaration = file.declaration
        self.content = content
        Self.tellOnce(&diagnostics, from: before)
        if type(of: content).mayLackRows { Self.tolerateRows(&diagnostics, from: before) }
        // Where every row is at fault, that has been said.
        let isSilent = diagnostics.count == before
        if content.rows == 0 {
            if isSilent {
                diagnostics.append(
                    .error(
                        .feedEmpty, at: SourceLocation(file: file.path),
                        "le fichier « \(file.path) » n’a aucune ligne sous les noms de ses colonnes",
                        advice: "déposez-le de nouveau"))
            }
            return nil
        }
        if content.kept == 0, type(of: content).concernsAllDepartements {
            if isSilent { diagnostics.append(.nothingHere(file.path, departement: file.filter.departement)) }
            return nil
        }
    }
}

extension LoadedFeed {
    /// Of a feed that the site may do without in part, a row or a cell at fault stops nothing.
    private static func tolerateRows(_ diagnostics: inout [Diagnostic], from start: Int) {
        for index in start..<diagnostics.count {
            let fault = diagnostics[index]
            guard fault.severity == .error, let left = fault.id.leftOut else { continue }
            diagnostics[index] = .warning(
                fault.id, at: fault.location, "\(fault.message) : \(left)", advice: fault.advice, notes: fault.notes)
        }
    }

    /// A file that lost the zeros of its codes lost them all: the first is shown, the others are counted.
    private static func tellOnce(_ diagnostics: inout [Diagnostic], from start: Int) {
        let padded = diagnostics[start...].filter { $0.id == .feedCodePadded }
        guard padded.count > 1, let first = padded.first else { return }
        let others = padded.count == 2 ? "un autre" : "\(padded.count - 1) autres"
        diagnostics = diagnostics[..<start] + diagnostics[start...].filter { $0.id != .feedCodePadded }
        diagnostics.append(
            Diagnostic(
                .note, .feedCodePadded, at: first.location, "\(first.message), comme \(others) de ce fichier"))
    }
}

extension DiagnosticID {
    /// What is left out for a fault of one row; `nil` for a fault of a whole file.
    fileprivate var leftOut: String? {
        switch self {
        case .feedRowShort, .feedCodeInvalid, .feedCodeDuplicate: "la ligne est laissée de côté"
        case .feedRowInvalid, .feedCellUnsafe, .dateInvalid: "la case est laissée de côté"
        default: nil
        }
    }
}

extension [LoadedFeed] {
    /// The feeds of one format, in their order.
    func of<Content: FeedContent>(_ type: Content.Type) -> [(id: Feed.ID, content: Content)] {
        compactMap { feed in (feed.content as? Content).map { (feed.id, $0) } }
    }
}
