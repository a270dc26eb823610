import French
import JSON
import SiteModel

/// Writes the feeds that a sheet rests on.
struct FeedsWriter {
    let site: Site

    /// Formats of the feeds that say who is competent and how to reach these services.
    static func formats(of units: [Unit]) -> Set<String> {
        if units.isEmpty { return [] }
        let institutions = Set(units.map(\.institution))
        return Set(["competence-territoriale", "units"] + institutions.map { $0 == .police ? "police-units" : "gendarmerie-units" })
    }

    /// The field `feeds`: those of these formats, in the order of `feeds.yml`.
    func field(_ formats: Set<String>, into json: inout JSONWriter) {
        json.key("feeds")
        json.array(site.feeds.filter { formats.contains($0.format) }) { json, feed in
            json.object { json in
                json.field("title", PrintText.apply(feed.title))
                json.field("vintage", PrintText.apply(feed.vintage))
                json.field("producer", PrintText.apply(feed.producer))
                json.field("licence", PrintText.apply(feed.licence))
            }
        }
    }
}
