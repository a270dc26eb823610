import Diagnostics
import Files
import FoundationEssentials

/// The font files that the templates ask for in `fonts.json`, and nothing else: with other fonts at hand the
/// same text would give other bytes.
public struct PrintFonts: Sendable {
    static let list = "fonts.json"
    static let systemFolders = ["/usr/share/fonts", "/usr/local/share/fonts"]

    public struct File: Sendable, Hashable {
        public let name: String
        public let path: String
        public let bytes: [UInt8]
    }

    /// In the order of `fonts.json`.
    public let families: [String]
    public let files: [File]
    /// What all of them together can draw: Typst takes a character from any family that has it.
    public var coverage: FontCoverage { FontCoverage(files.map(\.bytes)) }
    /// Debian package of each family.
    let packages: [String: String]

    private struct Family: Decodable {
        let family: String
        let package: String
        let files: [String]
    }

    /// Looks in the templates' own `fonts` folder, then in those of the system. Every file that is missing is
    /// a diagnostic that names its Debian package.
    static func find(
        for templates: PrintTemplates, systemFolders: [String] = systemFolders,
        into diagnostics: inout [Diagnostic],
    ) throws(DiskError) -> PrintFonts? {
        let place = SourceLocation(file: "\(templates.folder)/\(list)")
        guard let bytes = templates.bytes(of: list),
            let families = try? JSONDecoder().decode([Family].self, from: Data(bytes))
        else {
            diagnostics.append(
                .error(
                    .printTemplate, at: place, "la liste des polices « \(list) » manque ou n’est pas lisible",
                    advice: "écrivez une liste d’objets JSON avec family, package et files"))
            return nil
        }
        let paths = try pathsByName(in: ["\(templates.folder)/fonts"] + systemFolders)
        var files: [File] = []
        var isComplete = true
        for family in families {
            for name in family.files {
                if let path = paths[name] {
                    files.append(File(name: name, path: path, bytes: try Files.read(path)))
                } else {
                    isComplete = false
                    diagnostics.append(missing(family.family, file: name, package: family.package, at: place))
                }
            }
        }
        guard isComplete else { return nil }
        return PrintFonts(
            families: families.map(\.family), files: files,
            packages: Dictionary(families.map { ($0.family, $0.package) }, uniquingKeysWith: { first, _ in first }))
    }

    static func missing(
        _ family: String, file: String? = nil, package: String?, closest: String? = nil, at place: SourceLocation?,
    ) -> Diagnostic {
        .error(
            .fontMissing, at: place,
            "la police « \(family) » est introuvable" + (file.map { " : il manque « \($0) »" } ?? ""),
            advice: package.map { "installez le paquet Debian \($0), par exemple avec « make site »" }
                ?? closest.map { "vouliez-vous dire « \($0) » ? Sinon, ajoutez la police à « \(list) »" }
                ?? "corrigez le nom, ou ajoutez la police à « \(list) »")
    }

    private static func pathsByName(in folders: [String]) throws(DiskError) -> [String: String] {
        var paths: [String: String] = [:]
        for folder in folders where Files.kind(of: folder) == .folder {
            for path in try Files.tree(below: folder) {
                let name = String(path[(path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex)...])
                if paths[name] == nil { paths[name] = "\(folder)/\(path)" }
            }
        }
        return paths
    }
}
