import Diagnostics
import SiteModel
import YAML

extension YAMLFields {
    /// A part of the département: one key that says of what, with the names; `nil` for all of it.
    mutating func territory(_ key: String, file: String) -> Territory? {
        let read = mapping(key) { fields -> Territory? in
            var found: [Territory] = []
            for level in Territory.Level.allCases {
                let names = fields.strings(level.rawValue)
                guard !names.isEmpty else { continue }
                found.append(
                    Territory(level: level, names: names, file: file, places: fields.places(of: level.rawValue)))
            }
            if found.count != 1, !fields.hasUnknownKeys {
                let keys = Territory.Level.allCases.map { "« \($0.rawValue) »" }.joined(separator: ", ")
                fields.diagnostics.append(
                    .error(
                        .valueNotAllowed, at: fields.location, "un territoire se dit par une seule de ces clés : \(keys)",
                        advice: found.isEmpty ? "nommez-y au moins un lieu" : "gardez-en une seule"))
            }
            return found.first
        }
        return read ?? nil
    }
}
