import Diagnostics
import SiteModel

enum Population {
    /// Inhabitants: digits, in groups of three or not (`1583`, `1 583`, with any of the spaces that are in use).
    static func read(_ text: String) -> Int? {
        let groups = text.unicodeScalars.split(omittingEmptySubsequences: false) {
            $0 == " " || $0 == "\u{A0}" || $0 == "\u{202F}"
        }
        var value = 0
        for (index, group) in groups.enumerated() {
            guard !group.isEmpty, group.count <= 9 else { return nil }
            if groups.count > 1 {
                guard index == 0 ? group.count <= 3 : group.count == 3, groups.count <= 3 else { return nil }
            }
            for digit in group {
                guard ("0"..."9").contains(digit) else { return nil }
                value = value * 10 + Int(digit.value - 0x30)
            }
        }
        return value
    }
}

extension CSVRow {
    /// One of the words that a column takes.
    func choice<Choice: RawRepresentable & CaseIterable>(
        _ column: Int, of _: Choice.Type, column name: String, diagnostics: inout [Diagnostic],
    ) -> Choice? where Choice.RawValue == String {
        let text = text(column)
        if let choice = Choice(rawValue: text) { return choice }
        let words = Choice.allCases.map(\.rawValue)
        diagnostics.append(
            .valueInvalid(
                name, text, expected: "l’un de : " + words.map { "« \($0) »" }.joined(separator: ", "),
                at: location(column),
                advice: Suggestion.closest(to: text, in: words).map { "vouliez-vous dire « \($0) » ?" }))
        return nil
    }

    /// A name that must be there, without markup.
    func name(_ position: Int, column: String, diagnostics: inout [Diagnostic]) -> String {
        let text = plainText(position, column: column, diagnostics: &diagnostics)
        if isEmpty(position) {
            diagnostics.append(.valueInvalid(column, "", expected: "un nom", at: location(position)))
        }
        return text
    }

    /// A text for readers; empty, with a diagnostic, where it holds markup or a formula.
    func plainText(_ position: Int, column: String, diagnostics: inout [Diagnostic]) -> String {
        let text = text(position)
        guard let fault = CellText.fault(in: text, column: column, at: location(position)) else { return text }
        diagnostics.append(fault)
        return ""
    }

    /// A TNCC code.
    func article(_ position: Int, column: String, diagnostics: inout [Diagnostic]) -> NameArticle {
        let text = text(position)
        if text.utf8.count == 1, let number = Int(text), let article = NameArticle(rawValue: number) { return article }
        diagnostics.append(
            .valueInvalid(
                column, text, expected: "un code d’article (TNCC) de 0 à 8", at: location(position),
                advice: "0 : Cluses ; 1 : Annecy (d’) ; 2 : Le ; 3 : La ; 4 : Les ; 5 : L’ ; 6 : Aux ; 7 : Las ; 8 : Los"))
        return .none
    }

    /// Postal codes of five digits, parted by hyphens or spaces; faulty ones are told and left out.
    func postalCodes(_ position: Int, column: String, diagnostics: inout [Diagnostic]) -> [String] {
        var codes: [String] = []
        for word in words(position, separatedBy: [.space, UInt8(ascii: "-")]) {
            guard word.text.utf8.count == 5, word.text.utf8.allSatisfy({ $0 >= .zero && $0 <= .nine }) else {
                diagnostics.append(
                    .valueInvalid(column, word.text, expected: "un code postal de cinq chiffres", at: word.location))
                continue
            }
            if !codes.contains(word.text) { codes.append(word.text) }
        }
        return codes
    }

    func institution(_ position: Int, column: String, diagnostics: inout [Diagnostic]) -> Unit.Institution? {
        let text = text(position)
        if let institution = Unit.Institution(rawValue: text) { return institution }
        diagnostics.append(
            .valueInvalid(
                column, text, expected: "« GN » (gendarmerie) ou « PN » (police)", at: location(position)))
        return nil
    }
}
