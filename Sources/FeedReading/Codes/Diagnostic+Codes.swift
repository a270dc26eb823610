import Diagnostics
import SiteModel

extension Diagnostic {
    /// - Parameter filter: of the site's département, whose codes alone are proposed.
    static func codeInvalid(_ text: String, _ filter: DepartementFilter, at location: SourceLocation) -> Diagnostic {
        let whole = DepartementFilter.withLeadingZero(text)
        let message =
            text.isEmpty
            ? "le code INSEE de la commune manque"
            : "« \(text) » n’est pas un code INSEE" + (whole == nil ? " de commune" : " : il n’a que quatre chiffres")
        var advice =
            filter.prefix.isEmpty
            ? "écrivez ses cinq caractères, comme « 74010 » ou « 2A004 »"
            : "écrivez ses cinq caractères, qui commencent par « \(filter.departement) »"
        if let whole, whole.utf8.starts(with: filter.prefix) {
            advice = "écrivez « \(whole) » : un tableur a sans doute ôté le zéro de tête, mettez la colonne au format texte"
        }
        return .error(.feedCodeInvalid, at: location, message, advice: advice)
    }

    static func codePadded(_ text: String, as code: INSEECode, at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .note, .feedCodePadded, at: location, "le code « \(text) » a perdu son zéro de tête : il est lu « \(code) »")
    }

    static func codeDuplicate(_ text: String, at location: SourceLocation, first: SourceLocation) -> Diagnostic {
        .error(
            .feedCodeDuplicate, at: location, "« \(text) » figure deux fois dans ce fichier",
            advice: "supprimez celle des deux lignes qui est de trop, ou corrigez son code",
            notes: [.init("première ligne", at: first)])
    }

    /// - Parameter known: today's communes.
    static func codeUnknown(
        _ code: INSEECode, among known: some Sequence<INSEECode>, at location: SourceLocation,
    ) -> Diagnostic {
        .error(
            .feedCodeUnknown, at: location, "aucune commune du département n’a le code « \(code) »",
            advice: Suggestion.closest(to: code.text, in: known.map(\.text)).map { "vouliez-vous dire « \($0) » ?" }
                ?? "corrigez le code INSEE")
    }

    static func codeForeign(_ code: String, departement: String, at location: SourceLocation) -> Diagnostic {
        .error(
            .feedCodeForeign, at: location,
            "la commune « \(code) » n’est pas du département \(departement)",
            advice: "corrigez le code, ou retirez la ligne")
    }

    static func nothingHere(_ file: String, departement: String) -> Diagnostic {
        .error(
            .feedCodeForeign, at: SourceLocation(file: file),
            "aucune ligne du département \(departement) dans le fichier « \(file) »",
            advice: "vérifiez que c’est le bon fichier, et le code du département dans site.yml")
    }

    /// - Parameter expected: with its article: `un nom`.
    static func valueInvalid(
        _ column: String, _ text: String, expected: String, at location: SourceLocation,
        advice: String? = nil,
    ) -> Diagnostic {
        .error(
            .feedRowInvalid, at: location,
            text.isEmpty
                ? "la colonne « \(column) » est vide et attend \(expected)"
                : "« \(text) » ne convient pas à la colonne « \(column) », qui attend \(expected)",
            advice: advice ?? (text.isEmpty ? "complétez la case" : "corrigez la case"))
    }
}
