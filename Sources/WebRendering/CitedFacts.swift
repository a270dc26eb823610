import French
import SiteModel

extension Site {
    /// The facts that a text cites, in order of first use.
    /// Those of its texts to paste too.
    func facts(citedBy page: Page) -> [Fact] {
        var cited = facts(citedBy: page.document)
        for id in page.frontMatter.shortTexts.flatMap({ InlineFacts.identifiers(in: $0.text) }) {
            if let fact = facts[id], !cited.contains(where: { $0.id == id }) { cited.append(fact) }
        }
        return cited
    }

    func facts(citedBy document: Document) -> [Fact] {
        var cited: [Fact] = []
        for directive in document.directives where directive.name == "fact" {
            guard let fact = facts[directive.label], !cited.contains(where: { $0.id == fact.id })
            else { continue }
            cited.append(fact)
        }
        return cited
    }
}
