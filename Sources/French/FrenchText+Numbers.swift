extension FrenchText {
    /// `128 199`: U+202F between thousands, U+2212 before a negative number.
    public static func number(_ value: Int) -> String {
        let written = "\(value.magnitude)"
        var result = value < 0 ? "−" : ""
        if written.utf8.count <= 3 { return result + written }
        let digits = Array(written.utf8)
        for (place, digit) in digits.enumerated() {
            if place > 0, (digits.count - place) % 3 == 0 { result += "\u{202F}" }
            result.unicodeScalars.append(Unicode.Scalar(digit))
        }
        return result
    }

    /// `1 commune`, `2 communes`, parted by U+00A0; zero takes the singular, as French does.
    public static func count(_ value: Int, _ singular: String, _ plural: String) -> String {
        "\(number(value))\u{A0}\(value.magnitude < 2 ? singular : plural)"
    }

    /// `a`, `a et b`, `a, b et c`
    public static func list(_ items: [String], word: String = "et") -> String {
        guard let last = items.last else { return "" }
        let others = items.dropLast().joined(separator: ", ")
        return others.isEmpty ? last : "\(others) \(word) \(last)"
    }
}
