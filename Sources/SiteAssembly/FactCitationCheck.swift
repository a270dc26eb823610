import Diagnostics
import SiteModel

/// The words in braces behind `:fact[id]`: known, one form alone, and one that the fact has.
enum FactCitationCheck {
    private static let known = FactForm.allCases.map(\.rawValue) + [FactForm.optional]

    /// - Parameter fact: `nil` where the registry has none, which is told elsewhere.
    static func fault(
        of directive: Document.Directive, citing fact: Fact?, in settings: SiteSettings, at place: SourceLocation,
    ) -> Diagnostic? {
        var forms: [FactForm] = []
        for (key, value) in directive.attributes where !(key == "show" && value == "label") {
            guard value.isEmpty, known.contains(key) else {
                return .error(
                    .factForm, at: place, "un fait ne s’écrit pas sous la forme « \(value.isEmpty ? key : "\(key)=\(value)") »",
                    advice: Suggestion.closest(to: key, in: known).map { "vouliez-vous dire « {\($0)} » ?" }
                        ?? "formes admises : " + known.map { "« {\($0)} »" }.joined(separator: ", "))
            }
            if let form = FactForm(rawValue: key) { forms.append(form) }
        }
        if forms.count > 1 {
            return .error(
                .factForm, at: place, "ce fait est demandé sous \(forms.count) formes", advice: "gardez-en une seule")
        }
        if let fact, directive.isOptionalFact, fact.isVital || settings.emergency.contains(fact.id) {
            return .error(
                .factForm, at: place, "« \(fact.id) » est un numéro d’urgence ou pour les victimes : sa ligne ne se retire jamais",
                advice: "retirez « {\(FactForm.optional)} »")
        }
        guard let fact, let form = directive.factForm else { return nil }
        if form == .call, fact.kind != .telephone {
            return .error(
                .factForm, at: place, "« \(fact.id) » n’est pas un numéro de téléphone : on ne peut pas l’appeler",
                advice: "retirez « {call} »")
        }
        if form == .reference, fact.reference == nil {
            return .error(
                .factForm, at: place, "« \(fact.id) » n’a pas de texte de référence",
                advice: "complétez « reference: … » dans \(fact.file), ou retirez « {reference} »")
        }
        return nil
    }
}
