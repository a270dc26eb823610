import SiteModel

/// Documents built by hand.
enum Text {
    /// One paragraph.
    static let short = document([.paragraph("Appelez avant de vous déplacer.")])

    /// Three parts and two facts.
    static let guide = document(
        [
            .paragraph("Une menace se signale."), .heading("sur-le-moment", "Sur le moment"),
            .paragraph("Gardez vos distances."), .heading("preuves", "Conserver les preuves"),
            .paragraph("Tout garder."), .heading("apres", "Après"), .paragraph("Être accompagné."),
        ], facts: ["17", "amende", "17"])

    enum Block {
        case paragraph(String)
        case heading(String, String)
    }

    static func document(_ blocks: [Block], facts: [String] = []) -> Document {
        var document = Document()
        var previous = 0
        for block in blocks {
            var node: Document.Node
            let text: String
            switch block {
            case .paragraph(let words):
                node = Document.Node(kind: .paragraph)
                text = words
            case .heading(let id, let words):
                node = Document.Node(
                    kind: .heading, level: 2, start: UInt32(document.text.count), length: UInt32(id.utf8.count))
                document.text += id.utf8
                text = words
            }
            let index = document.nodes.count
            node.firstChild = UInt32(index + 1)
            document.nodes.append(node)
            document.nodes.append(
                Document.Node(
                    kind: .text, start: UInt32(document.text.count), length: UInt32(text.utf8.count)))
            document.text += text.utf8
            if previous == 0 {
                document.nodes[0].firstChild = UInt32(index)
            } else {
                document.nodes[previous].next = UInt32(index)
            }
            previous = index
        }
        document.directives = facts.map { Document.Directive(name: "fact", label: $0, attributes: []) }
        return document
    }
}
