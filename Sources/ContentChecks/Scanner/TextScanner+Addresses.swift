/// Addresses of the web and mailboxes.
extension TextScanner {
    /// At `http`, `https`, `www` or `gouv`: an official address is a fact of the registry; another one is passed over.
    mutating func address(_ place: Range<Int>) {
        var start = place.lowerBound
        while isAddress(text.byte(start - 1)) { start -= 1 }
        guard text.byte(start - 1) != 0x40 else { return }
        var end = place.upperBound
        while isAddress(text.byte(end)) { end += 1 }
        while [0x2E, 0x2C, 0x3A, 0x3B, 0x2F].contains(text.byte(end - 1)), end > place.upperBound { end -= 1 }
        guard end > place.upperBound else { return }
        position = end
        if WebAddress.isOfficial(text[start..<end]) { add(.address, start..<end) }
    }

    private func isAddress(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x61...0x7A, 0x41...0x5A, 0x30...0x39, 0x2D, 0x2E, 0x2F, 0x3A, 0x5F, 0x3F, 0x3D, 0x26, 0x23, 0x25, 0x7E: true
        default: false
        }
    }

    /// At `@`: a mailbox of a person, by its provider or by a first name and a name before it.
    mutating func mailbox() {
        var start = position
        while isLocal(text.byte(start - 1)) { start -= 1 }
        var end = position + 1
        while isLocal(text.byte(end)) { end += 1 }
        while text.byte(end - 1) == 0x2E { end -= 1 }
        defer { position = max(end, position + 1) }
        guard start < position, end > position + 1 else { return }
        let name = String(decoding: text[start..<position], as: UTF8.self).lowercased()
        let domain = String(decoding: text[(position + 1)..<end], as: UTF8.self).lowercased()
        if MailboxKind.isPersonal(name, at: domain) { add(.personalMail, start..<end) }
    }

    private func isLocal(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x61...0x7A, 0x41...0x5A, 0x30...0x39, 0x2D, 0x2E, 0x5F, 0x2B: true
        default: false
        }
    }
}

/// Whether an address is the State's.
enum WebAddress {
    /// How the hosts of the State and of public services end.
    private static let ends: [[UInt8]] = [
        "gouv.fr", "service-public.fr", "cnil.fr", "ameli.fr", "caf.fr", "legifrance.fr", "france-victimes.fr",
    ].map { Array($0.utf8) }

    /// Whether the host of an address is one of these, or below one.
    static func isOfficial(_ address: some BidirectionalCollection<UInt8>) -> Bool {
        let host = host(of: address)
        return ends.contains { end in
            let rest = host.dropLast(end.count)
            guard host.count >= end.count, host.suffix(end.count).elementsEqual(end, by: { $0 | 0x20 == $1 | 0x20 }) else { return false }
            return rest.isEmpty || rest.last == 0x2E
        }
    }

    /// What stands between `://`, if it is there, and the first sign that ends a host.
    private static func host<Bytes: BidirectionalCollection<UInt8>>(of address: Bytes) -> Bytes.SubSequence {
        var start = address.startIndex
        if let colon = address.firstIndex(of: 0x3A), address[colon...].dropFirst().starts(with: [0x2F, 0x2F]) {
            start = address.index(colon, offsetBy: 3)
        }
        return address[start...].prefix { ![0x2F, 0x3A, 0x3F, 0x23].contains($0) }
    }

    /// The same address without what does not tell it from another.
    static func plain(_ address: String) -> String {
        var text = address.lowercased()[...]
        for start in ["https://", "http://", "www."] where text.hasPrefix(start) { text = text.dropFirst(start.count) }
        while text.hasSuffix("/") { text = text.dropLast() }
        return String(text)
    }
}

enum MailboxKind {
    private static let providers: Set<String> = [
        "gmail", "orange", "wanadoo", "free", "laposte", "hotmail", "outlook", "yahoo", "sfr", "icloud", "live", "msn", "bbox", "neuf",
        "protonmail", "proton", "aol", "numericable", "club-internet", "me", "gmx",
    ]
    /// Before the dot of `mairie.annecy@…`: a function, not a first name.
    private static let functions = [
        "mairie", "contact", "accueil", "secretariat", "brigade", "bta", "cob", "prefecture", "service", "police", "elus", "maire",
        "info", "webmestre", "corrections", "securite", "signalement", "pref", "ddt", "cabinet",
    ]

    static func isPersonal(_ name: String, at domain: String) -> Bool {
        let isOfFunction = functions.contains { name.hasPrefix($0) }
        if providers.contains(String(domain.prefix { $0 != "." })) { return !isOfFunction }
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 2 && !isOfFunction && parts.allSatisfy { $0.count > 1 && $0.allSatisfy { $0.isLetter || $0 == "-" } }
    }
}
