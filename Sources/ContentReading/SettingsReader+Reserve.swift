import Diagnostics
import French
import SiteModel
import YAML

extension SettingsReader {
    /// `reserve`: periods before elections, in order of time; one at fault is left out.
    static func reserves(_ fields: inout YAMLFields) -> [ReservePeriod] {
        let read = fields.mappings("reserve") { fields -> ReservePeriod? in
            let label = Typography.apply(fields.requiredString("label"))
            let from = fields.date("from", required: true)
            let until = fields.date("until", required: true)
            guard let from, let until else { return nil }
            let place = fields.valueLocation(of: "until") ?? fields.location
            guard from <= until else {
                fields.diagnostics.append(
                    .error(
                        .reservePeriod, at: place,
                        "cette réserve finit le \(FrenchText.date(until)), avant son premier jour, le \(FrenchText.date(from))",
                        advice: "corrigez « from » ou « until » : les deux jours en font partie"))
                return nil
            }
            return ReservePeriod(label: label, from: from, until: until, place: fields.valueLocation(of: "from")?.bytes)
        }
        let reserves = read.compactMap { $0 }.sorted { $0.from < $1.from }
        for (former, next) in zip(reserves, reserves.dropFirst()) where next.from <= former.until {
            let file = fields.location.file
            fields.diagnostics.append(
                .error(
                    .reservePeriod, at: SourceLocation(file: file, offset: next.place?.lowerBound, length: next.place?.count ?? 1),
                    "cette réserve commence le \(FrenchText.date(next.from)), quand « \(former.label) » dure encore",
                    advice: "réunissez-les en une seule, ou corrigez leurs dates",
                    notes: [
                        .init(
                            "« \(former.label) » : jusqu’au \(FrenchText.date(former.until))",
                            at: SourceLocation(file: file, offset: former.place?.lowerBound, length: former.place?.count ?? 1))
                    ]))
        }
        return reserves
    }
}
