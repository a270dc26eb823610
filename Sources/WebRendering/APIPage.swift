import API
import French
import SiteModel
import Templates

/// The page for those who write programs: what the files hold, from their own definition, and examples that run as they
/// are shown.
extension WebRenderer {
    func api() -> PageContent {
        let settings = site.settings
        return PageContent(
            head: PageHead(
                title: "Données et API",
                description: "Les données du portail pour d’autres programmes\u{A0}: fichiers JSON, NDJSON et CSV, schémas, exemples.",
                parents: trails.home, usesFeeds: true),
            names: [
                "index": .text(parts.addresses.canonical(.apiIndex)), "openapi": .text(parts.addresses.canonical(.openAPI)),
                "kinds": .list((catalogue?.kinds ?? []).map(kind)),
                "licence": .text(settings.licence), "example": example(),
            ])
    }

    private func kind(_ kind: Kind) -> Value {
        [
            "name": .text(kind.name), "title": .text(kind.schema.title), "meaning": .text(Typography.apply(kind.schema.meaning)),
            "count": .text(FrenchText.count(kind.count, "enregistrement", "enregistrements")),
            "lines": .text(parts.addresses.href(.lines(of: kind.name))), "table": .text(parts.addresses.href(.table(of: kind.name))),
            "schema": .text(parts.addresses.href(.schema(of: kind.name))),
            "fields": .list(
                kind.schema.fields.map { field in
                    [
                        "name": .text(field.name), "shape": .text(Self.words(of: field.shape)),
                        "isNullable": .bool(field.isNullable), "isInBulkAlone": .bool(field.isInBulkAlone),
                        "meaning": .text(Typography.apply(field.meaning)),
                    ]
                }),
        ]
    }

    private static func words(of shape: ValueShape) -> String {
        switch shape {
        case .text(let format): words(of: format)
        case .integer: "nombre entier"
        case .decimal: "nombre"
        case .boolean: "vrai ou faux"
        case .choice(let words): "l’un de\u{A0}: \(words.joined(separator: ", "))"
        case .texts(let format): "liste\u{A0}: \(words(of: format))"
        case .record: "un enregistrement"
        case .records: "liste d’enregistrements"
        }
    }

    private static func words(of format: ValueShape.Format) -> String {
        switch format {
        case .plain: "texte"
        case .day: "jour (AAAA-MM-JJ)"
        case .month: "mois (AAAA-MM)"
        case .instant: "instant (RFC 3339)"
        case .address: "adresse"
        case .commune: "code INSEE"
        }
    }

    /// The first commune, and what the examples print of it.
    private func example() -> Value {
        guard let catalogue, let commune = site.communes.first else { return .absent }
        let units = commune.unitIDs.compactMap { site.units[$0] }
        let alerts = catalogue.alerts(of: commune)
        let figures = catalogue.figureCounts
        return [
            "name": .text(commune.name), "file": .text(parts.addresses.canonical(.data(of: commune.code))),
            "lines": .text(parts.addresses.canonical(.lines(of: "units"))),
            "table": .text(parts.addresses.canonical(.table(of: "figures"))),
            "line": .text(catalogue.firstLine(of: "units")),
            "units": .list(units.map { .text("\($0.name) : \($0.telephone ?? "numéro inconnu")") }),
            "hasAlerts": .bool(!alerts.isEmpty),
            "alerts": .list(alerts.map { .text("\($0.level.rawValue) : \($0.page.frontMatter.title)") }),
            "hasFigures": .bool(!figures.isEmpty),
            "figures": .list(figures.map { .text("\($0.status) \($0.count)") }),
        ]
    }
}
