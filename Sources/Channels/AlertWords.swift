import French
import SiteModel

/// What an alert's texts are made of, French typography still applied.
struct AlertWords {
    /// `EXEMPLE : NE PAS DIFFUSER`
    let mark: String?
    /// `Vigilance`, `Fin d’alerte`
    let level: String
    /// Whether it tells that an earlier alert holds no longer.
    let isEnd: Bool
    /// Where a title alone must say it.
    let heading: String?
    let title: String
    let summary: [Passage.Sentence]
    let told: [Passage]
    let advice: [Passage]
    /// `tout le département`, `Abondance et Châtel`; where they are many, `10 communes concernées`.
    let area: String
    /// The same as a sentence, with more names.
    let areaSentence: String
    /// `valable jusqu’au 31 mars 2027`
    let valid: String
    let sent: String
    private let expires: LocalMoment
    /// Numbers for an emergency that the text gives.
    let numbers: [String]
    /// The first number for an emergency of the site.
    let emergency: String?
    let source: String
    let address: String
    /// What the editor wrote to be pasted, by the number of its signs.
    let short: [Int: ShortText]
    let facts: [Fact.ID: Fact]

    init(_ alert: Alert, in site: Site, _ names: [INSEECode: String], mark: String?) {
        let front = alert.page.frontMatter
        self.mark = mark
        isEnd = alert.succession?.kind == .cancels
        level = isEnd ? "Fin d’alerte" : FrenchText.name(of: alert.level)
        heading = isEnd ? level : alert.level == .danger ? level : nil
        title = front.title
        summary = Passage(front.summary).sentences
        (told, advice) = DocumentText.passages(of: alert.page.document, in: site)
        let communes = alert.communes.compactMap { names[$0] }
        let places = alert.parts.map { Typography.apply($0.name) } + alert.named.compactMap { names[$0] }
        area = communes.isEmpty ? "tout le département" : places.count > 3 ? "\(Self.count(communes)) concernées" : FrenchText.list(places)
        areaSentence = alert.parts.isEmpty || places.count > 12 ? Self.sentence(ofArea: communes) : "Secteur concerné\u{A0}: \(FrenchText.list(places))."
        valid = "valable \(FrenchText.validity(of: alert))"
        sent = FrenchText.moment(alert.sent)
        expires = alert.expires
        var seen: Set<String> = []
        numbers = (told + advice).flatMap(\.numbers).filter { seen.insert($0).inserted }
        emergency = site.settings.emergency.lazy.compactMap { site.facts[$0] }.first.map { FrenchText.value(of: $0) }
        source = Self.lowered(alert.source)
        address = Addresses(site.settings).canonical(Route.page(alert.page) ?? .alerts)
        short = Dictionary(front.shortTexts.map { ($0.limit, $0) }, uniquingKeysWith: { first, _ in first })
        facts = site.facts
    }

    /// What the editor wrote to be pasted where so many signs fit: never a longer one.
    func written(_ limit: Int) -> String? { short[limit].map { $0.words(facts) } }

    /// What to do, else what happened; without paragraphs that only lead elsewhere, as links are not pasted.
    var essential: [Passage] { (advice.isEmpty ? told : advice).filter { $0.form != .paragraph || !$0.hasLinks } }

    var validity: String { "\(valid.prefix(1).uppercased())\(valid.dropFirst())." }

    func tellsEnd(_ text: String) -> Bool { FrenchText.tells(expires, in: text) }

    /// As paper shows it.
    var shortAddress: String {
        let start = address.firstRange(of: "://").map { address[$0.upperBound...] } ?? address[...]
        return String(start.hasSuffix("/") ? start.dropLast() : start)
    }

    static func sentence(_ words: String) -> String { words.last.map { ".!?…".contains($0) } ?? true ? words : "\(words)." }

    private static func sentence(ofArea communes: [String]) -> String {
        switch communes.count {
        case 0: "Tout le département est concerné."
        case 1: "Commune concernée\u{A0}: \(communes[0])."
        case ...12: "Communes concernées\u{A0}: \(FrenchText.list(communes))."
        default: "\(count(communes)) sont concernées."
        }
    }

    private static func count(_ communes: [String]) -> String { FrenchText.count(communes.count, "commune", "communes") }

    /// `Le référent` → `le référent`, after « Source : ».
    private static func lowered(_ words: String) -> String {
        ["Le ", "La ", "Les ", "L’"].contains(where: words.hasPrefix) ? words.prefix(1).lowercased() + words.dropFirst() : words
    }
}
