import Diagnostics
import SiteModel

extension Diagnostic {
    static func codeInvalid(_ text: String, at location: SourceLocation) -> Diagnostic {
        if text.isEmpty {
            return .error(
                .feedCodeInvalid, at: location, "le code INSEE de la commune manque",
                advice: "écrivez ses cinq caractères, par exemple 74010")
        }
        if let whole = DepartementFilter.withLeadingZero(text) {
            return .error(
                .feedCodeInvalid, at: location,
                "« \(text) » n’est pas un code INSEE : il n’a que quatre chiffres",
                advice: "écrivez ses cinq caractères ; si un tableur a ôté le zéro de tête, écrivez « \(whole) » et mettez la colonne au format texte")
        }
        return .error(
            .feedCodeInvalid, at: location,
            "« \(text) » n’est pas un code INSEE de commune",
            advice: "écrivez ses cinq caractères, par exemple 74010 ou 2A004")
    }

    static func codePadded(_ text: String, as code: INSEECode, at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .note, .feedCodePadded, at: location, "le code « \(text) » a perdu son zéro de tête : il est lu « \(code) »")
    }

    static func codeDuplicate(_ text: String, at location: SourceLocation, first: SourceLocation) -> Diagnostic {
        .error(
            .feedCodeDuplicate, at: location, "« \(text) » figure deux fois dans ce fichier",
            advice: "gardez une seule des deux lignes", notes: [.init("première ligne", at: first)])
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
