import French
public import SiteModel

/// What became of what élus asked for, as an Atom feed (RFC 4287): an entry a commitment, updated with its status.
public struct CommitmentFeed: Sendable {
    public static let route = Route("\(Route.commitments.path)engagements.atom")
    public static let title = "Vous avez dit, nous avons fait"

    private let site: Site

    public init(_ site: Site) { self.site = site }

    /// `nil` for a site without commitments.
    public var bytes: [UInt8]? {
        guard let latest = site.commitments.map(\.date).max() else { return nil }
        let addresses = Addresses(site.settings)
        let time = LocalTime(site.settings)
        let mark = site.notice.map { "\($0) – " } ?? ""
        return AtomFeed(site.settings).bytes(
            mark + Self.title, at: Self.route, page: .commitments, updated: time.midnight(of: latest)
        ) { xml in
            for commitment in site.commitments {
                let address = addresses.canonical(Route("\(Route.commitments.path)#\(commitment.anchor)"))
                xml.element("entry") { xml in
                    xml.element("title", text: mark + commitment.expectation)
                    xml.element("id", text: "tag:\(site.settings.host),2026:engagements/\(commitment.anchor)")
                    xml.empty("link", [("rel", "alternate"), ("type", "text/html"), ("hreflang", "fr"), ("href", address)])
                    xml.element("updated", text: time.midnight(of: commitment.date))
                    xml.element("author") { $0.element("name", text: commitment.who) }
                    xml.element("summary", text: mark + summary(of: commitment))
                }
            }
        }
    }

    private func summary(of commitment: Commitment) -> String {
        let status = FrenchText.status(of: commitment, on: site.today)
        let due = commitment.due.map { "Échéance\u{A0}: \(FrenchText.date($0))." }
        return [commitment.decision, commitment.done, "\(status).", due].compactMap { $0 }.joined(separator: " ")
    }
}
