import French
import JSON
import SiteModel

/// Writes what corrects an edition after it has gone to print.
enum ErrataWriter {
    /// The field `errata`, without braces around it: date and text of each.
    static func field(_ errata: [Edition.Erratum]) -> [UInt8] {
        var json = JSONWriter()
        json.key("errata")
        json.array(errata) { json, erratum in
            json.object { json in
                json.field("date", FrenchText.date(erratum.date))
                json.field("text", PrintText.apply(erratum.text))
            }
        }
        return json.bytes
    }
}
