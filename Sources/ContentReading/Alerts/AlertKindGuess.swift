import CAP
import SiteModel

/// What others warn of, as this site sorts it: by the number of a weather warning, else by the words of the event, else by
/// its category.
enum AlertKindGuess {
    static func kind(of info: CAPInfo) -> Alert.Kind {
        if let number = awareness(info), let kind = byAwareness[number] { return kind }
        let words = "-\(Slug.make("\(info.event) \(info.headline)"))-"
        if let found = byWord.first(where: { words.contains("-\($0.word)") }) { return found.kind }
        return info.categories.lazy.compactMap { byCategory[$0] }.first ?? .autre
    }

    /// What a weather service calls the phenomenon: the number of MeteoAlarm's `awareness_type`, `3; Thunderstorm`.
    static func awareness(_ info: CAPInfo) -> Int? {
        guard let value = info.parameters.first(where: { $0.name == "awareness_type" })?.value else { return nil }
        return value.split(separator: ";").first.flatMap { Int($0.filter(\.isNumber)) }
    }

    /// Source: https://meteoalarm.org, the profile of its messages.
    private static let byAwareness: [Int: Alert.Kind] = [
        1: .intempérie, 2: .intempérie, 3: .intempérie, 4: .intempérie, 5: .intempérie, 6: .intempérie, 7: .intempérie,
        8: .feuDeForêt, 9: .avalanche, 10: .intempérie, 12: .inondation, 13: .inondation,
    ]

    /// Starts of words, in French and English, the most telling first.
    private static let byWord: [(word: String, kind: Alert.Kind)] = [
        ("avalanche", .avalanche), ("inondation", .inondation), ("crue", .inondation), ("flood", .inondation),
        ("feu-de-foret", .feuDeForêt), ("feux-de-foret", .feuDeForêt), ("incendie", .feuDeForêt), ("forest-fire", .feuDeForêt),
        ("wildfire", .feuDeForêt), ("cambriolage", .cambriolage), ("faux-agent", .fauxAgents), ("faux-policier", .fauxAgents),
        ("faux-gendarme", .fauxAgents), ("demarchage", .escroquerie), ("escroquerie", .escroquerie), ("arnaque", .escroquerie),
        ("hameconnage", .cybermalveillance), ("rancongiciel", .cybermalveillance), ("cyber", .cybermalveillance),
        ("phishing", .cybermalveillance), ("neige", .intempérie), ("verglas", .intempérie), ("orage", .intempérie),
        ("tempete", .intempérie), ("canicule", .intempérie), ("grand-froid", .intempérie), ("vent-", .intempérie),
        ("pollution", .environnement),
    ]

    private static let byCategory: [CAPInfo.Category: Alert.Kind] = [
        .meteorological: .intempérie, .fire: .feuDeForêt, .health: .santé, .environmental: .environnement,
        .transport: .sécuritéRoutière,
    ]
}
