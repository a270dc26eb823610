import Diagnostics
import Files
import SiteModel

/// The files that `feeds.yml` declares → the communes and services of one département, with their provenance.
///
///     let records = try FeedReader(departement: "74").read()
///
/// A fault in a row, a file or a declaration hides no other. Add a format: a case of `FeedFormat`, a file in
/// `Readers`, a case of `LoadedFeed.Records`, and its use in `CommuneAssembly`.
public struct FeedReader: Sendable {
    /// The door to the disk.
    public typealias ReadFile = @Sendable (_ path: String) throws(DiskError) -> [UInt8]

    let filter: DepartementFilter
    let list: String
    let readFile: ReadFile

    /// - Parameters:
    ///   - departement: code of the département: `74`, `2A`, `976`.
    ///   - contentRoot: folder that holds `feeds/feeds.yml`, as messages show it.
    ///   - readFile: turns a path below `contentRoot`, or an absolute one, into the file's bytes.
    public init(
        departement: String, contentRoot: String = "content", readFile: @escaping ReadFile = Files.read,
    ) {
        filter = DepartementFilter(departement)
        list = "\(contentRoot)/feeds/feeds.yml"
        self.readFile = readFile
    }

    /// Throws only where the disk fails; a file that is missing or closed to the reader is a diagnostic.
    public func read() throws(DiskError) -> FeedRecords {
        var records = FeedRecords()
        guard let bytes = try contents(of: list, declared: nil, diagnostics: &records.diagnostics) else {
            return records
        }
        if let fault = TextFile.fault(in: bytes, file: list) {
            records.diagnostics.append(fault)
            return records
        }
        let declared = FeedList(bytes, file: list)
        records.diagnostics += declared.diagnostics
        records.feeds = declared.declarations.map(\.feed)

        var loaded: [LoadedFeed] = []
        for declaration in Self.withoutConflicts(declared.declarations, diagnostics: &records.diagnostics) {
            let bytes = try contents(
                of: declaration.feed.file, declared: declaration, diagnostics: &records.diagnostics)
            let feed = bytes.flatMap {
                LoadedFeed($0, declaration: declaration, filter: filter, diagnostics: &records.diagnostics)
            }
            if let feed { loaded.append(feed) }
        }

        let soundness = FeedSoundness(
            list: list, isListSound: declared.diagnostics.isEmpty, declarations: declared.declarations,
            loaded: loaded, diagnostics: records.diagnostics)
        var assembly = CommuneAssembly(loaded, filter: filter, soundness: soundness)
        assembly.run(into: &records)
        return records
    }

    /// `nil`, with a diagnostic, where the file is not there or cannot be opened.
    func contents(
        of path: String, declared declaration: FeedDeclaration?, diagnostics: inout [Diagnostic],
    ) throws(DiskError) -> [UInt8]? {
        do {
            return try readFile(path)
        } catch where error.isAboutThePath {
            diagnostics.append(
                error.isMissing
                    ? .error(
                        .feedMissing, at: declaration?.fileLocation ?? SourceLocation(file: path),
                        "le fichier « \(path) » n’existe pas",
                        advice: path == list
                            ? "créez-le : il dit de quels fichiers le site est fait"
                            : "déposez-le à cet endroit, ou corrigez son nom")
                    : .error(
                        .fileUnreadable, at: declaration?.fileLocation ?? SourceLocation(file: path),
                        error.description, advice: "vérifiez que c’est un fichier, et ses droits"))
            return nil
        }
    }

    /// The first of two files that say the same thing is kept.
    private static func withoutConflicts(
        _ declarations: [FeedDeclaration], diagnostics: inout [Diagnostic],
    ) -> [FeedDeclaration] {
        var kept: [FeedDeclaration] = []
        for declaration in declarations {
            let rival = kept.first { $0.format == declaration.format && $0.format.isUnique }
                ?? kept.first { $0.format.listsCommunes && declaration.format.listsCommunes }
            guard let rival else {
                kept.append(declaration)
                continue
            }
            diagnostics.append(
                .error(
                    .feedConflict, at: declaration.formatLocation,
                    "« \(declaration.feed.id) » et « \(rival.feed.id) » disent la même chose",
                    advice: "gardez un seul des deux fichiers dans feeds.yml",
                    notes: [.init("premier fichier", at: rival.formatLocation)]))
        }
        return kept
    }
}
