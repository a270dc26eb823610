import Diagnostics
import Files
import SiteModel

/// Etalab's `communes.json` (package *decoupage-administratif*), reduced to one département: an alternative to
/// INSEE's own files, which knows postal codes, populations and former codes as well.
/// Source: https://github.com/datagouv/decoupage-administratif
struct EtalabCommunes: FeedContent {
    static let listsCommunes = true

    struct Record: Sendable {
        let code: INSEECode
        let name: String
        let article: NameArticle
        /// Its code; empty in Mayotte.
        let arrondissement: String
        let postalCodes: [String]
        /// Inhabitants; `nil` where the file does not say.
        let population: Int?
        let location: SourceLocation
    }

    /// In the order of the file.
    private(set) var communes: [Record] = []
    /// Communes déléguées and associées, in the order of the file.
    private(set) var parts: [(part: CommunePart, whole: INSEECode)] = []
    /// What each former code, arrondissement and part belongs to.
    private(set) var parents: [INSEECode: COGCommunes.Parent] = [:]
    private(set) var rows = 0
    var kept: Int { communes.count }

    init?(_ file: FeedFile, diagnostics: inout [Diagnostic]) throws(DiskError) {
        guard let bytes = try file.bytes(diagnostics: &diagnostics) else { return nil }
        if let fault = TextFile.recordsFault(in: bytes, file: file.path) {
            diagnostics.append(fault)
            return nil
        }
        let elements = JSONElements(bytes, file: file.path, members: ["communes"], diagnostics: &diagnostics)
        guard let elements else { return nil }
        rows = elements.ranges.count
        var places: [String: SourceLocation] = [:]
        let before = diagnostics.count
        // Every code of the département stands after a quote: other records need not be decoded.
        elements.decode(
            Entry.self, from: bytes, file: file.path, holding: [.quote] + file.filter.prefix, diagnostics: &diagnostics
        ) { entry, location, diagnostics in
            add(entry, at: location, file.filter, &places, &diagnostics)
        }
        // A list of communes that lacks one is worse than none.
        for index in before..<diagnostics.count where diagnostics[index].id == .feedJSON {
            diagnostics[index].severity = .error
        }
    }

    private mutating func add(
        _ entry: Entry, at location: SourceLocation, _ filter: DepartementFilter,
        _ places: inout [String: SourceLocation], _ diagnostics: inout [Diagnostic],
    ) {
        guard let code = filter.officialCode(entry.code, at: location, diagnostics: &diagnostics) else { return }
        let key = "\(entry.type) \(code)"
        if let first = places.updateValue(location, forKey: key) {
            diagnostics.append(.codeDuplicate(key, at: location, first: first))
            return
        }
        if let fault = CellText.fault(in: entry.nom, column: "nom", at: location) { diagnostics.append(fault) }
        switch entry.type {
        case "commune-actuelle":
            addCommune(entry, code, at: location, &diagnostics)
        case "commune-deleguee", "commune-associee":
            guard let whole = entry.chefLieu.flatMap(INSEECode.init) else { return }
            parents[code] = .init(code: whole, isCity: false)
            let kind: CommunePart.Kind = entry.type == "commune-deleguee" ? .delegated : .associated
            parts.append((CommunePart(kind: kind, code: code, name: entry.nom), whole))
        case "arrondissement-municipal":
            guard let city = entry.commune.flatMap(INSEECode.init) else { return }
            parents[code] = .init(code: city, isCity: true)
        default:
            diagnostics.append(
                .valueInvalid(
                    "type", entry.type, expected: "« commune-actuelle », « commune-deleguee » ou un autre type d’Etalab",
                    at: location, advice: "reprenez le fichier tel qu’il est publié"))
        }
    }

    private mutating func addCommune(
        _ entry: Entry, _ code: INSEECode, at location: SourceLocation, _ diagnostics: inout [Diagnostic],
    ) {
        for former in entry.anciensCodes ?? [] {
            if let former = INSEECode(former) { parents[former] = .init(code: code, isCity: false) }
        }
        let article = entry.typeLiaison.flatMap(NameArticle.init)
        if article == nil {
            diagnostics.append(
                .valueInvalid(
                    "typeLiaison", entry.typeLiaison.map { "\($0)" } ?? "", expected: "un code d’article (TNCC) de 0 à 8",
                    at: location, advice: "reprenez le fichier tel qu’il est publié"))
        }
        communes.append(
            Record(
                code: code, name: entry.nom, article: article ?? .none, arrondissement: entry.arrondissement ?? "",
                postalCodes: entry.codesPostaux ?? [], population: entry.population, location: location))
    }

    /// The members as they stand in the file.
    private struct Entry: Decodable {
        let code: String
        let nom: String
        let type: String
        let typeLiaison: Int?
        let arrondissement: String?
        let anciensCodes: [String]?
        let codesPostaux: [String]?
        let population: Int?
        let chefLieu: String?
        let commune: String?
    }
}
