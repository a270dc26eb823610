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
                        "choices": .list(Self.choices(of: field.shape).map(Value.text)), "isNullable": .bool(field.isNullable), "isInBulkAlone": .bool(field.isInBulkAlone),
                        "meaning": .html(Self.html(field.meaning)),
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
        case .choice: "l’un de ces mots\u{A0}:"
        case .texts(let format): "liste\u{A0}: \(words(of: format))"
        case .record: "un enregistrement"
        case .records: "liste d’enregistrements"
        }
    }

    private static func choices(of shape: ValueShape) -> [String] {
        if case .choice(let words) = shape { words } else { [] }
    }

    /// A meaning with the names and the words of files that it cites, which are no French.
    private static func html(_ meaning: String) -> [UInt8] {
        var bytes: [UInt8] = []
        for (place, part) in Typography.apply(meaning).split(separator: "«\u{A0}", omittingEmptySubsequences: false).enumerated() {
            guard place > 0, let end = part.firstRange(of: "\u{A0}»") else {
                bytes.appendEscaped(part.utf8)
                continue
            }
            let cited = part[..<end.lowerBound]
            let isName = cited.utf8.allSatisfy { $0 < 0x80 && $0 != 0x20 }
            bytes += (isName ? "<code>" : "«\u{A0}").utf8
            bytes.appendEscaped(cited.utf8)
            bytes += (isName ? "</code>" : "\u{A0}»").utf8
            bytes.appendEscaped(part[end.upperBound...].utf8)
        }
        return bytes
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
