import Diagnostics
import French
import SiteModel

/// Alerts that take the place of earlier ones (`updates`, `cancels`): each knows its chain, and the earlier ones are
/// published no longer: the archive has them.
struct AlertSuccession {
    private let root: String
    private let today: CalendarDate
    private let unread: Set<Page.ID>
    /// All that were read, also those that are over or drafts.
    private let alerts: [Page.ID: Alert]
    private(set) var diagnostics: [Diagnostic] = []
    /// By the file of an earlier one: who has its place.
    private var successors: [Page.ID: Page.ID] = [:]

    /// - Parameter unread: files that are there but could not be read.
    init(_ alerts: [Alert], root: String, today: CalendarDate, unread: Set<Page.ID>) {
        self.root = root
        self.today = today
        self.unread = unread
        let alerts = alerts.map { alert in
            var alert = alert
            if let written = alert.succession?.file {
                alert.succession?.file = LinkResolver.join("/" + written, from: "", root: root)
            }
            return alert
        }
        self.alerts = Dictionary(alerts.map { ($0.page.file, $0) }, uniquingKeysWith: { first, _ in first })
        for alert in alerts { judge(alert) }
    }

    /// Whether another alert has its place, even where that one is over by now.
    func isReplaced(_ alert: Alert) -> Bool { successors[alert.page.file] != nil }

    /// Why it holds no longer; `nil` while it does, or where it is not to be kept: a draft, another service's, one that
    /// is to leave few traces.
    func end(of alert: Alert, at now: LocalMoment) -> ArchivedAlert.End? {
        let front = alert.page.frontMatter
        guard !front.draft, front.publish.map({ $0 <= now.day }) ?? true, !alert.isRelayed, !alert.page.leavesFewTraces else { return nil }
        if let file = successors[alert.page.file], let successor = alerts[file], let succession = successor.succession {
            return succession.kind == .cancels ? .cancelled(by: successor.reference) : .replaced(by: successor.reference)
        }
        return alert.isOver(at: now) ? .expired : nil
    }

    /// The alert with its chain, at the addresses of those that it takes the place of.
    func completed(_ alert: Alert) -> Alert {
        guard var alert = alerts[alert.page.file], alert.succession != nil else { return alert }
        let chain = chain(of: alert)
        alert.earlier = chain.map(\.reference)
        var frontMatter = alert.page.frontMatter
        // Of two that claim one place, the first has it. Those that the archive keeps stay at their own address.
        let own = Set([alert.page.file] + chain.map(\.page.file))
        for earlier in chain where earlier.page.leavesFewTraces && successors[earlier.page.file].map(own.contains) ?? false {
            let former = Route.page(earlier.page).map { [$0.path] } ?? []
            frontMatter.aliases += (former + earlier.page.frontMatter.aliases).filter { !frontMatter.aliases.contains($0) }
        }
        alert.page = alert.page.with(frontMatter)
        return alert
    }

    private func chain(of alert: Alert) -> [Alert] {
        var chain: [Alert] = []
        var next = alert.succession.flatMap { alerts[$0.file] }
        while let earlier = next, earlier.page.file != alert.page.file, !chain.contains(where: { $0.page.file == earlier.page.file }) {
            chain.append(earlier)
            next = earlier.succession.flatMap { alerts[$0.file] }
        }
        return chain
    }

    private mutating func judge(_ alert: Alert) {
        guard let succession = alert.succession else { return }
        let place = SourceLocation(file: alert.page.file, bytes: succession.place)
        guard let earlier = alerts[succession.file] else {
            if !unread.contains(succession.file) { diagnostics.append(unknown(succession, at: place)) }
            return
        }
        if let (message, advice) = fault(of: alert, after: earlier) {
            diagnostics.append(
                .error(
                    .alertSuccession, at: place, message, advice: advice,
                    notes: [.init("l’autre alerte est « \(written(earlier.page.file)) »", at: SourceLocation(file: earlier.page.file))]))
        } else if !alert.page.frontMatter.draft, alert.page.frontMatter.publish.map({ $0 <= today }) ?? true {
            if let first = successors[earlier.page.file] {
                diagnostics.append(
                    .error(
                        .alertSuccession, at: place, "une autre alerte a déjà pris la place de celle-ci",
                        advice: "nommez la dernière de la suite : « \(written(first)) »",
                        notes: [.init("c’est « \(written(first)) »", at: SourceLocation(file: first))]))
            } else {
                successors[earlier.page.file] = alert.page.file
            }
        }
    }

    private func fault(of alert: Alert, after earlier: Alert) -> (message: String, advice: String)? {
        if chain(of: earlier).contains(where: { $0.page.file == alert.page.file }) || earlier.page.file == alert.page.file {
            return ("cette alerte finit par prendre sa propre place", "nommez l’alerte qui la précède, ou retirez la clé")
        }
        if alert.sent.start < earlier.sent.start {
            return (
                "cette alerte est du \(FrenchText.moment(alert.sent)), et l’autre, du \(FrenchText.moment(earlier.sent)) : on ne remplace pas ce qui n’est pas encore dit",
                "corrigez « sent », ou échangez les deux alertes"
            )
        }
        if alert.status != earlier.status {
            return (
                "l’une est \(Self.name(alert.status)), l’autre est \(Self.name(earlier.status)) : aucune ne peut prendre la place de l’autre",
                "donnez aux deux le même « status »"
            )
        }
        if earlier.page.frontMatter.draft, !alert.page.frontMatter.draft {
            return ("l’autre alerte est un brouillon : personne ne l’a reçue", "retirez la clé, ou publiez l’autre d’abord")
        }
        return nil
    }

    private static func name(_ status: Alert.Status) -> String { status == .réelle ? "réelle" : "un \(status.rawValue)" }

    private func unknown(_ succession: Alert.Succession, at place: SourceLocation) -> Diagnostic {
        let names = alerts.values.filter { !$0.isRelayed }.map { written($0.page.file) }.sorted()
        return .error(
            .linkBroken, at: place, "l’alerte « \(written(succession.file)) » n’existe pas",
            advice: Suggestion.closest(to: written(succession.file), in: names).map { "vouliez-vous dire « \($0) » ?" }
                ?? "écrivez un chemin comme « alerts/faux-agents.md »")
    }

    /// As editors write it, from the content's root.
    private func written(_ file: Page.ID) -> String {
        file.hasPrefix(root + "/") ? String(file.dropFirst(root.count + 1)) : file
    }
}
