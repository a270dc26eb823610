import Glibc

/// What every text that a person writes must be: UTF-8, without NUL nor other signs that nobody sees, not empty.
public enum TextFile {
    /// `nil` for a sound file; else one diagnostic, at the first byte that is not.
    public static func fault(in bytes: [UInt8], file: String) -> Diagnostic? {
        encodingFault(in: bytes, file: file) ?? emptyFault(in: bytes, file: file)
    }

    /// The same for a file of records that others made: hidden signs are a fault of the record that holds them.
    public static func recordsFault(in bytes: [UInt8], file: String) -> Diagnostic? {
        encodingFault(in: bytes, file: file, admitsHidden: true) ?? emptyFault(in: bytes, file: file)
    }

    /// For files that may be empty.
    public static func encodingFault(in bytes: [UInt8], file: String, admitsHidden: Bool = false) -> Diagnostic? {
        if bytes.withUnsafeBytes(isPlainText) {
            if let fault = MergeMarkers.fault(in: bytes, file: file) { return fault }
            return ForeignFile(bytes.prefix(8))?.diagnostic(file)
        }
        if let foreign = ForeignFile(bytes.prefix(8)) { return foreign.diagnostic(file) }
        let isUTF8 = (try? UTF8Span(validating: bytes.span)) != nil
        if isUTF8, !hasNUL(bytes) {
            return MergeMarkers.fault(in: bytes, file: file) ?? (admitsHidden ? nil : hiddenFault(in: bytes, file: file))
        }
        let cause: String
        let advice: String
        if isUTF16(bytes) || isMostlyUTF16(bytes) {
            cause = "le fichier est enregistré en UTF-16, pas en UTF-8"
            advice = save
        } else if isUTF8 {
            cause = "le fichier contient un caractère nul : ce n’est pas un texte"
            advice = "supprimez ce caractère, ou reprenez une copie saine du fichier"
        } else {
            cause = "le fichier n’est pas enregistré en UTF-8 (il semble l’être en Windows-1252)"
            advice = save
        }
        let place = isUTF16(bytes) || isMostlyUTF16(bytes) ? 0 : firstFault(in: bytes)
        return .error(.fileNotUTF8, at: SourceLocation(file: file, offset: place), cause, advice: advice)
    }

    private static func hiddenFault(in bytes: [UInt8], file: String) -> Diagnostic? {
        guard let sign = HiddenSign(in: String(decoding: bytes, as: UTF8.self)) else { return nil }
        return .error(
            .signHidden, at: SourceLocation(file: file, offset: sign.offset, length: UTF8.width(sign.scalar)),
            "le texte contient \(sign.words)", advice: HiddenSign.advice)
    }

    /// Whether these are sound bytes of the characters that nearly all texts are made of: none that is hidden, none
    /// from U+0800 to U+0FFF, from U+D000 to U+FFFF or beyond. It takes a third of the time of a whole validation.
    private static func isPlainText(_ bytes: UnsafeRawBufferPointer) -> Bool {
        func continues(_ place: Int) -> Bool { place < bytes.count && bytes[place] & 0xC0 == 0x80 }
        // U+202A to U+202E, U+2066 to U+2069.
        func mayTurn(_ place: Int) -> Bool {
            switch bytes[place + 1] {
            case 0x80: (0xAA...0xAE).contains(bytes[place + 2])
            case 0x81: (0xA6...0xA9).contains(bytes[place + 2])
            default: false
            }
        }
        var place = 0
        while place < bytes.count {
            if place + 8 <= bytes.count {
                let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
                // The high bit of each byte that is not ASCII, of DEL and of each below a space; above one, perhaps of others.
                let others = (word | (word &- 0x2020_2020_2020_2020) | (word &+ 0x0101_0101_0101_0101)) & 0x8080_8080_8080_8080
                place += others.trailingZeroBitCount / 8
                if others == 0 { continue }
            }
            switch bytes[place] {
            case 0x20..<0x7F, 0x09, 0x0A, 0x0D: place += 1
            // From U+00A0 on.
            case 0xC2 where continues(place + 1) && bytes[place + 1] >= 0xA0: place += 2
            case 0xC3...0xDF where continues(place + 1): place += 2
            case 0xE2 where continues(place + 1) && continues(place + 2) && !mayTurn(place): place += 3
            case 0xE1 where continues(place + 1) && continues(place + 2): place += 3
            case 0xE3...0xEC where continues(place + 1) && continues(place + 2): place += 3
            default: return false
            }
        }
        return true
    }

    private static func hasNUL(_ bytes: [UInt8]) -> Bool {
        bytes.withUnsafeBytes { $0.baseAddress.map { memchr($0, 0, bytes.count) != nil } ?? false }
    }

    /// Whether a byte order mark says so.
    public static func isUTF16(_ bytes: [UInt8]) -> Bool {
        bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
    }

    /// Latin letters in UTF-16 without a mark: every other byte is nul.
    private static func isMostlyUTF16(_ bytes: [UInt8]) -> Bool {
        let start = bytes.prefix(512)
        return start.count >= 4 && start.count(where: { $0 == 0 }) * 3 > start.count && start.contains { $0 > 0x20 }
    }

    private static let save = "dans votre éditeur, choisissez « Enregistrer sous… », puis l’encodage « UTF-8 »"

    private static func emptyFault(in bytes: [UInt8], file: String) -> Diagnostic? {
        let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
        guard text.allSatisfy({ $0 == 0x20 || (0x09...0x0D).contains($0) }) else { return nil }
        return .error(
            .fileEmpty, at: SourceLocation(file: file), "le fichier est vide",
            advice: emptyAdvice(file))
    }

    /// What a site cannot do without is not to be deleted.
    private static func emptyAdvice(_ file: String) -> String {
        switch file.utf8.split(separator: UInt8(ascii: "/")).last.map({ String(Substring($0)) }) {
        case "site.yml", "facts.yml", "feeds.yml":
            "le site ne se fait pas sans ce fichier : reprenez-le dans une copie ou dans l’historique du projet"
        default: "écrivez-le, ou supprimez-le s’il ne sert pas"
        }
    }

    private static func firstFault(in bytes: [UInt8]) -> Int {
        var decoder = UTF8()
        var source = bytes.makeIterator()
        var offset = 0
        while true {
            switch decoder.decode(&source) {
            case .scalarValue(let scalar):
                if scalar.value == 0 { return offset }
                offset += UTF8.width(scalar)
            case .emptyInput: return 0
            case .error: return offset
            }
        }
    }
}
