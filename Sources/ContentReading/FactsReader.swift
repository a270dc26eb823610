import Diagnostics
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
            fact.place = location.offset.map { $0..<$0 + location.length }
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
        // Its faults stop the build; it is kept all the same, so that what cites it is not at fault too.
        guard !id.isEmpty, let checked = checked ?? CalendarDate(year: 1900, month: 1, day: 1) else { return nil }
        var fact = Fact(
            id: id, kind: kind ?? .other, value: value, label: label, reference: reference, source: source,
            sourceURL: sourceURL, checked: checked)
        fact.discreet = discreet
        fact.status = status
        fact.reviewDays = reviewDays ?? Fact.ordinaryReview
        fact.from = from
        fact.until = until
        fact.file = file
        return fact
    }
}
