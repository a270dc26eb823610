import Diagnostics
import French
import SiteModel

/// The names of a part of the département → its communes.
struct TerritoryResolver {
    /// What a name may be: as it is written, and the communes that it stands for.
    private typealias Entry = (shown: String, names: [String], communes: [INSEECode])

    private let entries: [Territory.Level: [Entry]]
    /// Whether communes may be lacking, which has been told.
    private let isPartial: Bool
    private(set) var diagnostics: [Diagnostic] = []

    init(_ site: Site, isPartial: Bool) {
        self.isPartial = isPartial
        var byArrondissement: [String: [INSEECode]] = [:]
        var byUnit: [Unit.ID: [INSEECode]] = [:]
        for commune in site.communes {
            if !commune.arrondissement.isEmpty { byArrondissement[commune.arrondissement, default: []].append(commune.code) }
            for id in commune.unitIDs { byUnit[id, default: []].append(commune.code) }
        }
        entries = [
            .arrondissements: byArrondissement.sorted { $0.key < $1.key }.map { ($0.key, [Slug.make($0.key)], $0.value) },
            .brigades: byUnit.sorted { $0.key < $1.key }.compactMap { id, communes in
                site.units[id].map { ($0.name, [Slug.make(id), Slug.make($0.name)], communes) }
            },
            .communes: site.communes.map { ($0.code.text, [Slug.make($0.code.text)], [$0.code]) },
        ]
    }

    /// `nil` for the whole département.
    mutating func communes(of territory: Territory?) -> Set<INSEECode>? {
        guard let territory else { return nil }
        var found: Set<INSEECode> = []
        for name in territory.names {
            let slug = Slug.make(name)
            if let match = match(slug, in: entries[territory.level] ?? []) {
                found.formUnion(match.communes)
            } else {
                reportUnknown(name, in: territory)
            }
        }
        return found
    }

    /// The alert with the communes of its brigades and arrondissements.
    mutating func placed(_ alert: Alert) -> Alert {
        guard !alert.territories.isEmpty else { return alert }
        var placed = alert
        for territory in alert.territories {
            for name in territory.names {
                guard let match = match(Slug.make(name), in: entries[territory.level] ?? []) else {
                    reportUnknown(name, in: territory)
                    continue
                }
                let isArrondissement = territory.level == .arrondissements
                placed.parts.append(
                    Alert.Part(name: isArrondissement ? FrenchText.arrondissement(match.shown) : match.shown, communes: match.communes))
            }
        }
        placed.communes = Set(alert.named + placed.parts.flatMap(\.communes)).sorted()
        return placed
    }

    /// The one of this name, or the only one whose name ends with it: « Meythet » for a brigade.
    private func match(_ slug: String, in entries: [Entry]) -> Entry? {
        if let exact = entries.first(where: { $0.names.contains(slug) }) { return exact }
        let ending = entries.filter { $0.names.contains { $0.hasSuffix("-\(slug)") } }
        return ending.count == 1 ? ending[0] : nil
    }

    private mutating func reportUnknown(_ name: String, in territory: Territory) {
        guard !isPartial else { return }
        let bytes = territory.places[name]
        let place = SourceLocation(file: territory.file, offset: bytes?.lowerBound, length: bytes?.count ?? 1)
        let what =
            switch territory.level {
            case .arrondissements: "aucun arrondissement ne s’appelle « \(name) »"
            case .brigades: "aucune brigade ni aucun commissariat ne s’appelle « \(name) »"
            case .communes: "aucune commune du département n’a le code « \(name) »"
            }
        let shown = (entries[territory.level] ?? []).map(\.shown)
        let advice =
            Suggestion.closest(to: name, in: shown).map { "vouliez-vous dire « \($0) » ?" }
            ?? (territory.level == .arrondissements && !shown.isEmpty
                ? "arrondissements : " + shown.map { "« \($0) »" }.joined(separator: ", ")
                : "écrivez-le comme dans les données du site")
        diagnostics.append(
            .error(territory.level == .communes ? .feedCodeUnknown : .territoryUnknown, at: place, what, advice: advice))
    }
}
