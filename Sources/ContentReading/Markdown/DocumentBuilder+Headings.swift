import Diagnostics
import SiteModel

extension DocumentBuilder {
    /// Whoever listens to a page goes from heading to heading: none is another title, none is passed over.
    mutating func checkHeading(_ level: UInt8, at offset: Int) {
        let place = SourceLocation(file: file, offset: offset, length: Int(level))
        if level == 1 {
            diagnostics.append(
                .warning(
                    .headingTop, at: place, "un intertitre est du niveau du titre de la page",
                    advice: "écrivez « ## » : le titre est celui de l’en-tête (« title »)"))
        } else if level > headingLevel + 1 {
            let expected = String(repeating: "#", count: Int(headingLevel) + 1)
            diagnostics.append(
                .warning(
                    .headingSkipped, at: place, "cet intertitre saute un niveau : « \(expected) » est attendu, pas "
                        + "« \(String(repeating: "#", count: Int(level))) »",
                    advice: "écrivez « \(expected) », ou ajoutez l’intertitre qui manque au-dessus"))
        }
        // Rendered no higher than the second level.
        headingLevel = max(2, level)
    }

    /// Gives the heading that ends its address within the page: what it says, numbered where another says so too.
    mutating func identifyHeading() {
        guard let heading = open.last?.index else { return }
        var text: [UInt8] = []
        text.reserveCapacity(96)
        for index in (heading + 1)..<document.nodes.count {
            let node = document.nodes[index]
            switch node.kind {
            case .text, .code: text.append(contentsOf: document.bytes(of: node))
            case .softBreak, .lineBreak: text.append(0x20)
            case .directive: text.append(contentsOf: document.directives[Int(node.start)].label.utf8)
            default: break
            }
        }
        let start = document.text.count
        Slug.append(String(decoding: text, as: UTF8.self), to: &document.text)
        if document.text.count == start { document.text.append(contentsOf: "section".utf8) }
        let slug = start..<document.text.count
        if let same = identifiers.firstIndex(where: { document.text[$0.slug].elementsEqual(document.text[slug]) }) {
            identifiers[same].count += 1
            document.text.append(contentsOf: "-\(identifiers[same].count)".utf8)
        } else {
            identifiers.append((slug, 1))
        }
        document.nodes[heading].start = UInt32(start)
        document.nodes[heading].length = UInt32(document.text.count - start)
    }
}
