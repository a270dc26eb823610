import JSON
import SiteModel

extension DocumentWriter {
    func block(
        _ index: Int, _ document: Document, _ levels: [Int: Int], into json: inout JSONWriter,
        _ citations: inout Citations,
    ) {
        let node = document.nodes[index]
        switch node.kind {
        case .paragraph:
            json.object { json in
                if let figure = document.figure(inParagraph: index) {
                    json.field("k", "figure")
                    image(figure, document, into: &json)
                    return
                }
                json.field("k", "p")
                inlines(of: index, document, into: &json, &citations)
            }
        case .heading:
            if let level = levels[index] {
                json.object { json in
                    json.field("k", "h")
                    json.field("l", level)
                    inlines(of: index, document, into: &json, &citations)
                }
            } else {
                // Inside a block: no place in the outline.
                json.object { json in
                    json.field("k", "p")
                    json.key("c")
                    json.array(CollectionOfOne(index)) { json, _ in
                        json.object { json in
                            json.field("k", "strong")
                            inlines(of: index, document, into: &json, &citations)
                        }
                    }
                }
            }
        case .list: list(index, document, levels, into: &json, &citations)
        case .item:
            json.object { json in
                json.field("k", "item")
                blocks(of: index, document, levels, into: &json, &citations)
            }
        case .blockQuote:
            json.object { json in
                json.field("k", "quote")
                blocks(of: index, document, levels, into: &json, &citations)
            }
        case .alert:
            json.object { json in
                json.field("k", "alert")
                json.field("kind", Document.AlertKind(rawValue: node.level).map { "\($0)" } ?? "note")
                blocks(of: index, document, levels, into: &json, &citations)
            }
        case .codeBlock:
            json.object { json in
                json.field("k", "codeblock")
                json.key("t")
                json.string(LongWords.apply(document.bytes(of: node)))
            }
        case .thematicBreak: json.object { $0.field("k", "rule") }
        case .table: table(index, document, into: &json, &citations)
        case .block:
            json.object { json in
                json.field("k", "block")
                let directive = document.directives[Int(node.start)]
                json.field("name", directive.name)
                if LabelledList.names.contains(directive.name) { json.field("title", directive["title"].map(PrintText.apply)) }
                blocks(of: index, document, levels, into: &json, &citations)
            }
        case .document, .tableRow, .tableCell, .footnoteDefinition, .text, .softBreak, .lineBreak, .code,
            .emphasis, .strong, .strikethrough, .link, .image, .footnoteReference, .directive:
            break
        }
    }

    private func blocks(
        of index: Int, _ document: Document, _ levels: [Int: Int], into json: inout JSONWriter,
        _ citations: inout Citations,
    ) {
        json.key("c")
        json.array(document.children(of: index)) { block($1, document, levels, into: &$0, &citations) }
    }

    private func list(
        _ index: Int, _ document: Document, _ levels: [Int: Int], into json: inout JSONWriter,
        _ citations: inout Citations,
    ) {
        let node = document.nodes[index]
        let tasks = document.children(of: index).map { document.nodes[$0].level }
        json.object { json in
            if node.level == 1 {
                json.field("k", "ol")
                json.field("start", Int(node.start))
            } else if tasks.contains(where: { $0 != Document.Task.none.rawValue }) {
                json.field("k", "tasks")
                json.key("done")
                json.array(tasks) { $0.boolean($1 == Document.Task.done.rawValue) }
            } else {
                json.field("k", "ul")
            }
            json.key("tight")
            json.boolean(node.flags == 1)
            blocks(of: index, document, levels, into: &json, &citations)
        }
    }
}
