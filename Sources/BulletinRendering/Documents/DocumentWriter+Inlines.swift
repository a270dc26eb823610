import French
import JSON
import SiteModel

extension DocumentWriter {
    /// The field `c`.
    func inlines(
        of index: Int, _ document: Document, into json: inout JSONWriter, _ citations: inout Citations,
    ) {
        json.key("c")
        inlineArray(of: index, document, into: &json, &citations)
    }

    /// Neighbouring texts are one string.
    func inlineArray(
        of index: Int, _ document: Document, into json: inout JSONWriter, _ citations: inout Citations,
    ) {
        var text: [UInt8] = []
        var children: [Piece] = []
        for child in document.children(of: index) {
            let node = document.nodes[child]
            switch node.kind {
            case .text: LongWords.append(document.bytes(of: node), to: &text)
            case .softBreak: text.append(0x20)
            case .directive where resolved(node, document) != nil:
                text.append(contentsOf: (resolved(node, document) ?? "").utf8)
            default:
                if !text.isEmpty { children.append(.text(text)) }
                text = []
                children.append(.node(child))
            }
        }
        if !text.isEmpty { children.append(.text(text)) }
        json.array(children) { json, piece in
            switch piece {
            case .text(let bytes): json.string(bytes)
            case .node(let child): inline(child, document, into: &json, &citations)
            }
        }
    }

    private enum Piece {
        case text([UInt8])
        case node(Int)
    }

    private func inline(
        _ index: Int, _ document: Document, into json: inout JSONWriter, _ citations: inout Citations,
    ) {
        let node = document.nodes[index]
        json.object { json in
            switch node.kind {
            case .emphasis:
                json.field("k", "em")
                inlines(of: index, document, into: &json, &citations)
            case .strong:
                json.field("k", "strong")
                inlines(of: index, document, into: &json, &citations)
            case .strikethrough:
                json.field("k", "del")
                inlines(of: index, document, into: &json, &citations)
            case .code:
                json.field("k", "code")
                json.key("t")
                json.string(LongWords.apply(document.bytes(of: node)))
            case .lineBreak: json.field("k", "br")
            case .link:
                link(node, text: document.plainText(of: index), document, into: &json)
                inlines(of: index, document, into: &json, &citations)
            case .image:
                json.field("k", "image")
                image(index, document, into: &json)
            case .footnoteReference:
                citations.call(note: Int(node.start))
                json.field("k", "note")
                json.field("n", Int(node.start))
            case .directive:
                let directive = document.directives[Int(node.start)]
                let id = directive.label
                citations.cite(fact: id)
                json.field("k", "fact")
                json.field("v", site.facts[id].map { FactText.value($0, as: directive.factForm) } ?? id)
                // A sentence must be cut somewhere.
                if [.long, .reference, .label].contains(directive.factForm) {
                    json.key("breakable")
                    json.boolean(true)
                }
            default:
                json.field("k", "em")
                json.key("c")
                json.array(EmptyCollection<Int>()) { _, _ in }
            }
        }
    }

    private func link(
        _ node: Document.Node, text: String, _ document: Document, into json: inout JSONWriter,
    ) {
        let link = document.links[Int(node.start)]
        let url = link.isInternal ? address.url(path: link.destination) : link.destination
        let short = address.short(url)
        json.field("k", "link")
        json.field("url", url)
        // What the text itself already says is not printed twice.
        let isSaid = text == short || text == url || url.hasPrefix("tel:")
        json.field("address", isSaid ? nil : short)
    }

    /// The fields of an image; without a file where it could not be read, as in a trial.
    func image(_ index: Int, _ document: Document, into json: inout JSONWriter) {
        let link = document.links[Int(document.nodes[index].start)]
        json.field("alt", document.plainText(of: index))
        json.field("title", link.title.isEmpty ? nil : PrintText.apply(link.title))
        guard let image = site.images[link.destination] else { return }
        json.field("file", PrintedImage.path(of: image.route(image.largest)))
        json.field("width", image.width)
        json.field("height", image.height)
    }

    /// The text that a `:date[…]` or `:commune[…]` stands for; `nil` for a fact.
    private func resolved(_ node: Document.Node, _ document: Document) -> String? {
        let directive = document.directives[Int(node.start)]
        switch directive.name {
        case "fact": return nil
        case "date": return CalendarDate(iso: directive.label).map(FrenchText.date) ?? directive.label
        case "commune":
            return site.communes.first { $0.code.text == directive.label }?.name ?? directive.label
        default: return directive.label
        }
    }
}
