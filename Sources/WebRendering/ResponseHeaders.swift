import SiteModel

/// What a host answers beside each file: stated here, once. Pages carry the policy too, for hosts that send no
/// header; the ready configurations in `docs/hebergement/` are held against it by a test.
public enum ResponseHeaders {
    /// A header whose value depends on the address.
    public struct Header: Sendable, Hashable {
        public let name: String
        /// Everywhere else; `nil` where it is not sent.
        public let usual: String?
        /// No address matches two of them.
        public let exceptions: [Exception]
    }

    public struct Exception: Sendable, Hashable {
        /// Regular expression searched in the path. It says nothing of what stands before: sites may live below a path.
        public let pattern: String
        /// `nil` where the header is not sent.
        public let value: String?
    }

    /// Pages of search, Pagefind's files and its worker, whose policy is its own.
    public static let search = "/(recherche|pagefind)/"
    /// Fragments that town halls embed: a commune's contacts, an alert.
    public static let fragment = "/(communes|alertes)/[^/]+/encart\\.html$"
    /// What is, or may quote, a guide on violence within the family.
    public static let sensitive =
        "/guides/violences-intrafamiliales/|/communes/[^/]+/bulletin-|/bulletins/[^/]+/"
    /// Files whose name changes with their content.
    public static let fingerprinted = "/assets/"
    public static let document = "\\.pdf$"
    /// What other sites' scripts may read.
    public static let openData = "\\.(json|ndjson|csv|atom|ics)$|/encart\\.html$"

    public static let all: [Header] = [
        Header(
            name: "Content-Security-Policy", usual: policy(framedBy: "'none'"),
            exceptions: [
                Exception(pattern: search, value: policy(script: "'self' 'wasm-unsafe-eval'", framedBy: "'none'")),
                Exception(
                    pattern: fragment,
                    value: "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; form-action 'none'; base-uri 'none'; "
                        + "frame-ancestors *"),
                // Browsers' own viewers are pages, which a policy without styles and plugins would leave blank.
                Exception(pattern: document, value: nil),
            ]),
        Header(
            name: "Cache-Control", usual: "no-cache",
            exceptions: [
                Exception(pattern: sensitive, value: "no-store"),
                Exception(pattern: fingerprinted, value: "public, max-age=31536000, immutable"),
            ]),
        Header(
            name: "Referrer-Policy", usual: "same-origin", exceptions: [Exception(pattern: sensitive, value: "no-referrer")]),
        Header(
            name: "Access-Control-Allow-Origin", usual: nil, exceptions: [Exception(pattern: openData, value: "*")]),
        Header(name: "X-Content-Type-Options", usual: "nosniff", exceptions: []),
        Header(name: "Cross-Origin-Opener-Policy", usual: "same-origin", exceptions: []),
        Header(
            name: "Permissions-Policy", usual: "camera=(), geolocation=(), microphone=(), payment=(), usb=()", exceptions: []),
    ]

    /// The policy that the page itself states; `frame-ancestors` has no effect there.
    static func policyInPage(at route: Route) -> String {
        route.path.hasPrefix("/recherche/") ? searchPolicy : usualPolicy
    }

    private static let usualPolicy = policy()
    private static let searchPolicy = policy(script: "'self' 'wasm-unsafe-eval'")

    private static func policy(script: String = "'self'", framedBy ancestors: String? = nil) -> String {
        let own = ["style", "img", "font", "connect", "manifest", "worker"].map { "; \($0)-src 'self'" }.joined()
        let end = ancestors.map { "; frame-ancestors \($0)" } ?? ""
        return "default-src 'none'; script-src \(script)\(own); form-action 'self'; base-uri 'none'\(end)"
    }
}
