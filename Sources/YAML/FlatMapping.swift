import Diagnostics

/// The YAML that nearly all front matter is, read in one pass: at the left margin, one « key: value » a line, where the
/// value is a plain text, a quoted one without escapes, or a list of such between brackets.
///
/// Whatever else a text holds, sound or not, is libyaml's to read: this reader then gives nothing at all, so that values,
/// places and messages are the same with it and without.
struct FlatMapping: ~Copyable {
    private let text: UnsafeBufferPointer<UInt8>
    private let file: String
    /// Where `text` starts in the file.
    private let offset: Int
    private var place = 0

    /// More keys are rare, and copies among them are sought two by two.
    private static let mostKeys = 24
    /// libyaml bars keys of more than 1024 characters.
    private static let longestKey = 64

    init(_ text: UnsafeBufferPointer<UInt8>, file: String, offset: Int) {
        self.text = text
        self.file = file
        self.offset = offset
    }

    /// `nil` for a text that is not this simple from beginning to end.
    consuming func node() -> YAMLNode? {
        var entries: [YAMLNode.Entry] = []
        entries.reserveCapacity(12)
        while place < text.count {
            if text[place] == .numberSign {
                guard let end = lineEnd() else { return nil }
                place = end
            } else if !endsLine() {
                guard let entry = entry(), entries.count < Self.mostKeys, !entries.contains(where: { $0.key == entry.key })
                else { return nil }
                entries.append(entry)
            }
            guard skipLineEnd() else { return nil }
        }
        return entries.first.map {
            YAMLNode(.mapping(entries), at: SourceLocation(file: file, offset: $0.keyLocation.offset, length: 1))
        }
    }

    private mutating func entry() -> YAMLNode.Entry? {
        let start = place
        guard text[place].isLetter else { return nil }
        while place < text.count, text[place].isLetter || text[place].isDigit || text[place] == .underscore { place += 1 }
        let length = place - start
        // « key:value » is a text to YAML.
        guard length <= Self.longestKey, place + 1 < text.count, text[place] == .colon, text[place + 1] == .space
        else { return nil }
        place += 1
        skipSpaces()
        guard place < text.count, let value = value() else { return nil }
        skipSpaces()
        return YAMLNode.Entry(key: string(start, length), keyLocation: location(start, length), value: value)
    }

    private mutating func value() -> YAMLNode? {
        switch text[place] {
        case .quotationMark, .apostrophe: quoted()
        case .leftBracket: list()
        default: plain()
        }
    }

    /// Up to the end of the line, spaces before it left out.
    private mutating func plain() -> YAMLNode? {
        let start = place
        guard !text[place].isASCII || text[place].isLetter || text[place].isDigit, let lineEnd = lineEnd() else { return nil }
        var end = lineEnd
        while text[end - 1] == .space { end -= 1 }
        for at in start..<end {
            // « : » would start a value in the value, « # » a comment.
            if text[at] == .colon, at + 1 == end || text[at + 1] == .space { return nil }
            if text[at] == .numberSign, text[at - 1] == .space { return nil }
        }
        place = end
        return YAMLNode(.scalar(string(start, end - start), isPlain: true), at: location(start, end - start))
    }

    private mutating func quoted() -> YAMLNode? {
        let start = place
        let mark = text[start]
        guard let end = lineEnd() else { return nil }
        place += 1
        while place < end, text[place] != mark {
            if text[place] == .backslash, mark == .quotationMark { return nil }
            place += 1
        }
        guard place < end else { return nil }
        place += 1
        // Two apostrophes stand for one.
        if place < end, text[place] == mark { return nil }
        return YAMLNode(
            .scalar(string(start + 1, place - start - 2), isPlain: false), at: location(start, place - start))
    }

    private mutating func list() -> YAMLNode? {
        let start = place
        guard let end = lineEnd() else { return nil }
        var items: [YAMLNode] = []
        place += 1
        skipSpaces()
        if place < end, text[place] == .rightBracket {
            place += 1
        } else {
            while true {
                guard place < end, let item = text[place] == .quotationMark || text[place] == .apostrophe ? quoted() : word()
                else { return nil }
                items.append(item)
                skipSpaces()
                guard place < end else { return nil }
                place += 1
                if text[place - 1] == .rightBracket { break }
                guard text[place - 1] == .comma else { return nil }
                skipSpaces()
            }
        }
        return YAMLNode(.sequence(items), at: location(start, 1))
    }

    /// An item without quotes: letters, digits and what stands between them in names and paths.
    private mutating func word() -> YAMLNode? {
        let start = place
        guard !text[place].isASCII || text[place].isLetter || text[place].isDigit else { return nil }
        while place < text.count {
            switch text[place] {
            case .space, .hyphen, .period, .slash, .underscore: break
            case let byte where !byte.isASCII || byte.isLetter || byte.isDigit: break
            default:
                var end = place
                while text[end - 1] == .space { end -= 1 }
                return YAMLNode(.scalar(string(start, end - start), isPlain: true), at: location(start, end - start))
            }
            place += 1
        }
        return nil
    }

    // MARK: - Lines

    private mutating func skipSpaces() {
        while place < text.count, text[place] == .space { place += 1 }
    }

    /// Whether the line ends here.
    private func endsLine() -> Bool {
        text[place] == .lineFeed || (text[place] == .carriageReturn && place + 1 < text.count && text[place + 1] == .lineFeed)
    }

    /// `false` where something stands before the end.
    private mutating func skipLineEnd() -> Bool {
        if place == text.count { return true }
        guard endsLine() else { return false }
        place += text[place] == .lineFeed ? 1 : 2
        return true
    }

    /// Where the line ends that `place` stands in, if until there it holds nothing but sound, visible signs.
    private func lineEnd() -> Int? {
        var at = place
        func continues(_ place: Int, _ range: ClosedRange<UInt8> = 0x80...0xBF) -> Bool {
            place < text.count && range.contains(text[place])
        }
        while at < text.count {
            switch text[at] {
            case 0x20...0x7E: at += 1
            case .lineFeed: return at
            case .carriageReturn where continues(at + 1, .lineFeed ... .lineFeed): return at
            case 0xC2 where continues(at + 1, 0xA0...0xBF): at += 2
            case 0xC3...0xDF where continues(at + 1): at += 2
            // U+2028 and U+2029 end a line, signs about them turn it round.
            case 0xE2 where continues(at + 1, 0x80...0x80) && (continues(at + 2, 0x80...0xA7) || continues(at + 2, 0xAF...0xBF)):
                at += 3
            case 0xE2 where continues(at + 1, 0x82...0xBF) && continues(at + 2): at += 3
            case 0xE1 where continues(at + 1) && continues(at + 2): at += 3
            case 0xE3...0xEC where continues(at + 1) && continues(at + 2): at += 3
            default: return nil
            }
        }
        return at
    }

    private func string(_ start: Int, _ length: Int) -> String {
        String(decoding: UnsafeBufferPointer(rebasing: text[start..<(start + length)]), as: UTF8.self)
    }

    private func location(_ start: Int, _ length: Int) -> SourceLocation {
        SourceLocation(file: file, offset: offset + start, length: length)
    }
}

extension UInt8 {
    fileprivate static let lineFeed = UInt8(ascii: "\n")
    fileprivate static let carriageReturn = UInt8(ascii: "\r")
    fileprivate static let space = UInt8(ascii: " ")
    fileprivate static let quotationMark = UInt8(ascii: "\"")
    fileprivate static let numberSign = UInt8(ascii: "#")
    fileprivate static let apostrophe = UInt8(ascii: "'")
    fileprivate static let comma = UInt8(ascii: ",")
    fileprivate static let hyphen = UInt8(ascii: "-")
    fileprivate static let period = UInt8(ascii: ".")
    fileprivate static let slash = UInt8(ascii: "/")
    fileprivate static let colon = UInt8(ascii: ":")
    fileprivate static let leftBracket = UInt8(ascii: "[")
    fileprivate static let backslash = UInt8(ascii: "\\")
    fileprivate static let rightBracket = UInt8(ascii: "]")
    fileprivate static let underscore = UInt8(ascii: "_")

    fileprivate var isASCII: Bool { self < 0x80 }
    fileprivate var isDigit: Bool { self >= 0x30 && self <= 0x39 }
    fileprivate var isLetter: Bool { (self | 0x20) >= 0x61 && (self | 0x20) <= 0x7A }
}
