import JSON
import SiteModel

extension DocumentWriter {
    /// `{"title": […], "numbered": …, "items": [[…], …]}`: what a poster takes of a text.
    ///
    /// - Returns: the facts that it cites, each once, in order.
    func essential(of document: Document, into json: inout JSONWriter) -> [Fact.ID] {
        let part = EssentialPart(of: document)
        var citations = Citations()
        json.object { json in
            json.key("title")
            if let heading = part.heading {
                inlineArray(of: heading, document, into: &json, &citations)
            } else {
                json.null()
            }
            json.key("numbered")
            json.boolean(part.isNumbered)
            json.key("items")
            json.array(part.items) { json, item in
                let blocks = document.nodes[item].kind == .item ? Array(document.children(of: item)) : [item]
                json.array(blocks) { block($1, document, [:], into: &$0, &citations) }
            }
        }
        return citations.facts
    }
}
