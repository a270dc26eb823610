/// Writes SVG as text. Generated SVG carries no `style` and no script: its colours are attributes, which a style
/// sheet may override by class.
struct SVGText {
    private(set) var text = ""

    mutating func write(_ markup: String) { text += markup }

    /// A text or the value of an attribute.
    mutating func escape(_ words: String) {
        for scalar in words.unicodeScalars {
            switch scalar {
            case "&": text += "&amp;"
            case "<": text += "&lt;"
            case ">": text += "&gt;"
            case "\"": text += "&quot;"
            default: text.unicodeScalars.append(scalar)
            }
        }
    }
}
