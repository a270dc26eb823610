/// A text as it is sent: what was changed for it, how it is coded, how many messages a telephone is billed for.
public struct SMSText: Sendable, Hashable {
    public enum Coding: String, Sendable, Hashable {
        /// The GSM alphabet: 160 septets alone, 153 where there are several.
        case gsm = "GSM 03.38"
        /// 16 bits a sign: 70 alone, 67 where there are several.
        case ucs2 = "UCS-2"

        var alone: Int { self == .gsm ? 160 : 70 }
        var each: Int { self == .gsm ? 153 : 67 }
    }

    /// A sign that the GSM alphabet lacks.
    public struct Change: Sendable, Hashable {
        /// Its place in the text as it was given, from 1.
        public let place: Int
        public let sign: Character
        /// What is sent for it; `nil` where it is sent as it is, and the whole text in 16 bits a sign.
        public let sent: String?
    }

    public let text: String
    public let changes: [Change]
    public let coding: Coding
    /// Septets, or units of 16 bits.
    public let length: Int
    /// Messages of the network.
    public let segments: Int
    /// Signs of the extension table: each takes two septets.
    public let extended: [Character]

    /// What is lacking in the alphabet is put into other words where they mean the same. French typography goes: its spaces
    /// within quotes and before high marks, which would take signs of their own.
    public init(_ given: String) {
        var (text, changes) = Self.changed(given)
        // Where what stood between a letter and its mark is left out, they make another sign.
        while case let (next, more) = Self.changed(text), !next.unicodeScalars.elementsEqual(text.unicodeScalars) {
            text = next
            changes += more.filter { $0.sent != nil }
        }
        self.init(sent: text, changes: changes)
    }

    private static func changed(_ given: String) -> (text: String, changes: [Change]) {
        var text = ""
        var changes: [Change] = []
        for (index, sign) in given.enumerated() {
            guard GSMAlphabet.septets(sign) == nil else {
                // « mot » → "mot"
                if !(sign == " " && hasJustOpened(text, changes)) { text.append(GSMAlphabet.composed(sign)) }
                continue
            }
            let sent = GSMAlphabet.substitute(sign)
            changes.append(Change(place: index + 1, sign: sign, sent: sent))
            if sent == " ", hasJustOpened(text, changes.dropLast()) { continue }
            if sign == "»" || sign == "›" { while text.last == " " { text.removeLast() } }
            text += sent ?? String(sign)
        }
        return (text, changes)
    }

    private init(sent text: String, changes: [Change]) {
        self.text = text
        self.changes = changes
        extended = text.filter { GSMAlphabet.septets($0) == 2 }
        let septets = text.map { GSMAlphabet.septets($0) }
        coding = septets.contains(nil) ? .ucs2 : .gsm
        // A sign of two parts is never cut in half.
        let sizes = coding == .gsm ? septets.map { $0 ?? 0 } : text.unicodeScalars.map { $0.utf16.count }
        length = sizes.reduce(0, +)
        guard length > coding.alone else {
            segments = 1
            return
        }
        var count = 1
        var filled = 0
        for size in sizes {
            if filled + size > coding.each {
                count += 1
                filled = 0
            }
            filled += size
        }
        segments = count
    }

    /// What still fits without one message more.
    public var room: Int { (segments == 1 ? coding.alone : segments * coding.each) - length }

    private static func hasJustOpened(_ text: String, _ changes: some BidirectionalCollection<Change>) -> Bool {
        guard let last = changes.last, last.sign == "«" || last.sign == "‹" else { return false }
        return text.last == "\""
    }
}
