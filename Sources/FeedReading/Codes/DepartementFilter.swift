import Diagnostics
import SiteModel

/// Tells the communes of the site's département from all others, row by row; a site of the whole country keeps all.
struct DepartementFilter: Sendable {
    enum Place: Hashable {
        case here(INSEECode)
        case elsewhere
        /// Not a commune's code, and not one that can be told to be another département's.
        case invalid
    }

    let departement: String
    /// What its communes' codes start with: nothing for the whole country.
    let prefix: [UInt8]

    init(_ departement: String) {
        self.departement = departement
        prefix = departement == SiteSettings.Departement.country ? [] : Array(departement.utf8)
    }

    /// Whether a row's own column names the site's département.
    func covers(_ departement: String) -> Bool { prefix.isEmpty || departement == self.departement }

    func place(of row: CSVRow, _ column: Int) -> Place { place(of: row.text(column)) }

    func place(of text: String) -> Place {
        if let code = INSEECode(text) { return text.utf8.starts(with: prefix) ? .here(code) : .elsewhere }
        guard let whole = Self.withLeadingZero(text).flatMap(INSEECode.init) else { return .invalid }
        return whole.text.utf8.starts(with: prefix) ? .here(whole) : .elsewhere
    }

    /// `01004` for `1004`, which a spreadsheet took for a number; `nil` for anything but four digits.
    static func withLeadingZero(_ text: String) -> String? {
        let isNumber = text.utf8.count == 4 && text.utf8.allSatisfy { ($0 >= .zero && $0 <= .nine) }
        return isNumber ? "0" + text : nil
    }
}

extension DepartementFilter {
    /// The code of a row of an official file; `nil` for another département's, and for an invalid one, which is told.
    /// So is a zero that had to be put back: `LoadedFeed` tells it once for the whole file.
    func officialCode(
        _ row: CSVRow, _ column: Int, diagnostics: inout [Diagnostic],
    ) -> INSEECode? {
        officialCode(row.text(column), at: row.location(column), diagnostics: &diagnostics)
    }

    func officialCode(
        _ text: String, at location: SourceLocation, diagnostics: inout [Diagnostic],
    ) -> INSEECode? {
        switch place(of: text) {
        case .here(let code):
            if code.text != text { diagnostics.append(.codePadded(text, as: code, at: location)) }
            return code
        case .elsewhere:
            return nil
        case .invalid:
            diagnostics.append(.codeInvalid(text, self, at: location))
            return nil
        }
    }
}
