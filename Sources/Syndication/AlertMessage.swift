import French
public import SiteModel

/// One alert of the site as a message of the Common Alerting Protocol, version 1.2.
/// Source: https://docs.oasis-open.org/emergency/cap/v1.2/CAP-v1.2-os.html
///
/// It is information for aggregators and municipal applications. Nothing in it asks for an alarm: the urgency and the
/// certainty are unknown, the severity is never extreme, and no parameter names a channel of warning. What a demonstration
/// says is a test, and what stands in a draft is a draft.
public struct AlertMessage: Sendable {
    private let site: Site
    private let settings: SiteSettings
    private let isDemonstration: Bool
    private let notice: String?
    private let addresses: Addresses
    private let time: LocalTime
    private let names: [INSEECode: String]

    public init(_ site: Site) {
        self.site = site
        settings = site.settings
        isDemonstration = site.isDemonstration
        notice = site.notice
        addresses = Addresses(site.settings)
        time = LocalTime(site.settings)
        names = site.communeNames
    }

    public func bytes(of alert: Alert) -> [UInt8] {
        var xml = XMLWriter()
        xml.element("alert", [("xmlns", "urn:oasis:names:tc:emergency:cap:1.2")]) { xml in
            xml.element("identifier", text: identifier(of: alert.reference))
            xml.element("sender", text: settings.host)
            xml.element("sent", text: time.start(of: alert.sent))
            xml.element("status", text: status(of: alert))
            xml.element("msgType", text: kind(of: alert))
            xml.element("scope", text: "Public")
            if let notice { xml.element("note", text: notice) }
            if !alert.earlier.isEmpty {
                xml.element("references", text: alert.earlier.reversed().map(reference).joined(separator: " "))
            }
            xml.element("info") { write(alert, to: &$0) }
        }
        return xml.bytes
    }

    /// Of all who read messages, only this one: the site's host, the day, the name of the file. No space, comma, `<` or `&`.
    private func identifier(of alert: Alert.Reference) -> String { "\(settings.host).\(alert.sent.day).\(alert.slug)" }

    private func reference(_ alert: Alert.Reference) -> String {
        "\(settings.host),\(identifier(of: alert)),\(time.start(of: alert.sent))"
    }

    private func status(of alert: Alert) -> String {
        if alert.page.frontMatter.draft { return "Draft" }
        if isDemonstration { return alert.status == .exercice ? "Exercise" : "Test" }
        return switch alert.status {
        case .réelle: "Actual"
        case .exercice: "Exercise"
        case .essai: "Test"
        }
    }

    private func kind(of alert: Alert) -> String {
        switch alert.succession?.kind {
        case nil: "Alert"
        case .updates: "Update"
        case .cancels: "Cancel"
        }
    }

    private func write(_ alert: Alert, to xml: inout XMLWriter) {
        let front = alert.page.frontMatter
        let mark = notice.map { "\($0) – " } ?? ""
        xml.element("language", text: "fr-FR")
        xml.element("category", text: Self.category(of: alert.kind))
        xml.element("event", text: "Message de prévention\u{A0}: \(FrenchText.name(of: alert.kind).lowercased())")
        if alert.succession?.kind == .cancels { xml.element("responseType", text: "AllClear") }
        xml.element("urgency", text: alert.succession?.kind == .cancels ? "Past" : "Unknown")
        xml.element("severity", text: Self.severity(of: alert.level))
        xml.element("certainty", text: "Unknown")
        xml.element("effective", text: time.start(of: alert.sent))
        if let onset = alert.onset { xml.element("onset", text: time.start(of: onset)) }
        xml.element("expires", text: time.end(of: alert.expires))
        if !alert.source.isEmpty { xml.element("senderName", text: alert.source) }
        xml.element("headline", text: mark + front.title)
        let (told, advice) = DocumentText.parts(of: alert.page.document, in: site)
        let description = [front.summary, told].filter { !$0.isEmpty }.joined(separator: " ")
        if !description.isEmpty { xml.element("description", text: mark + description) }
        if !advice.isEmpty { xml.element("instruction", text: mark + advice) }
        if let route = Route.page(alert.page) { xml.element("web", text: addresses.canonical(route)) }
        for part in alert.parts { xml.element("area") { write(part.communes, as: part.name, to: &$0) } }
        if alert.parts.isEmpty || !alert.named.isEmpty { xml.element("area") { write(alert.named, to: &$0) } }
    }

    /// Of the standard's list, which is about what threatens, not about who warns.
    private static func category(of kind: Alert.Kind) -> String {
        switch kind {
        case .cambriolage, .vol, .fauxAgents, .escroquerie, .escroquerieTéléphone, .cybermalveillance: "Security"
        case .feuDeForêt: "Fire"
        case .inondation, .intempérie: "Met"
        case .avalanche: "Geo"
        case .sécuritéRoutière: "Transport"
        case .environnement: "Env"
        case .santé: "Health"
        case .autre: "Safety"
        }
    }

    private static func severity(of level: Alert.Level) -> String {
        switch level {
        case .information: "Minor"
        case .vigilance: "Moderate"
        case .danger: "Severe"
        }
    }

    /// - Parameter name: of the brigade or the arrondissement that holds them.
    private func write(_ communes: [INSEECode], as name: String? = nil, to xml: inout XMLWriter) {
        let known = communes.compactMap { names[$0] }.joined(separator: ", ")
        let place = name.map { "\(Typography.apply($0)) (\(known))" } ?? known
        xml.element("areaDesc", text: place.isEmpty ? Typography.apply(settings.departement.name) : place)
        for code in communes { Self.write("INSEE", code.text, to: &xml) }
        if communes.isEmpty { Self.write("INSEE-DEP", settings.departement.code, to: &xml) }
    }

    private static func write(_ name: String, _ value: String, to xml: inout XMLWriter) {
        xml.element("geocode") { xml in
            xml.element("valueName", text: name)
            xml.element("value", text: value)
        }
    }
}
