import French
import JSON
import SiteModel

/// Writes facts as the sources of a sheet list them.
struct FactsWriter {
    let site: Site

    /// The field `facts`: each once, in order.
    func field(_ ids: [Fact.ID], into json: inout JSONWriter) {
        var seen: Set<Fact.ID> = []
        json.key("facts")
        json.array(ids.filter { seen.insert($0).inserted }.compactMap { site.facts[$0] }) { json, fact in
            json.object { json in
                json.field("id", fact.id)
                json.field("value", FrenchText.value(of: fact))
                json.field("reference", fact.reference.map(PrintText.apply))
                json.field("source", PrintText.apply(fact.source))
                json.field("checked", fact.certainSince.map(FrenchText.date))
            }
        }
    }
}
