import French
import Publishing
import SiteBuild

/// What feeds say otherwise than at a former build, for a person to read before it is printed.
struct ChangeList {
    let text: String

    init(_ changes: [RecordChange], since former: BuildManifest) {
        if former.records.isEmpty {
            text = "Le manifeste ne dit pas ce que les données contenaient : il date d’une version plus ancienne de Crieur."
            return
        }
        let lines = changes.map { "  \(Self.name(of: $0.record)) : \(Self.words($0))" }
        text = lines.isEmpty ? "Rien n’a changé dans les données." : "Ce qui a changé :\n" + lines.joined(separator: "\n")
    }

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
        "population": "population", "postal_codes": "codes postaux", "arrondissement": "arrondissement",
        "units": "services", "telephone": "téléphone", "address": "adresse", "hours": "horaires",
        "contacts": "contacts", "town_hall": "mairie",
    ]
}
