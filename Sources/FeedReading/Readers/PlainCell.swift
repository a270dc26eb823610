import Diagnostics

extension CSVRow {
    /// The cell's text; `nil` where it is empty, or holds what no cell should, which is told.
    func plainText(_ column: Int?, _ name: String, diagnostics: inout [Diagnostic]) -> String? {
        guard let column, !isEmpty(column) else { return nil }
        let text = text(column)
        if let fault = CellText.fault(in: text, column: name, at: location(column)) {
            diagnostics.append(fault)
            return nil
        }
        return text
    }

    /// A telephone number as the file writes it; `nil` where there is none, or none that can be dialled, which is told.
    func telephone(_ column: Int?, _ name: String, diagnostics: inout [Diagnostic]) -> String? {
        guard let column, let text = plainText(column, name, diagnostics: &diagnostics) else { return nil }
        if Telephone.isNumber(text) { return text }
        diagnostics.append(.valueInvalid(name, text, expected: Telephone.expected, at: location(column)))
        return nil
    }
}

enum Telephone {
    /// For messages.
    static let expected = "un numéro de téléphone"

    /// Digits, at least two, with what people put between them.
    static func isNumber(_ text: String) -> Bool {
        var digits = 0
        for (place, scalar) in text.unicodeScalars.enumerated() {
            switch scalar {
            case "0"..."9": digits += 1
            case "+" where place == 0: continue
            case " ", ".", "-", "/", "(", ")", "\u{A0}", "\u{202F}": continue
            default: return false
            }
        }
        return (2...15).contains(digits)
    }
}
