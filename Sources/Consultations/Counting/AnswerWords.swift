import SiteModel

/// What stands in the cells of exports, in the ways that programs and people write it.
enum AnswerWords {
    /// The same for words that differ only by capitals, spaces, markup and the form of apostrophes.
    static func key(_ text: String) -> String {
        let plain = SurveyMarkup.plain(text).lowercased().replacing("’", with: "'")
        return plain.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private static let ticks: Set<String> = ["y", "1", "x", "oui", "yes", "coché", "checked", "true", "vrai"]
    private static let blanks: Set<String> = [
        "n", "0", "non", "no", "non coché", "not selected", "non sélectionné", "unchecked", "false", "faux",
    ]

    /// `true` for what is ticked, `false` for what is said not to be, `nil` for what is neither.
    static func tick(_ cell: String) -> Bool? {
        let word = cell.lowercased()
        return ticks.contains(word) ? true : blanks.contains(word) ? false : nil
    }

    /// LimeSurvey writes this of a question that was not shown, beside answers in full words.
    static func isEmpty(_ cell: String) -> Bool { cell.isEmpty || cell == "N/A" }

    /// - Returns: the code of the choice that a cell names by its code or its words; `nil` for none.
    static func code(_ cell: String, among choices: [Question.Choice], other: Bool) -> String? {
        if let choice = choices.first(where: { $0.code == cell }) { return choice.code }
        let words = key(cell)
        if let choice = choices.first(where: { key($0.label) == words }) { return choice.code }
        return other && (cell == SurveyCondition.other || words == "other" || words == "autre") ? Question.other : nil
    }

    /// Several choices in one cell: codes apart by spaces or signs, or words joined by commas as Démarches simplifiées does.
    static func codes(_ cell: String, among choices: [Question.Choice], other: Bool) -> Set<String>? {
        for separators in [[";"], ["|"], [",", ";", "|", " "]] as [Set<Character>] {
            let parts = cell.split { separators.contains($0) }.map { SheetTable.trimmed(String($0)) }.filter { !$0.isEmpty }
            let codes = parts.compactMap { code($0, among: choices, other: other) }
            if !parts.isEmpty, codes.count == parts.count { return Set(codes) }
        }
        // Words may hold commas themselves: the longest that fits is taken.
        var rest = key(cell)[...]
        var found: Set<String> = []
        let labels = (choices.map { (key($0.label), $0.code) } + (other ? [("autre", Question.other)] : [])).sorted { $0.0.count > $1.0.count }
        while !rest.isEmpty {
            guard let (label, code) = labels.first(where: { !$0.0.isEmpty && rest.hasPrefix($0.0) }) else { return nil }
            found.insert(code)
            rest = rest.dropFirst(label.count)
            if rest.isEmpty { break }
            guard rest.hasPrefix(", ") else { return nil }
            rest = rest.dropFirst(2)
        }
        return found
    }

    /// `12`, `12.0000000000` as LimeSurvey writes it, `1 200`, `12,0`.
    static func number(_ cell: String) -> Int? {
        let digits = cell.filter { !$0.isWhitespace }.replacing(",", with: ".")
        let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), parts.count == 1 || parts[1].allSatisfy({ $0 == "0" }) else { return nil }
        return Int(parts[0])
    }

    /// The day at the start of `2026-06-08 10:00:00` or `08/06/2026 10:00`, and the same as a text that sorts by time.
    static func day(_ cell: String) -> (day: CalendarDate, order: String)? {
        let head = String(cell.prefix(10))
        if let day = CalendarDate(iso: head) { return (day, "\(day)" + cell.dropFirst(10).replacing("T", with: " ")) }
        let parts = head.split(separator: "/")
        guard parts.count == 3, let day = CalendarDate(iso: "\(parts[2])-\(parts[1])-\(parts[0])") else { return nil }
        return (day, "\(day)" + cell.dropFirst(10))
    }
}
