import Diagnostics
import SiteModel
import YAML

/// `content/facts.yml` → the fact registry.
public enum FactsReader {
    public static func read(_ bytes: [UInt8], file: String) -> (facts: [Fact.ID: Fact], diagnostics: [Diagnostic]) {
        if let fault = TextFile.fault(in: bytes, file: file) { return ([:], [fault]) }
        var fields = YAMLFields(reading: bytes[...], file: file)
        let entries = fields.mappings("facts", required: true) { fields in
            (fact: fact(&fields), location: fields.valueLocation(of: "id") ?? fields.location)
        }
        var diagnostics = fields.finish()
        var facts: [Fact.ID: Fact] = [:]
        var places: [Fact.ID: SourceLocation] = [:]
        for (fact, location) in entries {
            guard let fact else { continue }
            if let former = places[fact.id] {
                diagnostics.append(
                    .error(
                        .keyDuplicate, at: location, "le fait « \(fact.id) » est inscrit deux fois",
                        advice: "gardez une seule des deux inscriptions",
                        notes: [.init("première inscription", at: former)]))
                continue
            }
            places[fact.id] = location
            facts[fact.id] = fact
        }
        return (facts, diagnostics)
    }

    private static func fact(_ fields: inout YAMLFields) -> Fact? {
        let id = fields.requiredString("id")
        let kind: Fact.Kind? = fields.choice("kind", required: true)
        let value = fields.requiredString("value")
        let label = fields.requiredString("label")
        let discreet = fields.string("discreet")
        let reference = fields.string("reference")
        let source = fields.requiredString("source")
        let sourceURL = fields.string("source_url")
        let checked = fields.date("checked", required: true)
        // Its faults stop the build; it is kept all the same, so that what cites it is not at fault too.
        guard !id.isEmpty, let checked = checked ?? CalendarDate(year: 1900, month: 1, day: 1) else { return nil }
        var fact = Fact(
            id: id, kind: kind ?? .other, value: value, label: label, reference: reference, source: source,
            sourceURL: sourceURL, checked: checked)
        fact.discreet = discreet
        return fact
    }
}
