import French
import SiteModel
import Templates

/// A commune's contacts as the site of its town hall shows them, within a frame.
extension WebRenderer {
    func encart(_ index: Int) -> PageContent {
        let commune = site.communes[index]
        let alerts = parts.communes.alerts[commune.code].filter { !site.alerts[$0].page.leavesFewTraces }
        let events = parts.communes.events[commune.code].prefix(1).map { parts.events[$0] }
        let units = commune.unitIDs.compactMap { parts.units[$0] }
        let title = encartTitle(commune)
        return PageContent(
            head: PageHead(
                title: title, description: title, section: .communes, parents: trails.communes,
                standsFor: parts.communes.routes[index]),
            names: [
                "commune": ["name": .text(Typography.apply(commune.name)), "ofName": .text(FrenchText.of(commune))],
                "hasAlerts": .bool(!alerts.isEmpty), "alerts": .list(alerts.map { parts.alerts[$0] }),
                "alertsUntil": parts.until(alerts),
                "hasUnits": .bool(!units.isEmpty), "units": .list(units),
                "hasEvents": .bool(!events.isEmpty), "events": .list(events),
            ])
    }

    /// The frame's address and the code that shows it, for `partials/encart-code`; absent where there is none.
    func encartLink(_ index: Int) -> Value {
        guard offers.hasEncarts else { return .absent }
        return frame(parts.communes.encart(index), titled: encartTitle(site.communes[index]), height: 480)
    }

    /// - Parameter title: what people are told who do not see the frame.
    func frame(_ route: Route, titled title: String, height: Int) -> Value {
        let address = Self.attribute(parts.addresses.canonical(route))
        let title = Self.attribute(title)
        return [
            "href": .text(parts.addresses.href(route)),
            "code": .text(
                "<iframe src=\"\(address)\" title=\"\(title)\" width=\"360\" height=\"\(height)\" loading=\"lazy\"></iframe>"),
        ]
    }

    /// What people are told who do not see the frame: `Qui appeler : gendarmerie et police, commune d’Annecy`
    private func encartTitle(_ commune: Commune) -> String {
        "Qui appeler\u{A0}: gendarmerie et police, commune \(FrenchText.of(commune))"
    }

    /// The code is HTML that people copy: what a name holds must not end its attribute. By scalars, since a quote that
    /// an accent follows is one character to Swift, and still a quote to a browser.
    private static func attribute(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "\"": escaped += "&quot;"
            case "<": escaped += "&lt;"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}
