public import Diagnostics
import YAML

/// Where `questions.yml` gives each question its code, for messages that only another file gives cause to.
public enum QuestionPlaces {
    public static func read(_ bytes: [UInt8], file: String) -> [String: SourceLocation] {
        var places: [String: SourceLocation] = [:]
        var fields = YAMLFields(reading: bytes[...], file: file)
        _ = fields.mappings("themes") { fields in
            fields.mappings("questions") { fields in
                if let code = fields.string("code"), places[code] == nil { places[code] = fields.valueLocation(of: "code") }
            }
        }
        return places
    }
}
