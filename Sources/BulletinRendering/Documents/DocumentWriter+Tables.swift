import JSON
import SiteModel

extension DocumentWriter {
    func table(
        _ index: Int, _ document: Document, into json: inout JSONWriter, _ citations: inout Citations,
    ) {
        let rows = Array(document.children(of: index))
        let head = rows.first { document.nodes[$0].flags == 1 }
        json.object { json in
            json.field("k", "table")
            json.key("align")
            json.array(head.map { Array(document.children(of: $0)) } ?? []) { json, cell in
                json.string("\(Document.Alignment(rawValue: document.nodes[cell].level) ?? .none)")
            }
            json.key("wide")
            json.boolean(TableWidth(document, facts: site.facts).isTooGreat(index))
            json.key("head")
            cells(of: head, document, into: &json, &citations)
            json.key("rows")
            json.array(rows.filter { $0 != head }) { cells(of: $1, document, into: &$0, &citations) }
        }
    }

    private func cells(
        of row: Int?, _ document: Document, into json: inout JSONWriter, _ citations: inout Citations,
    ) {
        json.array(row.map { Array(document.children(of: $0)) } ?? []) { json, cell in
            inlineArray(of: cell, document, into: &json, &citations)
        }
    }
}
