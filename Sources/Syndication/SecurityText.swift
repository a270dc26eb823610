public import SiteModel

/// Whom to tell of a weakness of the site: `security.txt` (RFC 9116).
public enum SecurityText {
    public static let route = Route("/.well-known/security.txt")

    /// `nil` where `site.yml` names nobody, which is a fault told elsewhere.
    public static func file(_ site: Site) -> [UInt8]? {
        guard let security = site.settings.security else { return nil }
        var lines = site.notice.map { ["# \($0)"] } ?? []
        lines += security.contacts.map { "Contact: \($0)" }
        lines.append("Expires: \(security.expires)T00:00:00Z")
        if !security.languages.isEmpty {
            lines.append("Preferred-Languages: \(security.languages.joined(separator: ", "))")
        }
        lines.append("Canonical: \(Addresses(site.settings).canonical(route))")
        if let policy = security.policy { lines.append("Policy: \(policy)") }
        return Array(lines.map { "\($0)\n" }.joined().utf8)
    }
}
