import Channels
import French
import SiteModel
import Templates

/// What a town hall takes from an alert's page into its own tools.
extension WebRenderer {
    /// `reuse`: a text for each channel, the notices to print, the frame, the message for programs; absent for what is to
    /// leave few traces.
    func reuse(of alert: Alert) -> Value {
        guard !alert.page.leavesFewTraces else { return .absent }
        var names: Object = [
            "texts": .list(channels.texts(of: alert).map { entry($0, of: alert) }),
            "message": alert.hasMessage ? .text(parts.addresses.href(.message(of: alert))) : .absent,
            "encart": offers.hasAlertEncarts
                ? frame(Route.encart(of: alert.page.slug), titled: alertEncartTitle(alert.page.frontMatter.title), height: 560) : .absent,
        ]
        names.merge(printables(of: alert.page))
        return .object(names)
    }

    private func entry(_ text: ChannelText, of alert: Alert) -> Value {
        let wording = Self.wording(text.channel)
        let parts = text.parts.enumerated().map { place, part -> Value in
            let lines = part.text.split(separator: "\n", omittingEmptySubsequences: false)
            let label = part.label ?? "Texte"
            // As many rows as a telephone's width needs.
            let rows = part.columns == nil ? lines.reduce(0) { $0 + 1 + $1.count / 48 } : lines.count
            return [
                "id": .text("\(text.channel.rawValue)-\(place + 1)"), "label": .text(label), "text": .text(part.text),
                "rows": .text("\(min(rows, 30))"), "columns": .text("\(part.columns ?? 48)"), "isPanel": .bool(part.columns != nil),
                "count": .text(FrenchText.count(part.count, "signe", "signes")),
                "copied": .text("\(wording.name), \(label.prefix(1).lowercased())\(label.dropFirst())"),
            ]
        }
        return [
            "name": .text(wording.name), "hint": .text(wording.hint), "remark": .text(text.remark),
            "count": .text(
                text.channel == .panel
                    ? FrenchText.count(text.parts.count, "écran", "écrans")
                    : FrenchText.count(text.parts.reduce(0) { $0 + $1.count }, "signe", "signes")),
            "parts": .list(parts), "href": .text(self.parts.addresses.href(.text(text.channel, of: alert))),
        ]
    }

    private static func wording(_ channel: ChannelText.Channel) -> (name: String, hint: String?) {
        switch channel {
        case .application:
            (
                "Application municipale",
                "PanneauPocket, IntraMuros, Illiwap ou une autre\u{A0}: les longueurs admises changent selon votre application."
            )
        case .panel: ("Panneau lumineux", "Une ligne par ligne du panneau, un écran après l’autre.")
        case .bulletin300: ("Bulletin municipal, brève", nil)
        case .bulletin600: ("Bulletin municipal, article", nil)
        case .mail: ("Courriel", "À envoyer depuis la messagerie de la mairie, destinataires en copie cachée.")
        case .sms: ("SMS", "Écrit dans l’alphabet des SMS, sans typographie.")
        }
    }
}

extension Route {
    /// One alert, for other sites to show.
    static func encart(of slug: String) -> Route { Route("\(alerts.path)\(slug)/encart.html") }
}
