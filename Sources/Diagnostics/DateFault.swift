extension Diagnostic {
    /// A text where a day is expected, written as ISO 8601 has it; `text` may be empty.
    public static func dateInvalid(_ text: String, at location: SourceLocation) -> Diagnostic {
        let example = "2026-11-24"
        if text.isEmpty { return .error(.dateInvalid, at: location, "la date manque", advice: "écrivez-la comme \(example)") }
        if let bare = TypographicQuotes.removed(around: text), let date = iso(in: bare) {
            return .error(
                .dateInvalid, at: location, "« \(text) » n’est pas une date AAAA-MM-JJ",
                advice: "écrivez « \(date) », sans guillemets")
        }
        let parts = text.split(omittingEmptySubsequences: false) { "-/. ".contains($0) }
        let isWritten = parts.map(\.utf8.count) == [4, 2, 2] && parts.allSatisfy { Int($0) != nil }
        if isWritten, text.utf8.count(where: { $0 == UInt8(ascii: "-") }) == 2 {
            return .error(
                .dateInvalid, at: location, "la date « \(text) » n’existe pas",
                advice: "corrigez l’année, le mois ou le jour")
        }
        return .error(
            .dateInvalid, at: location, "« \(text) » n’est pas une date AAAA-MM-JJ",
            advice: iso(in: text).map { "écrivez « \($0) »" } ?? "écrivez-la comme \(example)")
    }

    private static let months = [
        "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre",
    ]

    /// What `24/11/2026`, `2026/11/24` or `24 novembre 2026` means.
    private static func iso(in text: String) -> String? {
        let parts = text.split { "-/. \u{A0}\u{202F}".contains($0) }.map { part in
            months.firstIndex(of: part.lowercased()).map { String($0 + 1) } ?? (part == "1er" ? "1" : String(part))
        }
        var numbers = parts.compactMap { Int($0) }
        guard parts.count == 3, numbers.count == 3 else { return nil }
        if numbers[2] > 31 { numbers.reverse() }
        guard (1900...2999).contains(numbers[0]), (1...12).contains(numbers[1]), (1...31).contains(numbers[2]) else {
            return nil
        }
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(numbers[0])-\(two(numbers[1]))-\(two(numbers[2]))"
    }
}
