import Diagnostics

/// Words typed by a person, as they are written into a file.
enum TypedText {
    /// On one line, without the signs that nobody sees; `nil` where nothing is left.
    static func line(_ text: String) -> String? {
        var line = ""
        var isPending = false
        for scalar in text.unicodeScalars {
            if scalar.properties.isWhitespace || scalar == "\u{FEFF}" {
                isPending = true
            } else if !HiddenSign.isHidden(scalar), !isNoncharacter(scalar) {
                if isPending, !line.isEmpty { line += " " }
                isPending = false
                line.unicodeScalars.append(scalar)
            }
        }
        return line.isEmpty ? nil : line
    }

    /// As a YAML scalar in double quotes, the one style that holds any text (https://yaml.org/spec/1.2.2/#731-double-quoted-style).
    static func quotedYAML(_ line: String) -> String {
        var quoted = "\""
        for scalar in line.unicodeScalars {
            if scalar == "\"" || scalar == "\\" { quoted += "\\" }
            quoted.unicodeScalars.append(scalar)
        }
        return quoted + "\""
    }

    /// The last two of each plane, which no text holds (Unicode 23.7).
    private static func isNoncharacter(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value & 0xFFFE == 0xFFFE || (0xFDD0...0xFDEF).contains(scalar.value)
    }
}
