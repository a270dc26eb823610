import SiteModel

/// Routes → addresses. Everything that a page links to passes here, so that a site can live below a path.
struct Addresses: Sendable {
    /// Path of the site, with its final `/`.
    private let base: String
    /// `https://exemple.fr/portail/`
    private let absolute: String

    init(_ settings: SiteSettings) {
        base = settings.basePath.hasSuffix("/") ? settings.basePath : settings.basePath + "/"
        absolute = settings.baseURL.hasSuffix("/") ? settings.baseURL : settings.baseURL + "/"
    }

    /// For a link from any page: `/portail/guides/elus/menaces/#preuves`.
    func href(_ route: Route) -> String { Self.encoded(route.path.utf8.dropFirst(), after: base, keeping: Self.path) }

    /// For other sites: `https://exemple.fr/portail/guides/elus/menaces/`.
    func canonical(_ route: Route) -> String {
        Self.encoded(route.path.utf8.dropFirst(), after: absolute, keeping: Self.path)
    }

    /// An address to write to, its subject filled in.
    static func mailto(_ address: String, subject: String? = nil) -> String {
        let start = encoded(address.utf8, after: "mailto:", keeping: mailbox)
        guard let subject else { return start }
        return encoded(subject.utf8, after: start + "?subject=", keeping: unreserved)
    }

    /// `start`, then the bytes with those that are not kept as `%C3%A9`.
    private static func encoded(
        _ bytes: some Collection<UInt8>, after start: String, keeping isKept: (UInt8) -> Bool,
    ) -> String {
        String(unsafeUninitializedCapacity: start.utf8.count + 3 * bytes.count) { text in
            var count = 0
            func append(_ byte: UInt8) {
                text[count] = byte
                count += 1
            }
            for byte in start.utf8 { append(byte) }
            for byte in bytes {
                if isKept(byte) {
                    append(byte)
                } else {
                    append(0x25)
                    append(hexDigit(byte >> 4))
                    append(hexDigit(byte & 15))
                }
            }
            return count
        }
    }

    private static func hexDigit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x37 + value }

    /// RFC 3986: unreserved characters.
    private static func unreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: true
        default: false
        }
    }

    private static func mailbox(_ byte: UInt8) -> Bool { unreserved(byte) || byte == 0x40 || byte == 0x2B }

    /// Those and `/`, `#`, and `%` of what is encoded already.
    private static func path(_ byte: UInt8) -> Bool {
        unreserved(byte) || byte == 0x2F || byte == 0x23 || byte == 0x25
    }
}
