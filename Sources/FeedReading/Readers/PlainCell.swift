import Diagnostics

/// What a cell of an official file may not hold: it would be printed, or run by the spreadsheet of who copies it.
enum CellDanger {
    case markup
    case formula

    init?(_ text: String) {
        let bytes = Array(text.utf8)
        if let first = bytes.first {
            let isSigned = first == UInt8(ascii: "+") || first == UInt8(ascii: "-")
            // A telephone number starts with a sign too.
            let startsNumber = isSigned && bytes.count > 1 && (bytes[1] >= .zero && bytes[1] <= .nine || bytes[1] == .space)
            if first == UInt8(ascii: "=") || first == UInt8(ascii: "@") || (isSigned && !startsNumber && bytes.count > 1) {
                self = .formula
                return
            }
        }
        for (place, byte) in bytes.enumerated().dropLast() where byte == UInt8(ascii: "<") {
            let next = bytes[place + 1] | 0x20
            if (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(next) || bytes[place + 1] == UInt8(ascii: "/")
                || bytes[place + 1] == UInt8(ascii: "!")
            {
                self = .markup
                return
            }
        }
        return nil
    }

    private var words: String {
        switch self {
        case .markup: "du HTML"
        case .formula: "une formule de tableur"
        }
    }

    func diagnostic(_ column: String, at location: SourceLocation) -> Diagnostic {
        .warning(
            .feedCellUnsafe, at: location, "la case « \(column) » contient \(words) : elle est laissée de côté",
            advice: "corrigez la case, et signalez-la au producteur du fichier")
    }
}

extension CSVRow {
    /// The cell's text; `nil` where it is empty, or holds what no cell should, which is told.
    func plainText(_ column: Int?, _ name: String, diagnostics: inout [Diagnostic]) -> String? {
        guard let column, !isEmpty(column) else { return nil }
        let text = text(column)
        if let danger = CellDanger(text) {
            diagnostics.append(danger.diagnostic(name, at: location(column)))
            return nil
        }
        return text
    }

    /// A telephone number as the file writes it; `nil` where there is none, or none that can be dialled, which is told.
    func telephone(_ column: Int?, _ name: String, diagnostics: inout [Diagnostic]) -> String? {
        guard let column, let text = plainText(column, name, diagnostics: &diagnostics) else { return nil }
        if Telephone.isNumber(text) { return text }
        diagnostics.append(.cellLeftOut(name, text, expected: "un numéro de téléphone", at: location(column)))
        return nil
    }
}

enum Telephone {
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

extension Diagnostic {
    /// A cell of an official file that cannot be used: the rest of the row is.
    /// - Parameter expected: with its article: `un numéro de téléphone`.
    static func cellLeftOut(
        _ column: String, _ text: String, expected: String, at location: SourceLocation,
    ) -> Diagnostic {
        .warning(
            .feedRowInvalid, at: location,
            "« \(text) » ne convient pas à la colonne « \(column) », qui attend \(expected) : la case est laissée de côté",
            advice: "corrigez la case, et signalez-la au producteur du fichier")
    }
}
