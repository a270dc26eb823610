import SiteModel
import Testing

/// Lines that are left out of a print, in a document made by hand.
@Suite struct LeavingOutTests {
    /// A heading, a list of two items of which the second cites a fact, a paragraph.
    private func document(cited: Bool) -> Document {
        var nodes = [
            Document.Node(kind: .document), Document.Node(kind: .heading, level: 2), Document.Node(kind: .list),
            Document.Node(kind: .item), Document.Node(kind: .paragraph), Document.Node(kind: .text),
            Document.Node(kind: .item), Document.Node(kind: .paragraph), Document.Node(kind: .directive, start: 0),
            Document.Node(kind: .paragraph),
        ]
        func child(_ parent: Int, _ first: UInt32) { nodes[parent].firstChild = first }
        child(0, 1)
        nodes[1].next = 2
        nodes[2].next = 9
        child(2, 3)
        nodes[3].next = 6
        child(3, 4)
        child(4, 5)
        child(6, 7)
        child(7, 8)
        let directive = Document.Directive(name: "fact", label: cited ? "x" : "y", attributes: [("optional", "")])
        return Document(nodes: nodes, directives: [directive])
    }

    @Test func anItemGoesAlone() {
        let kept = document(cited: true).leavingOut { $0.label == "x" }
        let blocks = Array(kept.children(of: 0))
        #expect(blocks.map { kept.nodes[$0].kind } == [.heading, .list, .paragraph])
        #expect(Array(kept.children(of: blocks[1])).count == 1)
        // What reads nodes one after the other does not meet it either.
        #expect(kept.directives.isEmpty && kept.nodes.count == 7)
    }

    @Test func nothingGoesWhereNothingIsMeant() {
        let kept = document(cited: false).leavingOut { $0.label == "x" }
        #expect(Array(kept.children(of: 2)) == [3, 6])
    }
}
