import CAP
public import Diagnostics
import French
public import SiteModel

/// CAP 1.2 messages (`content/alerts/*.xml`, `*.cap`) → alerts, as those that are written in Markdown.
///
/// An alert is published where it is real, public, in French, not over, not replaced, and of this département;
/// of all others one sentence says why they are not.
public struct AlertMessages: Sendable {
    private let area: AlertArea
    private let now: LocalMoment
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

    private struct Item {
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
            } else if let info = item.message.infos.first(where: \.isFrench) {
                switch area.reach(of: info.areas) {
                case .everywhere: alerts.append(alert(item, info, []))
                case .communes(let codes): alerts.append(alert(item, info, codes))
                case .elsewhere:
                    diagnostics.append(
                        Self.unpublished(
                            .warning, item.message,
                            "aucune de ses zones n’est \(area.departement.locative) (\(Self.places(info)))",
                            advice: "retirez le fichier, ou demandez les codes INSEE des communes (geocode)"))
                }
            }
        }
        return (alerts, diagnostics)
    }

    // MARK: What is not published

    private enum Fate {
        case replaced(by: CAPMessage)
        case cancelled(by: CAPMessage)
    }

    /// What later messages say of earlier ones. One that is no real message changes nothing.
    private static func replaced(_ items: [Item]) -> [CAPMessage.Reference: Fate] {
        var fates: [CAPMessage.Reference: Fate] = [:]
        for item in items where item.message.status == .actual {
            for reference in item.message.references {
                switch item.message.kind {
                case .update: if fates[reference] == nil { fates[reference] = .replaced(by: item.message) }
                case .cancel: fates[reference] = .cancelled(by: item.message)
                case .alert, .acknowledgement, .error: break
                }
            }
        }
        return fates
    }

    /// Why a message is not published; `nil` for one that may be.
    private func withheld(_ message: CAPMessage, _ fates: [CAPMessage.Reference: Fate]) -> Diagnostic? {
        func note(_ reason: String) -> Diagnostic {
            Self.unpublished(.note, message, reason, advice: "retirez le fichier quand il ne sert plus")
        }
        switch message.status {
        case .actual: break
        case .exercise: return note("c’est un exercice (Exercise)")
        case .test: return note("c’est un essai (Test)")
        case .draft: return note("c’est un brouillon (Draft)")
        case .system: return note("il ne s’adresse qu’à des machines (System)")
        }
        switch message.kind {
        case .alert, .update: break
        case .cancel: return note("il annule un autre message")
        case .acknowledgement, .error: return note("il ne fait que répondre à un autre (\(message.kind.rawValue))")
        }
        guard message.scope == .public else {
            return Self.unpublished(
                .warning, message, "il n’est pas destiné au public (\(message.scope.rawValue))",
                advice: "retirez-le de ce dossier : tout ce qu’il contient sert à un site public")
        }
        switch fates[message.reference] {
        case .replaced(let other): return note("« \(other.identifier) » le remplace")
        case .cancelled(let other): return note("« \(other.identifier) » l’annule")
        case nil: break
        }
        if let last = message.infos.map({ moment($0.expires).asEnd }).max(by: { $0.end < $1.end }), last.end <= now.start {
            return note("il n’est plus valable depuis le \(FrenchText.moment(last))")
        }
        guard message.infos.contains(where: \.isFrench) else {
            let languages = message.infos.map(\.language).joined(separator: ", ")
            return Self.unpublished(
                .warning, message, "il n’a pas de texte en français (\(languages))",
                advice: "écrivez l’alerte en Markdown, ou demandez-la en français")
        }
        return nil
    }

    private static func unpublished(
        _ severity: Diagnostic.Severity, _ message: CAPMessage, _ reason: String, advice: String,
    ) -> Diagnostic {
        Diagnostic(severity, .capUnpublished, at: message.location, "ce message n’est pas publié : \(reason)", advice: advice)
    }

    private static func places(_ info: CAPInfo) -> String {
        let names = info.areas.map(\.description).filter { !$0.isEmpty }
        return names.count > 3 ? names.prefix(3).joined(separator: ", ") + "…" : names.joined(separator: ", ")
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
    private func moment(_ time: CAPTime) -> LocalMoment { self.time.moment(of: time.date, minute: time.minute, offset: time.offset) }

    private static func level(_ severity: CAPInfo.Severity) -> Alert.Level {
        switch severity {
        case .extreme, .severe: .danger
        case .moderate: .vigilance
        case .minor, .unknown: .information
        }
    }
}
