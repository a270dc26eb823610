import Diagnostics
import French
import SiteModel
import YAML

/// `content/consultations/<slug>/commitments.yml` → the commitments made after that consultation.
public enum CommitmentsReader {
    /// - Parameter consultation: the name of its folder.
    public static func read(
        _ bytes: [UInt8], file: String, consultation: String,
    ) -> (commitments: [Commitment], diagnostics: [Diagnostic]) {
        if let fault = TextFile.fault(in: bytes, file: file) { return ([], [fault]) }
        var fields = YAMLFields(reading: bytes[...], file: file)
        let entries = fields.mappings("commitments", required: true) { fields in
            (commitment: commitment(&fields, file, consultation), place: fields.valueLocation(of: "id") ?? fields.location)
        }
        var diagnostics = fields.finish()
        var commitments: [Commitment] = []
        var places: [Commitment.ID: SourceLocation] = [:]
        for (commitment, place) in entries {
            guard let commitment else { continue }
            if let former = places[commitment.id] {
                diagnostics.append(
                    .error(
                        .keyDuplicate, at: place, "l’engagement « \(commitment.id) » est inscrit deux fois",
                        advice: "donnez à chacun son identifiant", notes: [.init("première inscription", at: former)]))
                continue
            }
            places[commitment.id] = place
            commitments.append(commitment)
        }
        return (commitments, diagnostics)
    }

    private static func commitment(_ fields: inout YAMLFields, _ file: String, _ consultation: String) -> Commitment? {
        let id = fields.requiredString("id")
        let expectation = Typography.apply(fields.requiredString("expectation"))
        let decision = Typography.apply(fields.requiredString("decision"))
        let who = Typography.apply(fields.requiredString("who"))
        let status: Commitment.Status? = fields.choice("status", required: true)
        // What is still to be done has a day; what was done says what.
        let due = fields.date("due", required: status == .planned || status == .ongoing)
        let date = fields.date("date", required: true)
        let done =
            status == .done ? Typography.apply(fields.requiredString("done")) : fields.string("done").map(Typography.apply)
        let territory = fields.territory("territory", file: file)
        let showsPresence = fields.bool("presence") ?? false
        let consent = fields.date("consent")
        guard !id.isEmpty, let status, let date else { return nil }
        return Commitment(
            id: id, file: file, consultation: consultation, expectation: expectation, decision: decision, who: who, due: due,
            status: status, date: date, done: done, territory: territory, consent: consent, showsPresence: showsPresence)
    }
}
