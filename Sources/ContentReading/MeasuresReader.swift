import Diagnostics
import French
import SiteModel
import YAML

/// `content/operation.yml` → the measures of the operation, in the order of the file.
public enum MeasuresReader {
    public static func read(_ bytes: [UInt8], file: String) -> (measures: [Measure], diagnostics: [Diagnostic]) {
        if let fault = TextFile.fault(in: bytes, file: file) { return ([], [fault]) }
        var fields = YAMLFields(reading: bytes[...], file: file)
        let entries = fields.mappings("measures", required: true) { fields in
            (measure: measure(&fields), place: fields.valueLocation(of: "id") ?? fields.location)
        }
        var diagnostics = fields.finish()
        var measures: [Measure] = []
        var places: [Measure.ID: SourceLocation] = [:]
        for (measure, place) in entries {
            guard let measure else { continue }
            if let former = places[measure.id] {
                diagnostics.append(
                    .error(
                        .keyDuplicate, at: place, "l’engagement « \(measure.id) » est inscrit deux fois",
                        advice: "donnez à chacun son identifiant", notes: [.init("première inscription", at: former)]))
                continue
            }
            places[measure.id] = place
            measures.append(measure)
        }
        return (measures, diagnostics)
    }

    private static func measure(_ fields: inout YAMLFields) -> Measure? {
        let id = fields.value("id", expected: "un mot en minuscules sans accents, comme « plainte »", required: true) {
            Slug.make($0) == $0 ? $0 : nil
        }
        let title = Typography.apply(fields.requiredString("title"))
        let what = Typography.apply(fields.requiredString("what"))
        let action = Typography.apply(fields.requiredString("do"))
        let advice = fields.string("advice").map(Typography.apply)
        // Whom to call is said by a function or in words.
        let recipients: [Measure.Recipient] = fields.choices("call", required: advice == nil)
        let page = fields.string("page")
        guard let id, !title.isEmpty else { return nil }
        return Measure(
            id: id, title: title, what: what, action: action, recipients: recipients, advice: advice, page: page,
            pagePlace: page.flatMap { fields.places(of: "page")[$0] })
    }
}
