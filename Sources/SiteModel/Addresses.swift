/// Routes → addresses. Everything that a page or a feed links to passes here, so that a site can live below a path.
public struct Addresses: Sendable {
    /// Path of the site, with its final `/`.
    private let base: String
    /// `https://exemple.fr/portail/`
    private let absolute: String
    /// `https://exemple.fr`: what `href` gives, after it, is whole.
    public let origin: String

    public init(_ settings: SiteSettings) {
        base = settings.basePath.hasSuffix("/") ? settings.basePath : settings.basePath + "/"
        absolute = settings.baseURL.hasSuffix("/") ? settings.baseURL : settings.baseURL + "/"
        origin = String(absolute.dropLast(base.count))
    }

    /// For a link from any page: `/portail/guides/elus/menaces/#preuves`.
    public func href(_ route: Route) -> String { Self.encoded(route.path, dropping: 1, after: base, keeping: .path) }

    /// For other sites: `https://exemple.fr/portail/guides/elus/menaces/`.
    public func canonical(_ route: Route) -> String { Self.encoded(route.path, dropping: 1, after: absolute, keeping: .path) }

    /// An address to write to, its subject filled in.
    public static func mailto(_ address: String, subject: String? = nil) -> String {
        let start = encoded(address, after: "mailto:", keeping: .mailbox)
        guard let subject else { return start }
        return encoded(subject, after: start + "?subject=", keeping: .unreserved)
    }

    /// `start`, then the bytes of `text` with those that are not kept as `%C3%A9`.
    private static func encoded(
        _ text: String, dropping dropped: Int = 0, after start: String, keeping kept: Characters,
    ) -> String {
        var (text, start) = (text, start)
        return text.withUTF8 { all in
            let bytes = all.dropFirst(dropped)
            let others = bytes.count { !kept.contains($0) }
            return start.withUTF8 { start in
                String(unsafeUninitializedCapacity: start.count + bytes.count + 2 * others) { target in
                    var count = target.update(fromContentsOf: start)
                    for byte in bytes {
                        if kept.contains(byte) {
                            target[count] = byte
                            count += 1
                        } else {
                            target[count] = 0x25
                            target[count + 1] = hexDigit(byte >> 4)
                            target[count + 2] = hexDigit(byte & 15)
                            count += 3
                        }
                    }
                    return count
                }
            }
        }
    }

    private static func hexDigit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x37 + value }

    /// A set of ASCII characters, one bit each.
    private struct Characters {
        private var low: UInt64 = 0
        private var high: UInt64 = 0

        /// RFC 3986: unreserved characters, and `others`.
        private init(unreservedAnd others: StaticString) {
            let unreserved: StaticString = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-._~"
            for text in [unreserved, others] {
                for byte in UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount) {
                    if byte < 64 { low |= 1 << UInt64(byte) } else { high |= 1 << UInt64(byte - 64) }
                }
            }
        }

        @inline(__always) func contains(_ byte: UInt8) -> Bool {
            switch byte {
            case ..<64: low >> UInt64(byte) & 1 == 1
            case ..<128: high >> UInt64(byte - 64) & 1 == 1
            default: false
            }
        }

        static let unreserved = Characters(unreservedAnd: "")
        static let mailbox = Characters(unreservedAnd: "@+")
        /// `%` is that of what is encoded already.
        static let path = Characters(unreservedAnd: "/#%")
    }
}
