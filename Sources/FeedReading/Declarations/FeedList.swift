import Diagnostics
import SiteModel
public import YAML

/// `feeds.yml`: what a site is made from, in the order in which it is credited.
///
///     feeds:
///       - id: communes                 # names the feed in messages and in the site's manifest
///         file: communes.csv           # relative to the folder of feeds.yml, or absolute
///         format: insee-cog-communes   # a FeedFormat
///         title: …                     # with producer, licence and vintage: printed beside what is made from it
///         producer: …
///         licence: …
///         vintage: …
///         retrieved: 2026-11-24
///         nature: official             # official, local or demonstration
///         max_age: 400                 # optional, in days
///         geography: 2026              # optional: the year whose communes it describes
///         url: https://…               # optional
///         encoding: windows-1252       # optional, utf-8 when left out
///         separator: ;                 # optional: ; or , or tab
///
/// A feed of format `table` has the keys of `FeedColumns` beside.
public struct FeedList: Sendable {
    public let declarations: [FeedDeclaration]
    public let diagnostics: [Diagnostic]

    /// The keys of `feeds.yml`.
    public static var shape: YAMLShape {
        YAMLShape.of { _ = FeedList(Array("a: b\n".utf8), file: "feeds.yml") } ?? YAMLShape()
    }

    /// - Parameter file: path of `feeds.yml` as messages show it; feeds are looked for beside it.
    public init(_ bytes: [UInt8], file: String) {
        let folder = file.lastIndex(of: "/").map { String(file[...$0]) } ?? ""
        var fields = YAMLFields(reading: bytes[...], file: file)
        var found: [FeedDeclaration] = []
        var identifiers: [String: SourceLocation] = [:]
        _ = fields.mappings("feeds", required: true) { entry in
            let idLocation = entry.valueLocation(of: "id") ?? entry.location
            guard let declaration = Self.declaration(&entry, folder: folder) else { return }
            if let first = identifiers.updateValue(idLocation, forKey: declaration.feed.id) {
                entry.diagnostics.append(
                    .error(
                        .feedConflict, at: idLocation,
                        "deux fichiers portent l’identifiant « \(declaration.feed.id) »",
                        advice: "donnez à chacun le sien",
                        notes: [.init("première déclaration", at: first)]))
            }
            found.append(declaration)
        }
        diagnostics = fields.finish()
        declarations = found
    }

    /// Asks for every key, so that all the faults of an entry are told; `nil` when what remains cannot be read.
    private static func declaration(_ entry: inout YAMLFields, folder: String) -> FeedDeclaration? {
        let faults = entry.diagnostics.count
        let id = entry.requiredString("id")
        let path = entry.requiredString("file")
        let format = format(&entry)
        let title = entry.requiredString("title")
        let producer = entry.requiredString("producer")
        let licence = entry.requiredString("licence")
        let vintage = entry.requiredString("vintage")
        let retrieved = entry.date("retrieved", required: true) { CalendarDate(iso: $0) }
        let nature = entry.choice("nature", as: Feed.Nature.self, required: true)
        let maximumAge = entry.int("max_age")
        let geography = entry.int("geography")
        let url = entry.value("url", expected: "une adresse https://") { $0.hasPrefix("https://") ? $0 : nil }
        let encoding = entry.choice("encoding", as: TextEncoding.self)
        let separator = entry.value("separator", expected: "« ; », « , » ou « tab »", id: .valueNotAllowed) {
            separators[$0]
        }
        let columns = format == .details || entry.isRecording ? FeedColumns(&entry) : nil
        guard entry.diagnostics.count == faults, let format, let retrieved, let nature else { return nil }
        return FeedDeclaration(
            feed: Feed(
                id: id, file: path.hasPrefix("/") ? path : folder + path, format: format.rawValue,
                title: title, producer: producer, licence: licence, vintage: vintage, retrieved: retrieved,
                nature: nature, url: url, maximumAge: maximumAge),
            format: format, geography: geography, encoding: encoding, separator: separator, columns: columns,
            fileLocation: entry.valueLocation(of: "file") ?? entry.location,
            retrievedLocation: entry.valueLocation(of: "retrieved") ?? entry.location,
            formatLocation: entry.valueLocation(of: "format") ?? entry.location)
    }

    private static let separators: [String: UInt8] = [";": .semicolon, ",": .comma, "tab": .tab]

    private static func format(_ entry: inout YAMLFields) -> FeedFormat? {
        entry.note("format", .choice(FeedFormat.allCases.map(\.rawValue)), isRequired: true)
        let name = entry.requiredString("format")
        if name.isEmpty { return nil }
        if let format = FeedFormat(rawValue: name) { return format }
        let names = FeedFormat.allCases.map(\.rawValue)
        let advice =
            Suggestion.closest(to: name, in: names).map { "vouliez-vous dire « \($0) » ?" }
            ?? "formats connus : " + names.map { "« \($0) »" }.joined(separator: ", ")
        entry.diagnostics.append(
            .error(
                .feedFormatUnknown, at: entry.valueLocation(of: "format"),
                "le format « \(name) » est inconnu", advice: advice))
        return nil
    }
}
