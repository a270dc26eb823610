import Diagnostics
import SiteModel

/// Feeds → communes: one feed lists them, the others add what they know, joined by INSEE code.
struct CommuneAssembly {
    private let feeds: [LoadedFeed]
    private let filter: DepartementFilter
    private let soundness: FeedSoundness
    private var drafts: [INSEECode: CommuneDraft] = [:]
    private var history = CodeHistory(current: [])
    private var covered: [Feed.ID: Set<INSEECode>] = [:]
    private var diagnostics: [Diagnostic] = []

    init(_ feeds: [LoadedFeed], filter: DepartementFilter, soundness: FeedSoundness) {
        self.feeds = feeds
        self.filter = filter
        self.soundness = soundness
    }

    mutating func run(into records: inout FeedRecords) {
        listCommunes()
        let units = mergedUnits()
        if drafts.isEmpty {
            reportNoCommunes()
        } else {
            followCodes()
            addPopulations()
            addCompetence()
            checkUnits(units)
        }
        records.units = units.values.sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
        records.communes = drafts.values.map { $0.commune(units) }.sorted { $0.code < $1.code }
        records.summaries = summaries(records.communes, units)
        records.diagnostics += diagnostics
    }

    // MARK: Which communes there are

    private mutating func listCommunes() {
        let arrondissements = feeds.lazy.compactMap { feed in
            if case .cogArrondissements(let table) = feed.records { table.names } else { nil }
        }.first
        for feed in feeds {
            switch feed.records {
            case .communes(let table):
                for record in table.records { add(CommuneDraft(record), of: feed) }
            case .cogCommunes(let table):
                for record in table.communes {
                    let name = arrondissements?[record.arrondissement]
                    if name == nil, arrondissements != nil, !record.arrondissement.isEmpty,
                        soundness.isSound([.cogArrondissements])
                    {
                        diagnostics.append(
                            .warning(
                                .feedCodeUnknown, at: record.location,
                                "l’arrondissement \(record.arrondissement) de \(record.name) est inconnu",
                                advice: "prenez les arrondissements du même millésime que les communes"))
                    }
                    add(CommuneDraft(record, arrondissement: name ?? ""), of: feed)
                }
            case .units, .cogMovements, .cogArrondissements, .populations, .competence:
                break
            }
        }
    }

    private mutating func add(_ draft: CommuneDraft, of feed: LoadedFeed) {
        drafts[draft.code] = draft
        covered[feed.id, default: []].insert(draft.code)
    }

    private mutating func reportNoCommunes() {
        guard soundness.isSound([.communes, .cogCommunes]) else { return }
        diagnostics.append(
            .error(
                .feedMissing, at: SourceLocation(file: soundness.list),
                "aucun fichier ne donne la liste des communes",
                advice: "déclarez-en un au format « communes » ou « insee-cog-communes »"))
    }

    private mutating func followCodes() {
        var parents: [INSEECode: COGCommunes.Parent] = [:]
        var movements: [COGMovement] = []
        for feed in feeds {
            if case .cogCommunes(let table) = feed.records { parents = table.parents }
            if case .cogMovements(let table) = feed.records { movements = table.movements }
        }
        history = CodeHistory(current: Set(drafts.keys), parents: parents, movements: movements)
    }

    // MARK: What is known of them

    private mutating func addPopulations() {
        for feed in feeds {
            guard case .populations(let table) = feed.records else { continue }
            var sums: [INSEECode: Int] = [:]
            for record in table.records {
                let code = resolve(record.code, at: record.location) { message in
                    .warning(
                        .feedCodeFormer, at: record.location, "\(message) : sa population y est ajoutée",
                        advice: "vérifiez que le fichier est du même millésime que la liste des communes")
                }
                if let code { sums[code, default: 0] += record.population }
            }
            for (code, sum) in sums {
                covered[feed.id, default: []].insert(code)
                if drafts[code]?.population == nil { drafts[code]?.population = sum }
            }
        }
    }

    private mutating func addCompetence() {
        for feed in feeds {
            guard case .competence(let table) = feed.records else { continue }
            let withUnits = Set(drafts.values.filter { !$0.units.isEmpty }.map(\.code))
            let withPostalCodes = Set(drafts.values.filter { !$0.postalCodes.isEmpty }.map(\.code))
            var named: Set<INSEECode> = []
            for link in table.links {
                let code = resolve(link.code, at: link.location) { message in
                    Diagnostic(
                        .note, .feedCodeFormer, at: link.location, "\(message) : ses services y sont comptés")
                }
                guard let code else { continue }
                covered[feed.id, default: []].insert(code)
                if code == link.code, named.insert(code).inserted { checkName(of: link) }
                if !withUnits.contains(code), drafts[code]?.units.contains(where: { $0.id == link.unitID }) == false {
                    drafts[code]?.units.append(.init(id: link.unitID, location: link.location))
                }
                if !withPostalCodes.contains(code) {
                    for postalCode in link.postalCodes where drafts[code]?.postalCodes.contains(postalCode) == false {
                        drafts[code]?.postalCodes.append(postalCode)
                    }
                }
            }
        }
    }

    /// Today's commune for a feed's code; `nil`, with a warning, where there is none.
    /// - Parameter former: what to report of a commune that is no more, after the sentence that says so.
    private mutating func resolve(
        _ code: INSEECode, at location: SourceLocation, former: (_ message: String) -> Diagnostic,
    ) -> INSEECode? {
        switch history.resolve(code) {
        case .current:
            return code
        case .district(of: let city):
            return city
        case .part(of: let whole):
            diagnostics.append(former("\(code) appartient à la commune \(title(whole))"))
            return whole
        case .former(now: let successor, since: let date):
            diagnostics.append(former("\(code) est devenu \(title(successor)) le \(date)"))
            return successor
        case .unknown:
            if soundness.isSound([.communes, .cogCommunes, .cogMovements]) {
                diagnostics.append(
                    .warning(
                        .feedCodeUnknown, at: location,
                        "aucune commune d’aujourd’hui ne répond au code \(code) : la ligne est laissée de côté",
                        advice: "prenez des fichiers du même millésime, "
                            + "ou déclarez les mouvements de l’INSEE (format « insee-cog-movements »)"))
            }
            return nil
        }
    }

    private func title(_ code: INSEECode) -> String { drafts[code].map { "\($0.name) (\(code))" } ?? code.text }

    private mutating func checkName(of link: TerritorialCompetence.Link) {
        guard let draft = drafts[link.code],
            ServiceName.typographic(draft.name) != ServiceName.typographic(link.communeName)
        else { return }
        if let renaming = history.renaming(of: link.code, from: link.communeName) {
            diagnostics.append(
                Diagnostic(
                    .note, .feedNameDiffers, at: link.nameLocation,
                    "\(link.code) « \(link.communeName) » s’appelle « \(draft.name) » depuis le \(renaming.date)"))
        } else {
            diagnostics.append(
                .warning(
                    .feedNameDiffers, at: link.nameLocation,
                    "\(link.code) s’appelle ici « \(link.communeName) », mais « \(draft.name) » dans la liste des communes",
                    advice: "vérifiez le code et le nom ; celui de la liste des communes est gardé",
                    notes: [.init("liste des communes", at: draft.location)]))
        }
    }

    // MARK: Who answers for them

    /// The site's own table tells more than the official file: it comes first.
    private func mergedUnits() -> [Unit.ID: Unit] {
        var units: [Unit.ID: Unit] = [:]
        for feed in feeds {
            guard case .units(let table) = feed.records else { continue }
            units.merge(table.units.map { ($0.id, $0) }) { first, _ in first }
        }
        for feed in feeds {
            guard case .competence(let table) = feed.records else { continue }
            units.merge(table.units.map { ($0.id, $0) }) { first, _ in first }
        }
        return units
    }

    private mutating func checkUnits(_ units: [Unit.ID: Unit]) {
        let ordered = drafts.values.sorted { $0.code < $1.code }
        if soundness.isSound([.units, .competence]) {
            for reference in ordered.flatMap(\.units) where units[reference.id] == nil {
                let meant = Suggestion.closest(to: reference.id, in: units.keys)
                diagnostics.append(
                    .error(
                        .feedUnitUnknown, at: reference.location,
                        units.isEmpty
                            ? "le service « \(reference.id) » n’est décrit par aucun fichier"
                            : "le service « \(reference.id) » ne figure pas dans la table des services",
                        advice: meant.map { "vouliez-vous dire « \($0) » ?" }
                            ?? "ajoutez-le dans un fichier au format « units »"))
                if units.isEmpty { break }
            }
        }
        guard soundness.isSound([.communes, .competence]) else { return }
        let without = ordered.filter(\.units.isEmpty)
        if without.count == ordered.count, without.count > 1 {
            diagnostics.append(
                .warning(
                    .feedCommuneWithoutUnit, at: SourceLocation(file: soundness.list),
                    "aucun fichier ne dit quels services répondent pour les communes",
                    advice: "déclarez-en un au format « competence-territoriale »"))
            return
        }
        for draft in without {
            diagnostics.append(
                .warning(
                    .feedCommuneWithoutUnit, at: draft.location,
                    "aucune brigade ni aucun commissariat ne répond pour \(draft.name) (\(draft.code))",
                    advice: "complétez la table des communes, ou signalez-le au producteur de la compétence territoriale"))
        }
    }

    private func summaries(_ communes: [Commune], _ units: [Unit.ID: Unit]) -> [FeedSummary] {
        feeds.map { feed in
            var count = covered[feed.id]?.count
            switch feed.records {
            case .units(let table):
                let identifiers = Set(table.units.map(\.id))
                count = communes.count { $0.unitIDs.contains(where: identifiers.contains) }
            case .cogArrondissements:
                count = communes.count { !$0.arrondissement.isEmpty }
            case .communes, .cogCommunes, .cogMovements, .populations, .competence:
                break
            }
            return FeedSummary(
                id: feed.id, rows: feed.rowCount, kept: feed.keptCount, communes: count,
                maximumAge: feed.declaration.maximumAge)
        }
    }
}
