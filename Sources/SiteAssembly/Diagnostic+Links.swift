import Diagnostics
import SiteModel

extension Diagnostic {
    /// - Parameter known: the identifiers of the page's headings, sorted.
    static func anchorBroken(
        _ anchor: Substring, of target: Page, known: [String], at place: SourceLocation,
    ) -> Diagnostic {
        let all = known.map { "« #\($0) »" }.joined(separator: ", ")
        let message =
            anchor.isEmpty
            ? "ce lien finit par « # » sans dire à quel intertitre il mène"
            : "« \(target.file) » n’a pas d’intertitre « #\(anchor) »"
        let advice =
            if let closest = Suggestion.closest(to: String(anchor), in: known) {
                "vouliez-vous dire « #\(closest) » ?"
            } else if known.isEmpty {
                "cette page n’a pas d’intertitre : retirez « #\(anchor) »"
            } else if anchor.isEmpty {
                "retirez « # », ou choisissez un intertitre de cette page : \(all)"
            } else {
                "intertitres de cette page : \(all)"
            }
        return .error(.anchorBroken, at: place, message, advice: advice)
    }

    /// An address that no reader can follow; `nil` for one of the web, of a mailbox or of a telephone.
    static func unreachable(_ destination: String, scheme: String, at place: SourceLocation) -> Diagnostic? {
        let cure = "liez une page par son fichier .md, ou une adresse en https://"
        // `C:\Users\…` reads as a scheme of one letter.
        if scheme == "file" || scheme.utf8.count == 1 {
            return .error(
                .linkBroken, at: place, "ce lien mène à un fichier de votre ordinateur, que personne d’autre ne peut ouvrir",
                advice: cure)
        }
        guard ["http", "https", "mailto", "tel"].contains(scheme) else {
            return .error(.linkBroken, at: place, "les liens « \(scheme): » ne sont pas permis", advice: cure)
        }
        guard scheme.hasPrefix("http"), let host = Self.host(of: destination), Self.isPrivate(host) else { return nil }
        return .error(
            .linkBroken, at: place, "« \(host) » n’existe que sur votre ordinateur ou votre réseau : ce lien ne mène nulle part ailleurs",
            advice: "liez la page par son fichier .md, ou par son adresse publique en https://")
    }

    private static func host(of address: String) -> String? {
        let bytes = address.utf8
        guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")), bytes[colon...].starts(with: "://".utf8) else { return nil }
        let authority = bytes[bytes.index(colon, offsetBy: 3)...].prefix {
            $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#")
        }
        let place = authority.lastIndex(of: UInt8(ascii: "@")).map { authority[$0...].dropFirst() } ?? authority
        let host = place.prefix { $0 != UInt8(ascii: ":") }
        return host.isEmpty ? nil : Substring(host).lowercased()
    }

    /// This machine's, and the addresses that RFC 1918 keeps for networks of one's own.
    private static func isPrivate(_ host: String) -> Bool {
        if host == "localhost" || host.hasSuffix(".local") || host.hasSuffix(".localhost") || host == "[" { return true }
        // Names, which nearly all are, do not begin so.
        guard let digit = host.utf8.first, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return false }
        let numbers = host.split(separator: ".", omittingEmptySubsequences: false).map { UInt8($0) }
        guard numbers.count == 4, let first = numbers[0], let second = numbers[1] else { return false }
        switch (first, second) {
        case (127, _), (10, _), (0, _), (192, 168), (172, 16...31), (169, 254): return true
        default: return false
        }
    }
}
