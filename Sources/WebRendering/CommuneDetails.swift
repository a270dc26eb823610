import French
import SiteModel
import Templates

extension WebRenderer {
    /// Who the mayor is, and what the site's own tables say of a commune, each with its source: for
    /// `partials/commune-mayor` and `partials/commune-details`.
    func detailNames(of commune: Commune) -> Object {
        let details: [Value] = commune.details.map { detail in
            let value = text(of: detail)
            return ["label": .text(Typography.apply(detail.label)), "value": .text(value)]
        }
        let feeds = site.feeds.filter { feed in commune.details.contains { $0.feed == feed.id } }
        return [
            "mayor": mayor(commune.mayor),
            "hasDetails": .bool(!details.isEmpty), "details": .list(details),
            "detailSources": .list(
                feeds.map { feed in
                    [
                        "producer": .text(Typography.apply(feed.producer)), "title": .text(Typography.apply(feed.title)),
                        "vintage": .text(Typography.apply(feed.vintage)), "licence": .text(feed.licence),
                        "demonstration": .bool(feed.nature == .demonstration),
                    ]
                }),
        ]
    }

    private func mayor(_ mayor: Mayor?) -> Value {
        guard let mayor else { return .absent }
        return [
            "name": .text(Typography.apply("\(mayor.firstName) \(mayor.surname)")),
            "since": mayor.since.map { Wording.time($0) } ?? .absent,
        ]
    }

    private func text(of detail: CommuneDetail) -> String {
        switch detail.value {
        case .suppressed: return "non diffusé (secret statistique)"
        case .text(let text): return Typography.apply(text)
        case .number(let whole, let decimals):
            let digits = whole.drop { $0 == "-" }
            let sign = digits.count < whole.count ? "\u{2212}" : ""
            let number = Int(digits).map { FrenchText.number($0) } ?? String(digits)
            let fraction = decimals.isEmpty ? "" : ",\(decimals)"
            return sign + number + fraction + (detail.unit.map { "\u{A0}\($0)" } ?? "")
        }
    }
}
