/// One `{{…}}` of a template.
struct Tag {
    enum Kind {
        case variable, unescaped
        case section, inverted, close
        case partial, parent, block
        case comment, delimiters
    }

    let kind: Kind
    /// From the opening delimiter to the end of the closing one.
    let range: Range<Int>
    /// Without the sigil and without blanks around.
    let nameRange: Range<Int>
    let name: String

    /// A tag that writes something keeps the line on which it stands.
    var writes: Bool { kind == .variable || kind == .unescaped }
}

enum Token {
    /// Never empty, without newline.
    case text(Range<Int>)
    /// `\n` or `\r\n`.
    case newline(Range<Int>)
    case tag(Tag)
}
