import ArgumentParser
import Files
import Foundation
import SiteBuild

/// Where a command puts what it makes for people: never among the sources, the templates or what is published.
struct DeliveryPlace {
    private let path: String

    /// - Parameters:
    ///   - path: as typed after `option`: a file, or a folder.
    ///   - option: for messages.
    /// - Throws: wrong usage for a place where it must not go.
    init(_ path: String, _ options: BuildOptions, option: String = "--output") throws {
        guard !path.isEmpty else { throw ValidationError("« \(option) » attend un fichier ou un dossier") }
        self.path = path
        let place = Self.resolved(path)
        let kept = [
            (options.content, "le dossier des textes et des données"), (options.templates, "le dossier des gabarits"),
            (options.output, "le dossier publié, que chaque fabrication remplace"),
        ]
        for (folder, words) in kept where Self.isWithin(place, folder) {
            throw ValidationError("« \(option) » : « \(path) » est dans « \(folder) », \(words) ; choisissez un autre dossier")
        }
        // What was published elsewhere has its manifest.
        var above = place
        while let slash = above.lastIndex(of: "/"), slash != above.startIndex {
            if Files.kind(of: "\(above)/build-manifest.json") == .file {
                throw ValidationError("« \(option) » : « \(path) » est dans un site publié ; choisissez un autre dossier")
            }
            above = String(above[..<slash])
        }
    }

    /// Whether it names a folder: one that is there, or a name that ends with a slash.
    var isFolder: Bool { path.hasSuffix("/") || Files.kind(of: path) == .folder }

    /// Writes a file whole or not at all, and says where: at the path itself, or in the folder that it is.
    func write(_ bytes: [UInt8], named name: String) throws -> String {
        let file = isFolder ? Self.joined(path, name) : path
        try DeliveredFile.write(bytes, to: file)
        return file
    }

    /// The folder that the path names, made where there is none.
    func folder() throws -> String {
        let folder = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
        try DeliveredFile.makeFolders(for: "\(folder)/")
        return folder
    }

    /// `.` and `x` → `x`; `out/` and `x` → `out/x`.
    static func joined(_ folder: String, _ name: String) -> String {
        if folder == "." || folder == "./" { return name }
        return folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
    }

    /// Whether a path leads into a folder, or is the folder, however both are written.
    static func isWithin(_ path: String, _ folder: String) -> Bool { (resolved(path) + "/").hasPrefix(resolved(folder) + "/") }

    /// Without links and `..`, whether it exists or not.
    private static func resolved(_ path: String) -> String {
        var existing = URL(filePath: path).standardizedFileURL
        var rest: [String] = []
        while Files.kind(of: existing.path(percentEncoded: false)) == .other, existing.pathComponents.count > 1 {
            rest.insert(existing.lastPathComponent, at: 0)
            existing.deleteLastPathComponent()
        }
        let resolved = existing.resolvingSymlinksInPath().path(percentEncoded: false)
        let joined = rest.reduce(resolved) { $0.hasSuffix("/") ? $0 + $1 : "\($0)/\($1)" }
        return joined.count > 1 && joined.hasSuffix("/") ? String(joined.dropLast()) : joined
    }
}
