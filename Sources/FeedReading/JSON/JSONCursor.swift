import Diagnostics

/// A walk through JSON text (RFC 8259), value after value, without a tree: files of contours are long.
struct JSONCursor {
    struct Fault: Error {
        let offset: Int
        let message: String
    }

    let bytes: [UInt8]
    private(set) var position: Int
    private var depth = 0

    /// Deeper than any real file.
    private static let deepest = 64

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    }

    /// The first byte of the next value; `nil` at the end.
    mutating func peek() -> UInt8? {
        while position < bytes.count {
            switch bytes[position] {
            case 0x20, 0x09, 0x0A, 0x0D: position += 1
            default: return bytes[position]
            }
        }
        return nil
    }

    /// Hands each key to `field`, which must read or skip the value.
    mutating func object(_ field: (String, inout JSONCursor) throws(Fault) -> Void) throws(Fault) {
        try open(UInt8(ascii: "{"), "un objet")
        if try close(UInt8(ascii: "}")) { return }
        repeat {
            let key = try string()
            guard peek() == UInt8(ascii: ":") else { throw fault("« : » est attendu après le nom « \(key) »") }
            position += 1
            try field(key, &self)
        } while try goesOn(to: UInt8(ascii: "}"))
    }

    /// Calls `element` before each value of an array, which it must read or skip.
    mutating func array(_ element: (inout JSONCursor) throws(Fault) -> Void) throws(Fault) {
        try open(UInt8(ascii: "["), "une liste")
        if try close(UInt8(ascii: "]")) { return }
        repeat { try element(&self) } while try goesOn(to: UInt8(ascii: "]"))
    }

    mutating func string() throws(Fault) -> String {
        guard peek() == UInt8(ascii: "\"") else { throw fault("un texte entre guillemets est attendu") }
        let start = position
        position += 1
        var text: [UInt8] = []
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            switch byte {
            case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
            case UInt8(ascii: "\\"): try escape(into: &text)
            case ..<0x20: throw Fault(offset: position - 1, message: "un texte ne peut contenir de saut de ligne")
            default: text.append(byte)
            }
        }
        throw Fault(offset: start, message: Self.unclosed)
    }

    /// Digits, sign, point and exponent, as they are written.
    mutating func number() throws(Fault) -> ArraySlice<UInt8> {
        guard let first = peek(), first == UInt8(ascii: "-") || (0x30...0x39).contains(first) else {
            throw fault("un nombre est attendu")
        }
        let start = position
        while position < bytes.count, Self.isPartOfNumber(bytes[position]) { position += 1 }
        return bytes[start..<position]
    }

    /// Passes over any value.
    mutating func skip() throws(Fault) {
        switch peek() {
        case UInt8(ascii: "{"): try object { _, cursor throws(Fault) in try cursor.skip() }
        case UInt8(ascii: "["): try array { cursor throws(Fault) in try cursor.skip() }
        case UInt8(ascii: "\""): try skipString()
        case UInt8(ascii: "t"): try word("true")
        case UInt8(ascii: "f"): try word("false")
        case UInt8(ascii: "n"): try word("null")
        default: _ = try number()
        }
    }

    /// Escapes are not looked at.
    private mutating func skipString() throws(Fault) {
        let start = position
        position += 1
        while position < bytes.count {
            switch bytes[position] {
            case UInt8(ascii: "\""):
                position += 1
                return
            case UInt8(ascii: "\\"): position += 2
            default: position += 1
            }
        }
        throw Fault(offset: start, message: Self.unclosed)
    }

    private static let unclosed = "ce texte n’a pas de guillemet fermant : le fichier est peut-être tronqué"

    /// A text, or `nil` for a value of another kind, which is passed over.
    mutating func stringOrNothing() throws(Fault) -> String? {
        if peek() == UInt8(ascii: "\"") { return try string() }
        try skip()
        return nil
    }

    func fault(_ message: String) -> Fault {
        Fault(
            offset: min(position, bytes.count),
            message: position >= bytes.count ? "le fichier s’arrête au milieu d’une valeur : il est tronqué" : message)
    }

    // MARK: Parts

    private mutating func open(_ mark: UInt8, _ what: String) throws(Fault) {
        guard peek() == mark else { throw fault("\(what) est attendu\(what == "une liste" ? "e" : "")") }
        depth += 1
        guard depth <= Self.deepest else { throw fault("ce fichier emboîte plus de \(Self.deepest) niveaux") }
        position += 1
    }

    private mutating func close(_ mark: UInt8) throws(Fault) -> Bool {
        guard let next = peek() else { throw fault("") }
        guard next == mark else { return false }
        position += 1
        depth -= 1
        return true
    }

    private mutating func goesOn(to mark: UInt8) throws(Fault) -> Bool {
        if try close(mark) { return false }
        guard peek() == UInt8(ascii: ",") else {
            throw fault("« , » ou « \(String(UnicodeScalar(mark))) » est attendu ici")
        }
        position += 1
        return true
    }

    private mutating func word(_ word: String) throws(Fault) {
        guard bytes[position...].starts(with: word.utf8) else { throw fault("une valeur est attendue") }
        position += word.utf8.count
    }

    private mutating func escape(into text: inout [UInt8]) throws(Fault) {
        guard position < bytes.count else { throw fault("") }
        let byte = bytes[position]
        position += 1
        switch byte {
        case UInt8(ascii: "n"): text.append(0x0A)
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "r"): text.append(0x0D)
        case UInt8(ascii: "b"): text.append(0x08)
        case UInt8(ascii: "f"): text.append(0x0C)
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
        case UInt8(ascii: "u"):
            var value = try hexadecimal()
            let followed = position + 1 < bytes.count && bytes[position] == 0x5C && bytes[position + 1] == UInt8(ascii: "u")
            if (0xD800..<0xDC00).contains(value), followed {
                position += 2
                let low = try hexadecimal()
                value = 0x10000 + (value - 0xD800) << 10 + (low &- 0xDC00) & 0x3FF
            }
            text += String(Unicode.Scalar(value) ?? "\u{FFFD}").utf8
        default: throw Fault(offset: position - 2, message: "« \\\(String(UnicodeScalar(byte))) » n’est pas un signe de JSON")
        }
    }

    private mutating func hexadecimal() throws(Fault) -> UInt32 {
        guard position + 4 <= bytes.count,
            let value = UInt32(String(decoding: bytes[position..<position + 4], as: UTF8.self), radix: 16)
        else { throw fault("« \\u » attend quatre chiffres hexadécimaux") }
        position += 4
        return value
    }

    private static func isPartOfNumber(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"): true
        default: false
        }
    }
}
