import Diagnostics

/// Whether a cell may be shown to readers as it stands.
enum CellText {
    /// A formula would run in the spreadsheet of whoever takes the page's table over; markup shows that the cell
    /// was meant for another page; a hidden sign would change what is read around it.
    static func fault(in text: String, column: String, at location: SourceLocation) -> Diagnostic? {
        let what: String
        let advice: String
        if isFormula(text) {
            what = "une formule de tableur"
            advice = "remplacez la formule par le texte que l’on doit lire"
        } else if hasMarkup(text) {
            what = "du HTML"
            advice = "retirez les balises : ne gardez que le texte que l’on doit lire"
        } else if let sign = HiddenSign(in: text) {
            what = sign.words
            advice = HiddenSign.advice
        } else {
            return nil
        }
        return .error(
            .feedCellUnsafe, at: location, "la colonne « \(column) » contient ici \(what)", advice: advice)
    }

    private static func isFormula(_ text: String) -> Bool {
        let start = Array(text.utf8.prefix(2))
        guard let first = start.first else { return false }
        if first == UInt8(ascii: "=") || first == UInt8(ascii: "@") { return true }
        // « +33 4 50 » and « - fermé » are no formulas.
        guard first == UInt8(ascii: "+") || first == UInt8(ascii: "-"), start.count == 2 else { return false }
        return isLetter(start[1])
    }

    private static func hasMarkup(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        return bytes.indices.dropLast().contains { index in
            let next = bytes[index + 1]
            return bytes[index] == UInt8(ascii: "<")
                && (isLetter(next) || next == UInt8(ascii: "/") || next == UInt8(ascii: "!"))
        }
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }
}
