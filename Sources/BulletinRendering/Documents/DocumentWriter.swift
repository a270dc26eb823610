import French
import JSON
import SiteModel

/// Writes documents as the JSON that `site-templates/print/lib/document.typ` turns into content.
///
/// Facts, dates and names of communes are resolved here: the template gets texts.
struct DocumentWriter {
    let site: Site
    let address: PrintAddress

    init(site: Site) {
        self.site = site
        self.address = PrintAddress(base: site.settings.baseURL)
    }

    /// `[{"blocks": […], "notes": […], "facts": […]}]`, one object a part.
    ///
    /// - Returns: the facts that the document cites, each once, in order.
    func parts(of document: Document, into json: inout JSONWriter) -> [Fact.ID] {
        var all = Citations()
        let levels = headingLevels(of: document)
        let notes = notes(of: document)
        json.array(DocumentParts.of(document)) { json, part in
            var citations = Citations()
            json.object { json in
                json.key("blocks")
                json.array(part) { block($1, document, levels, into: &$0, &citations) }
                json.key("notes")
                let numbers = citations.notes
                json.array(numbers) { json, number in
                    json.object { json in
                        json.field("n", number)
                        json.key("c")
                        json.array(notes[number].map { Array(document.children(of: $0)) } ?? []) {
                            block($1, document, levels, into: &$0, &citations)
                        }
                    }
                }
                json.key("facts")
                json.array(citations.facts) { $0.string($1) }
                for fact in citations.facts { all.cite(fact: fact) }
            }
        }
        return all.facts
    }

    /// What a part cites, each once, in order.
    struct Citations {
        private(set) var facts: [Fact.ID] = []
        private(set) var notes: [Int] = []

        mutating func cite(fact: Fact.ID) {
            if !facts.contains(fact) { facts.append(fact) }
        }

        mutating func call(note number: Int) {
            if !notes.contains(number) { notes.append(number) }
        }
    }

    private func notes(of document: Document) -> [Int: Int] {
        var notes: [Int: Int] = [:]
        for index in document.children(of: 0) where document.nodes[index].kind == .footnoteDefinition {
            notes[Int(document.nodes[index].start)] = index
        }
        return notes
    }

    /// Level of each heading at the top of the document: 2 for the highest, deeper without a jump
    /// (PDF/UA-1 refuses one), below the heading 1 that the template sets above the document.
    private func headingLevels(of document: Document) -> [Int: Int] {
        let headings = document.children(of: 0).filter { document.nodes[$0].kind == .heading }
        let highest = headings.map { Int(document.nodes[$0].level) }.min() ?? 2
        var levels: [Int: Int] = [:]
        var previous = 1
        for index in headings {
            let level = min(Int(document.nodes[index].level) - highest + 2, previous + 1)
            levels[index] = level
            previous = level
        }
        return levels
    }
}
