import SiteModel

extension Site {
    /// The facts that a text cites, in order of first use.
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
