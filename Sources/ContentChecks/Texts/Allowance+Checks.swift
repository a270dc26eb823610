import Diagnostics
import SiteModel

extension Allowance {
    /// Checks that a front matter may answer, beside those of texts.
    private static let others: [DiagnosticID] = [.frozenTemplate]

    static var known: [String] { (TextCheck.allCases.map(\.id) + others).map(\.rawValue) }

    var isOfTexts: Bool { TextCheck.allCases.contains { $0.id.rawValue == check } }

    /// Whether it answers what a check found: of all such findings, or of those that hold its `text`.
    func answers(_ check: TextCheck, _ words: String) -> Bool {
        guard self.check == check.id.rawValue else { return false }
        guard let text else { return true }
        return Self.plain(words).contains(Self.plain(text))
    }

    /// Without the spaces and the signs that typography changes.
    private static func plain(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.filter { $0.properties.isAlphabetic || ("0"..."9").contains($0) })).lowercased()
    }
}
