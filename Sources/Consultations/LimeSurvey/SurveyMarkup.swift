/// Texts of LimeSurvey are HTML, in which braces start a formula.
enum SurveyMarkup {
    /// A plain text as LimeSurvey shows it.
    static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "{": result += "&#123;"
            case "}": result += "&#125;"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// What people read of it: without tags, on one line.
    static func plain(_ markup: String) -> String {
        var result = String.UnicodeScalarView()
        var rest = markup.unicodeScalars[...]
        while let scalar = rest.popFirst() {
            switch scalar {
            case "<":
                // « < 5 » is no tag.
                guard let next = rest.first, next == "/" || next == "!" || next.properties.isAlphabetic, let end = rest.firstIndex(of: ">")
                else {
                    result.append(scalar)
                    continue
                }
                rest = rest[rest.index(after: end)...]
                result.append(" ")
            case "&":
                if let end = rest.prefix(10).firstIndex(of: ";"), let meant = entity(String(rest[..<end])) {
                    result.append(meant)
                    rest = rest[rest.index(after: end)...]
                } else {
                    result.append(scalar)
                }
            case "\n", "\r", "\t": result.append(" ")
            default: result.append(scalar)
            }
        }
        // Only what HTML joins: spaces that do not break stay as they are.
        return String(result).split(separator: " ").joined(separator: " ")
    }

    private static func entity(_ name: String) -> Unicode.Scalar? {
        switch name {
        case "amp": return "&"
        case "lt": return "<"
        case "gt": return ">"
        case "quot": return "\""
        case "apos": return "'"
        case "nbsp": return "\u{A0}"
        case "rsquo": return "’"
        case "laquo": return "«"
        case "raquo": return "»"
        case "hellip": return "…"
        case "eacute": return "é"
        case "egrave": return "è"
        case "ecirc": return "ê"
        case "agrave": return "à"
        case "ccedil": return "ç"
        default: break
        }
        guard name.hasPrefix("#") else { return nil }
        let digits = name.dropFirst()
        let isHexadecimal = digits.hasPrefix("x") || digits.hasPrefix("X")
        return (isHexadecimal ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)).flatMap(Unicode.Scalar.init)
    }
}
