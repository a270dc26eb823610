/// A number as feeds write it: `1583`, `1 583`, `-12,5`, `12.50`.
struct DecimalNumber: Hashable {
    /// Digits without spaces, after `-` where it is negative.
    let whole: String
    /// As published, zeros included; empty for none.
    let decimals: String

    init?(_ text: String) {
        var digits = text.unicodeScalars.filter { $0 != " " && $0 != "\u{A0}" && $0 != "\u{202F}" }[...]
        let isNegative = digits.first == "-" || digits.first == "\u{2212}"
        if isNegative { digits = digits.dropFirst() }
        let parts = digits.split(omittingEmptySubsequences: false) { $0 == "," || $0 == "." }
        guard (1...2).contains(parts.count), !parts[0].isEmpty, parts[0].count <= 15,
            parts.allSatisfy({ $0.allSatisfy { ("0"..."9").contains($0) } })
        else { return nil }
        let significant = parts[0].drop { $0 == "0" }
        let value = significant.isEmpty ? "0" : String(String.UnicodeScalarView(significant))
        whole = (isNegative ? "-" : "") + value
        decimals = parts.count == 2 ? String(String.UnicodeScalarView(parts[1])) : ""
    }
}
