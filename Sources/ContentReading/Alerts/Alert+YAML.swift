import Diagnostics
import French
import SiteModel
import YAML

extension Alert {
    /// Reads the keys that only alerts have; those of every text are in `page` already.
    init?(_ page: Page, _ fields: inout YAMLFields) {
        let level: Level? = fields.choice("level", required: true)
        let communes = fields.communes("communes")
        let sent = fields.date("sent", required: true)
        // Read a second time, because an alert must have an end.
        let expires = page.frontMatter.expires ?? fields.date("expires", required: true)
        let issuer = Typography.apply(fields.requiredString("source"))
        let status: Status = fields.choice("status") ?? .réelle
        let succession = Self.succession(&fields)
        guard let level, let sent, let expires else { return nil }
        self.init(
            page: page.with(Self.marked(page.frontMatter, status)), level: level, communes: communes, sent: sent, expires: expires,
            source: issuer)
        self.status = status
        self.succession = succession
    }

    /// What `updates` or `cancels` names, as an editor writes it.
    private static func succession(_ fields: inout YAMLFields) -> Succession? {
        func read(_ kind: Succession.Kind) -> Succession? {
            let place = fields.valueLocation(of: kind.rawValue)?.bytes
            return fields.string(kind.rawValue).map { Succession(kind: kind, file: $0, place: place) }
        }
        let updated = read(.updates)
        guard let cancelled = read(.cancels) else { return updated }
        if updated != nil {
            fields.diagnostics.append(
                .error(
                    .valueNotAllowed, at: fields.location(of: "cancels") ?? fields.location,
                    "une alerte en remplace une autre (« updates ») ou l’annule (« cancels »), pas les deux",
                    advice: "ne gardez que l’une des deux clés"))
        }
        return cancelled
    }

    /// Wherever its title or a text to paste is read, nobody takes an exercise for the real thing.
    private static func marked(_ frontMatter: FrontMatter, _ status: Status) -> FrontMatter {
        guard let mark = mark(of: status) else { return frontMatter }
        var frontMatter = frontMatter
        frontMatter.title = "\(mark) – \(frontMatter.title)"
        frontMatter.shortTexts = frontMatter.shortTexts.map { short in
            var marked = ShortText(limit: short.limit, text: "\(mark) - \(short.text)", place: short.place)
            marked.citationPlaces = short.citationPlaces
            return marked
        }
        return frontMatter
    }

    private static func mark(of status: Alert.Status) -> String? {
        switch status {
        case .réelle: nil
        case .exercice: "Exercice"
        case .essai: "Essai"
        }
    }
}
