import Diagnostics
import Files
import SiteModel

/// The files that `feeds.yml` declares → the communes and services of one département, with their provenance.
///
///     let records = try FeedReader(departement: "74").read()
///
/// A fault in a row, a file or a declaration hides no other. Add a format: a `FeedContent` in a file of `Readers`,
/// its case of `FeedFormat`, and a file of `Assembly` that joins its records to communes, called by
/// `CommuneAssembly.run`.
public struct FeedReader: Sendable {
    /// The door to the disk.
    public typealias ReadFile = @Sendable (_ path: String) throws(DiskError) -> [UInt8]
    /// The same door, for files that are read piece by piece.
    public typealias OpenFile = @Sendable (_ path: String) throws(DiskError) -> ByteStream

    let filter: DepartementFilter
    let folder: FeedFolder

    /// Reads from the disk.
    /// - Parameters:
    ///   - departement: code of the département: `74`, `2A`, `976`.
    ///   - contentRoot: folder that holds `feeds/feeds.yml`, as messages show it.
    public init(departement: String, contentRoot: String = "content") {
        self.init(
            departement, contentRoot, readFile: Files.read,
            openFile: { (path) throws(DiskError) in try ByteStream(file: path) })
    }

    /// - Parameter readFile: turns a path below `contentRoot`, or an absolute one, into the file's bytes.
    public init(departement: String, contentRoot: String = "content", readFile: @escaping ReadFile) {
        self.init(
            departement, contentRoot, readFile: readFile,
            openFile: { (path) throws(DiskError) in ByteStream(try readFile(path)) })
    }

    private init(
        _ departement: String, _ contentRoot: String, readFile: @escaping ReadFile, openFile: @escaping OpenFile,
    ) {
        filter = DepartementFilter(departement)
        folder = FeedFolder(list: "\(contentRoot)/feeds/feeds.yml", readFile: readFile, openFile: openFile)
    }

    /// Throws only where the disk fails; a file that is missing or closed to the reader is a diagnostic.
    /// - Parameter today: the day of the build, against which feeds are too old or not; `nil` where none is.
    public func read(on today: CalendarDate? = nil) throws(DiskError) -> FeedRecords {
        var records = FeedRecords()
        let list = folder.list
        guard let bytes = try folder.contents(of: list, diagnostics: &records.diagnostics) else {
            return records
        }
        if let fault = TextFile.fault(in: bytes, file: list) {
            records.diagnostics.append(fault)
            return records
        }
        let declared = FeedList(bytes, file: list)
        records.diagnostics += declared.diagnostics
        records.feeds = declared.declarations.map(\.feed)
        if let today { records.diagnostics += declared.declarations.compactMap { $0.staleness(on: today) } }

        var loaded: [LoadedFeed] = []
        for declaration in Self.withoutConflicts(declared.declarations, diagnostics: &records.diagnostics) {
            let file = FeedFile(declaration: declaration, filter: filter, folder: folder)
            if let feed = try LoadedFeed(file, diagnostics: &records.diagnostics) { loaded.append(feed) }
        }

        let soundness = FeedSoundness(
            list: list, isListSound: declared.diagnostics.isEmpty, declarations: declared.declarations,
            loaded: loaded, diagnostics: records.diagnostics)
        var assembly = CommuneAssembly(loaded, filter: filter, soundness: soundness, today: today)
        assembly.run(into: &records)
        return records
    }

    /// The first of two files that say the same thing is kept.
    private static func withoutConflicts(
        _ declarations: [FeedDeclaration], diagnostics: inout [Diagnostic],
    ) -> [FeedDeclaration] {
        var kept: [FeedDeclaration] = []
        for declaration in declarations {
            let rival = kept.first { $0.format == declaration.format && $0.format.reader.isUnique }
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
