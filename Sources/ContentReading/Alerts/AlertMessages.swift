import CAP
public import Diagnostics
import French
public import SiteModel

/// CAP 1.2 messages (`content/alerts/*.xml`, `*.cap`) → alerts, as those that are written in Markdown.
///
/// An alert is published where it is real, public, in French, not over, not replaced, and of this département;
/// of all others one sentence says why they are not.
public struct AlertMessages: Sendable {
    let area: AlertArea
    let now: LocalMoment
    private let time: LocalTime

    /// - Parameters:
    ///   - contours: by which polygons are turned into communes; may be empty.
    ///   - zone: of the site's clocks, `Europe/Paris`.
    public init(
        _ departement: SiteSettings.Departement, communes: [Commune], contours: [INSEECode: Contour] = [:],
        now: LocalMoment, zone: String,
    ) {
        area = AlertArea(departement, communes: communes, contours: contours)
        self.now = now
        time = LocalTime(zone: zone)
    }

    struct Item {
        let file: String
        let message: CAPMessage
    }

    public func read(_ files: [(file: String, bytes: [UInt8])]) -> (alerts: [Alert], diagnostics: [Diagnostic]) {
        var diagnostics: [Diagnostic] = []
        var items: [Item] = []
        for (file, bytes) in files {
            let (message, faults) = CAPReader.read(bytes, file: file)
            diagnostics += faults
            if let message { items.append(Item(file: file, message: message)) }
        }
        let over = Self.replaced(items)
        let copies = AlertDuplicates(items.map { ($0.file, $0.message) }).replaced
        var alerts: [Alert] = []
        for item in items {
            if let reason = withheld(item.message, over) {
                diagnostics.append(reason)
            } else if let other = copies[item.file] {
                diagnostics.append(
                    Self.unpublished(
                        .note, item.message,
                        other.isCopy ? "c’est une copie du message « \(other.by) »" : "« \(other.by) », plus récent, dit la même chose",
                        advice: "retirez le fichier"))
            } else {
                let infos = valid(item.message)
                let reached = infos.compactMap { info in communes(of: info).map { (info: info, communes: $0) } }
                if let first = reached.first { alerts.append(alert(item, first.info, first.communes)) }
                if let fault = remainder(of: item.message, infos, published: reached.count) { diagnostics.append(fault) }
            }
        }
        return (alerts, diagnostics)
    }

    /// Its texts in French that are not over.
    func valid(_ message: CAPMessage) -> [CAPInfo] {
        message.infos.filter { $0.isFrench && moment($0.expires).asEnd.end > now.start }
    }

    /// Communes concerned, none for the whole département; `nil` for a text about another.
    private func communes(of info: CAPInfo) -> [INSEECode]? {
        switch area.reach(of: info.areas) {
        case .everywhere: []
        case .communes(let codes): codes
        case .elsewhere: nil
        }
    }

    // MARK: What is

    private func alert(_ item: Item, _ info: CAPInfo, _ communes: [INSEECode]) -> Alert {
        let message = item.message
        let sent = moment(message.sent)
        let expires = moment(info.expires).asEnd
        let text = AlertText(info, sent: sent, onset: info.onset.map(moment), expires: moment(info.expires))
        let name = item.file.split(separator: "/").last.map(String.init) ?? item.file
        let stem = name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
        var frontMatter = FrontMatter()
        frontMatter.title = text.title
        frontMatter.summary = text.summary
        frontMatter.updated = sent.day
        frontMatter.expires = expires.day
        let page = Page(
            file: item.file, kind: .alert, slug: Slug.make(stem), frontMatter: frontMatter, document: text.document)
        var alert = Alert(
            page: page, kind: AlertKindGuess.kind(of: info), level: Self.level(info.severity), communes: communes, sent: sent,
            expires: expires,
            source: Typography.apply(info.senderName.isEmpty ? message.sender : info.senderName))
        alert.onset = info.onset.map(moment)
        alert.isRelayed = true
        return alert
    }

    /// By the site's clocks, whatever the sender's show.
    func moment(_ time: CAPTime) -> LocalMoment { self.time.moment(of: time.date, minute: time.minute, offset: time.offset) }

    private static func level(_ severity: CAPInfo.Severity) -> Alert.Level {
        switch severity {
        case .extreme, .severe: .danger
        case .moderate: .vigilance
        case .minor, .unknown: .information
        }
    }
}
