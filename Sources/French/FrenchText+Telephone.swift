extension FrenchText {
    /// A number as it is read in France: pairs parted by U+00A0 (`04 65 71 12 34`), special-rate numbers as their
    /// operators write them (`0 805 805 817`), short ones as they are (`17`, `3919`, `116 006`); `+33` becomes `0`.
    /// What is no number keeps its words.
    public static func telephone(_ text: String) -> String {
        guard let number = TelephoneNumber(text) else { return joined(text.split(separator: " ").map(String.init)) }
        return joined(number.groups)
    }

    /// The address that dials it: `tel:+33465711234`, `tel:17`; `nil` when the text is no number.
    public static func telephoneURI(_ text: String) -> String? {
        TelephoneNumber(text).map { "tel:\($0.dialled)" }
    }

    private static func joined(_ groups: [String]) -> String { groups.joined(separator: "\u{A0}") }
}

/// A number of the French plan, or a foreign one in its international form.
private struct TelephoneNumber {
    private let digits: String
    /// A foreign number: `digits` starts with the country's code.
    private let isForeign: Bool

    /// Codes of the French plan; all but the first are overseas.
    private static let countries = ["33", "262", "590", "594", "596"]

    init?(_ text: String) {
        let text = text.utf8.contains(UInt8(ascii: "(")) ? text.replacing("(0)", with: "") : text
        var digits = ""
        var isInternational = false
        for (place, scalar) in text.unicodeScalars.enumerated() {
            switch scalar {
            case "0"..."9": digits.unicodeScalars.append(scalar)
            case "+" where place == 0: isInternational = true
            case " ", ".", "-", "/", "\u{A0}", "\u{202F}": continue
            default: return nil
            }
        }
        if !isInternational, digits.hasPrefix("00"), digits.count > 10 {
            isInternational = true
            digits.removeFirst(2)
        }
        if isInternational, let country = Self.countries.first(where: { digits.hasPrefix($0) }),
            digits.count == country.count + 9
        {
            self.digits = "0" + digits.dropFirst(country.count)
            isForeign = false
        } else {
            self.digits = digits
            isForeign = isInternational
            let isKnown =
                if isInternational {
                    (8...15).contains(digits.count)
                } else if digits.hasPrefix("0") {
                    digits.count == 10
                } else {
                    (2...6).contains(digits.count)
                }
            guard isKnown else { return nil }
        }
    }

    var groups: [String] {
        if isForeign { return ["+" + digits] }
        switch digits.count {
        case 10 where isSpecialRate: return Self.split(digits, [1, 3, 3, 3])
        case 10: return Self.split(digits, [2, 2, 2, 2, 2])
        case 6: return Self.split(digits, [3, 3])
        default: return [digits]
        }
    }

    /// In the international form where the plan allows it: special-rate and short numbers answer in France only.
    var dialled: String {
        if isForeign { return "+" + digits }
        if digits.count < 10 || isSpecialRate { return digits }
        return "+\(country)\(digits.dropFirst())"
    }

    /// 080, 081, 082, 089.
    private var isSpecialRate: Bool {
        ["080", "081", "082", "089"].contains { digits.hasPrefix($0) }
    }

    /// Overseas numbers have codes of their own. 06 39 98 is kept for fiction, in metropolitan France.
    private var country: String {
        switch digits.prefix(4) {
        case "0262", "0263", "0269", "0692", "0693": "262"
        case "0639" where !digits.hasPrefix("063998"): "262"
        case "0590", "0690", "0691": "590"
        case "0594", "0694": "594"
        case "0596", "0696", "0697": "596"
        default: "33"
        }
    }

    private static func split(_ digits: String, _ lengths: [Int]) -> [String] {
        var rest = digits[...]
        return lengths.map { length in
            defer { rest = rest.dropFirst(length) }
            return String(rest.prefix(length))
        }
    }
}
