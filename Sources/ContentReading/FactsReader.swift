import Diagnostics
import French
import SiteModel
import YAML

/// `content/facts.yml`, or `content/facts.local.yml` → the fact registry.
public enum FactsReader {
    public static func read(_ bytes: [UInt8], file: String) -> (registry: FactRegistry, diagnostics: [Diagnostic]) {
        var registry = FactRegistry()
        if let fault = TextFile.fault(in: bytes, file: file) { return (registry, [fault]) }
        var fields = YAMLFields(reading: bytes[...], file: file)
        let entries = fields.mappings("facts", required: true) { fields in
            (fact: fact(&fields, file), location: fields.valueLocation(of: "id") ?? fields.location)
        }
        var diagnostics = fields.finish()
        for (fact, location) in entries {
            guard var fact else { continue }
            fact.place = location.bytes
            guard let former = registry.add(fact) else { continue }
            let hasWindow = fact.from != nil || fact.until != nil || former.from != nil || former.until != nil
            diagnostics.append(
                .error(
                    .keyDuplicate, at: location,
                    hasWindow
                        ? "le fait « \(fact.id) » est inscrit deux fois pour les mêmes jours"
                        : "le fait « \(fact.id) » est inscrit deux fois",
                    advice: hasWindow
                        ? "faites finir l’un (« until ») la veille du jour où l’autre commence (« from »)"
                        : "gardez une seule des deux inscriptions",
                    notes: [
                        .init(
                            "première inscription",
                            at: SourceLocation(file: file, offset: former.place?.lowerBound, length: former.place?.count ?? 1))
                    ]))
        }
        return (registry, diagnostics)
    }

    private static func fact(_ fields: inout YAMLFields, _ file: String) -> Fact? {
        let id = fields.requiredString("id")
        let kind: Fact.Kind? = fields.choice("kind", required: true)
        let value = fields.requiredString("value")
        if let kind, !value.isEmpty, let form = Self.form(of: kind), !form.admits(value) {
            fields.diagnostics.append(
                .error(
                    .valueNotAllowed, at: fields.valueLocation(of: "value") ?? fields.location,
                    "« value » n’est pas \(form.name)\u{A0}: « \(value) »", advice: form.advice))
        }
        let label = fields.requiredString("label")
        let discreet = fields.string("discreet")
        let reference = fields.string("reference")
        let status: Fact.Status = fields.choice("status") ?? .checked
        let source = fields.requiredString("source")
        let sourceURL = fields.string("source_url")
        let checked = fields.date("checked", required: status == .checked)
        let reviewDays = fields.value("review_days", expected: "un nombre de jours, à partir de 1") {
            Int($0).flatMap { $0 >= 1 ? $0 : nil }
        }
        let from = fields.date("from")
        let until = fields.date("until")
        let isVital = fields.bool("vital") ?? false
        if let from, let until, until < from {
            fields.diagnostics.append(
                .error(
                    .valueNotAllowed, at: fields.valueLocation(of: "until") ?? fields.location,
                    "ce fait cesse de valoir avant de commencer",
                    advice: "« until » est le dernier jour où il vaut, « from » le premier"))
        }
        // Its faults stop the build; it is kept all the same, so that what cites it is not at fault too.
        guard !id.isEmpty else { return nil }
        var fact = Fact(
            id: id, kind: kind ?? .other, value: value, label: label, reference: reference, source: source,
            sourceURL: sourceURL, checked: checked)
        fact.discreet = discreet
        fact.status = status
        fact.reviewDays = reviewDays ?? Fact.ordinaryReview
        fact.from = from
        fact.until = until
        fact.isVital = isVital
        fact.file = file
        return fact
    }

    /// What a value of some kinds must look like: what reads well and is found where a text states it.
    private struct Form {
        let name: String
        let advice: String
        let admits: (String) -> Bool
    }

    private static func form(of kind: Fact.Kind) -> Form? {
        switch kind {
        case .telephone:
            Form(name: "un numéro de téléphone", advice: "écrivez-le en chiffres, comme « 04 65 71 00 00 » ou « 3919 »") {
                FrenchText.telephoneURI($0) != nil
            }
        case .amount:
            Form(name: "une somme en euros", advice: "écrivez-la en chiffres suivis de « € », comme « 1 500 € »") {
                $0.contains { $0.isNumber } && $0.contains("€")
            }
        case .delay:
            Form(name: "un délai", advice: "écrivez un nombre et son unité, comme « 10 jours »") { value in
                value.contains { $0.isNumber } && value.contains { $0.isLetter }
            }
        case .address:
            Form(name: "une adresse du web", advice: "écrivez-la sans espace, comme « 17cyber.gouv.fr »") {
                $0.contains(".") && !$0.contains(" ")
            }
        case .penalty, .article, .law, .openingHours, .other: nil
        }
    }
}
