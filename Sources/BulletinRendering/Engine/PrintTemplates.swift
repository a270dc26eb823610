import Diagnostics
import Files

/// The files of `site-templates/print`, as they were when the build began: what is hashed is what is used.
public struct PrintTemplates: Sendable {
    public static let bulletin = "bulletin.typ"

    public struct File: Sendable, Hashable {
        /// Relative to the folder: `lib/theme.typ`.
        public let path: String
        public let bytes: [UInt8]
    }

    /// As messages show it: `site-templates/print`.
    public let folder: String
    /// In the order of their paths' bytes.
    public let files: [File]

    /// `nil`, with a diagnostic, when the template of the bulletin is missing.
    static func read(_ folder: String, into diagnostics: inout [Diagnostic]) throws(DiskError) -> PrintTemplates? {
        guard Files.kind(of: "\(folder)/\(bulletin)") == .file else {
            diagnostics.append(missing(bulletin, in: folder))
            return nil
        }
        var files: [File] = []
        for path in try Files.tree(below: folder) {
            files.append(File(path: path, bytes: try Files.read("\(folder)/\(path)")))
        }
        return PrintTemplates(folder: folder, files: files)
    }

    /// A diagnostic for each template that is asked for and is not there.
    public func faults(for documents: Set<PrintDocument>) -> [Diagnostic] {
        Set(documents.map(\.template)).sorted().filter { bytes(of: $0) == nil }.map { Self.missing($0, in: folder) }
    }

    private static func missing(_ template: String, in folder: String) -> Diagnostic {
        .error(
            .templateMissing, at: SourceLocation(file: "\(folder)/\(template)"),
            "le gabarit d’impression « \(template) » n’existe pas dans « \(folder) »",
            advice: "remettez ce fichier, ou indiquez le bon dossier par « --templates »")
    }

    func bytes(of path: String) -> [UInt8]? {
        files.first { $0.path == path }?.bytes
    }

    /// The place that Typst names by a line from 1 and a column from 0, in characters.
    func location(path: String, line: Int, column: Int) -> SourceLocation {
        let file = "\(folder)/\(path)"
        guard let bytes = bytes(of: path) else { return SourceLocation(file: file) }
        var offset = 0
        var lines = 1
        while lines < line, let feed = bytes[offset...].firstIndex(of: 0x0A) {
            offset = feed + 1
            lines += 1
        }
        var characters = 0
        while characters < column, offset < bytes.count, bytes[offset] != 0x0A {
            offset += 1
            // Bytes that continue a character count with it.
            while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
            characters += 1
        }
        return SourceLocation(file: file, offset: offset)
    }
}
