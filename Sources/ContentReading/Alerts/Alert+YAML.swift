import Diagnostics
import French
import SiteModel
import YAML

extension Alert {
    /// Reads the keys that only alerts have; those of every text are in `page` already.
    init?(_ page: Page, _ fields: inout YAMLFields) {
        let kind: Kind? = fields.choice("kind", required: true)
        let level: Level? = fields.choice("level", required: true)
        let communes = fields.communes("communes")
        let territories = Self.territories(&fields, file: page.file)
        let sent = fields.moment("sent", required: true)
        let onset = fields.moment("onset")
        let expires = fields.moment("expires", required: true)?.asEnd
        let issuer = Typography.apply(fields.requiredString("source"))
        let (validation, place) = Self.validation(&fields)
        let status: Status = fields.choice("status") ?? .réelle
        let succession = Self.succession(&fields)
        Self.checkOrder(sent, onset, expires, &fields)
        Self.checkArea(&fields)
        guard let kind, let level, let sent, let expires, let validation else { return nil }
        var frontMatter = Self.marked(page.frontMatter, status, expires.day)
        // A town hall pins it up: it has its posters unless its editor says otherwise, by another list or an empty one.
        if fields.location(of: "print") == nil, frontMatter.offline { frontMatter.print = [.posterA4, .posterA3] }
        self.init(
            page: page.with(frontMatter), kind: kind, level: level, communes: communes,
            sent: sent, expires: expires, source: issuer)
        self.territories = territories
        self.onset = onset
        self.validation = validation
        validationPlace = place
        self.status = status
        self.succession = succession
    }

    /// Brigades and arrondissements.
    private static func territories(_ fields: inout YAMLFields, file: String) -> [Territory] {
        var found: [Territory] = []
        for level in [Territory.Level.brigades, .arrondissements] {
            let names = fields.strings(level.rawValue)
            guard !names.isEmpty else { continue }
            found.append(Territory(level: level, names: names, file: file, places: fields.places(of: level.rawValue)))
        }
        return found
    }

    /// Where it applies is always said: no commune at all means the whole département.
    private static func checkArea(_ fields: inout YAMLFields) {
        let isSaid = ["communes", "brigades", "arrondissements"].contains { fields.location(of: $0) != nil }
        // Where even the level lacks, the header could not be read.
        if !isSaid, !fields.hasUnknownKeys, fields.location(of: "level") != nil {
            fields.diagnostics.append(
                .error(
                    .keyMissing, at: fields.location, "cette alerte ne dit pas où elle vaut",
                    advice: "ajoutez « communes », « brigades » ou « arrondissements » ; « communes: [] » veut dire : tout le département"))
        }
    }

    /// Who has validated it, and when; with the place of the day.
    private static func validation(_ fields: inout YAMLFields) -> (validation: Proofreading?, place: Range<Int>?) {
        let read = fields.mapping("validation", required: true) { fields -> (Proofreading, Range<Int>?)? in
            let function = Typography.apply(fields.requiredString("function"))
            let date = fields.date("date", required: true)
            let place = fields.valueLocation(of: "date")?.bytes
            return function.isEmpty ? nil : date.map { (Proofreading(function: function, date: $0), place) }
        }
        guard let read, let found = read else { return (nil, nil) }
        return (found.0, found.1)
    }

    /// It begins and is issued before it ends.
    private static func checkOrder(_ sent: LocalMoment?, _ onset: LocalMoment?, _ expires: LocalMoment?, _ fields: inout YAMLFields) {
        guard let expires else { return }
        for (key, moment) in [("sent", sent), ("onset", onset)] {
            guard let moment, moment.start >= expires.end else { continue }
            fields.diagnostics.append(
                .error(
                    .alertDates, at: fields.valueLocation(of: "expires") ?? fields.location,
                    "cette alerte finit le \(FrenchText.moment(expires)), mais \(key == "sent" ? "est donnée" : "commence") le \(FrenchText.moment(moment))",
                    advice: "corrigez « expires » ou « \(key) »"))
        }
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
    private static func marked(_ frontMatter: FrontMatter, _ status: Status, _ last: CalendarDate) -> FrontMatter {
        var frontMatter = frontMatter
        frontMatter.expires = last
        guard let mark = mark(of: status) else { return frontMatter }
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

extension YAMLFields {
    /// A day, or a day and a time of the site's clocks.
    mutating func moment(_ key: String, required: Bool = false) -> LocalMoment? {
        value(
            key, expected: "un jour AAAA-MM-JJ, ou un jour et une heure comme 2026-12-01 18:00", id: .dateInvalid, required: required
        ) { LocalMoment(written: $0) }
    }
}
