import Diagnostics
import SiteModel

/// Names of files that are not read as they stand: those that only look like others, and those of other programs.
enum ContentNames {
    static let folders = ["guides", "pages", "alerts", "bulletins", "communes"]
    private static let documents = ["markdown", "mdown", "txt", "docx", "doc", "odt", "rtf", "pdf", "html", "htm"]

    /// A document among the texts that nobody would see.
    static func unread(_ path: String, root: String) -> Diagnostic? {
        let parts = path.split(separator: "/")
        guard let name = parts.last, parts.count > 1, folders.contains(String(parts[0])), !name.hasPrefix("~"),
            let dot = name.lastIndex(of: ".")
        else { return nil }
        let ending = name[name.index(after: dot)...]
        let stem = Slug.make(String(name[..<dot]))
        if ending != "md", ending.lowercased() == "md" {
            return .error(
                .fileMisplaced, at: SourceLocation(file: "\(root)/\(path)"), "ce fichier n’est pas lu : son nom finit par « .\(ending) »",
                advice: "nommez-le « \(stem).md », en minuscules")
        }
        guard documents.contains(ending.lowercased()) else { return nil }
        return .warning(
            .fileMisplaced, at: SourceLocation(file: "\(root)/\(path)"),
            "ce fichier n’est pas lu : les textes du portail sont des fichiers « .md »",
            advice: "copiez son texte dans « \(stem).md », sous un en-tête, puis retirez ce fichier")
    }

    /// Files whose addresses would be one: their names differ by capitals or accents, or by how accents are coded.
    /// - Parameters:
    ///   - path: one whose name cannot be an address.
    ///   - all: every file of the content.
    static func twins(of path: String, among all: [String]) -> [String] {
        let address = address(path)
        return all.filter { $0.hasSuffix(".md") && !$0.utf8.elementsEqual(path.utf8) && Self.address($0) == address }
    }

    /// - Parameter twins: not empty.
    static func twinFault(_ path: String, twins: [String], root: String) -> Diagnostic? {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        let address = address(path).split(separator: "/").last.map(String.init) ?? ""
        let sound = twins.first { $0.hasSuffix("/\(address).md") }
        // Of names that all need another one, the first tells it.
        if sound == nil, let first = twins.first, first.utf8.lexicographicallyPrecedes(path.utf8) { return nil }
        let isSameToTheEye = twins.allSatisfy { $0 == path }
        return .error(
            .fileMisplaced, at: SourceLocation(file: "\(root)/\(path)"),
            isSameToTheEye
                ? "deux fichiers de ce dossier s’appellent « \(name) », leurs accents étant codés de deux façons"
                : "ce nom ne diffère d’un autre que par ses accents ou ses majuscules : les deux pages auraient la même adresse",
            advice: sound == nil
                ? "gardez-en un seul, et nommez-le « \(address).md »" : "gardez l’un des deux, ou donnez à celui-ci un autre nom",
            notes: twins.map { .init("l’autre fichier", at: SourceLocation(file: "\(root)/\($0)")) })
    }

    private static func address(_ path: String) -> String {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return Slug.make(path) }
        return path[...slash] + Slug.make(String(path[path.index(after: slash)...].dropLast(3)))
    }
}
