import French
import Publishing
import SiteBuild

/// What feeds say otherwise than at a former build, for a person to read before it is printed.
struct FeedChanges {
    let feeds: [FeedChange]
    let records: [RecordChange]
    /// Whether the former build's manifest says what its feeds held: those of older versions do not.
    private let isKnown: Bool

    init(since former: BuildManifest, in review: FeedReview) {
        feeds = FeedChange.between(former.feeds, review.rows)
        records = RecordChange.between(former.records, review.records)
        isKnown = !former.records.isEmpty
    }

    var text: String {
        let lines =
            feeds.map { "  Données « \($0.feed) » : \(Self.words($0))" }
            + records.map { "  \(Self.line($0))" }
        let list = lines.isEmpty ? "Rien n’a changé dans les données." : "Ce qui a changé :\n" + lines.joined(separator: "\n")
        return isKnown
            ? list
            : list + "\nCe manifeste ne dit pas ce que contenaient les données : il vient d’une version plus ancienne de Crieur."
    }

    private static func words(_ change: FeedChange) -> String {
        guard let what = change.what else {
            return change.before == nil ? "nouveau fichier (\(change.now ?? ""))" : "n’y est plus"
        }
        let label = feedLabels[what] ?? what
        return "\(label) : \(change.now ?? "aucun") (avant : \(change.before ?? "inconnu"))"
    }

    private static let feedLabels = [
        "vintage": "millésime", "retrieved": "récupéré le", "kept": "lignes retenues", "communes": "communes",
    ]

    /// `Brigade d’Annecy : téléphone : « 04 … » (avant : « 04 … »)`.
    static func line(_ change: RecordChange) -> String { "\(name(of: change.record)) : \(words(change))" }

    private static func name(of record: BuildManifest.Record) -> String {
        record.kind == .commune ? "\(record.name) (\(record.id))" : record.name
    }

    private static func words(_ change: RecordChange) -> String {
        switch change.kind {
        case .appeared: return change.record.kind == .commune ? "nouvelle commune" : "nouveau service"
        case .disappeared: return "n’y est plus"
        case .value(name: let name, before: let before, now: let now):
            let label = labels[name] ?? name
            // The change that matters most.
            if name == "units", now == nil { return "plus aucun service ne répond pour elle (avant : \(before ?? ""))" }
            switch (before, now) {
            case (let before?, let now?): return "\(label) : « \(now) » (avant : « \(before) »)"
            case (nil, let now?): return "\(label) : « \(now) » (avant : inconnu)"
            case (let before?, nil): return "\(label) : inconnu (avant : « \(before) »)"
            case (nil, nil): return label
            }
        }
    }

    private static let labels = [
        "name": "nom",
        "population": "population", "postal_codes": "codes postaux", "arrondissement": "arrondissement",
        "units": "services", "telephone": "téléphone", "address": "adresse", "hours": "horaires",
        "contacts": "contacts", "town_hall": "mairie",
    ]
}
