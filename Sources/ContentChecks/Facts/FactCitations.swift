public import Diagnostics
public import SiteModel

/// Which texts cite which facts.
public struct FactCitations {
    /// A text that cites a fact, and where it first does.
    public struct Citation {
        public let file: Page.ID
        public let location: SourceLocation
        public let isPublished: Bool
        /// Whether the line may be left out of prints while the fact is not certain.
        public let isOptional: Bool
    }

    public private(set) var used: Set<Fact.ID> = []
    private let texts: [(page: Page, lines: [String], isPublished: Bool)]

    public init(_ site: Site) {
        var texts: [(page: Page, lines: [String], isPublished: Bool)] = []
        func add(_ page: Page, lines: [String] = [], isPublished: Bool = true) {
            // A draft that is shown is none the less one.
            texts.append((page, lines + page.frontMatter.shortTexts.map(\.text), isPublished && !page.frontMatter.draft))
        }
        for page in site.guides { add(page) }
        for page in site.pages { add(page) }
        for alert in site.alerts { add(alert.page) }
        for edition in site.editions { add(edition.page, lines: edition.briefs) }
        for code in site.communeNotes.keys.sorted() {
            if let note = site.communeNotes[code] { add(note) }
        }
        for page in site.unpublished + site.reserved.map(\.page) { add(page, isPublished: false) }
        self.texts = texts
        used.formUnion(site.settings.emergency)
        for text in texts {
            used.formUnion(text.page.document.citedFacts)
            for line in text.lines { used.formUnion(InlineFacts.directives(in: line).lazy.map(\.label)) }
        }
    }

    /// One a text and, where a text has both, one that is optional and one that is not.
    public func citations(of id: Fact.ID) -> [Citation] {
        var found: [Citation] = []
        for (page, lines, isPublished) in texts {
            var seen: Set<Bool> = []
            for node in page.document.nodes where node.kind == .directive {
                let directive = page.document.directives[Int(node.start)]
                guard directive.name == "fact", directive.label == id, seen.insert(directive.isOptionalFact).inserted else { continue }
                let place = SourceLocation(file: page.file, offset: Int(node.source), length: Int(node.length))
                found.append(
                    Citation(file: page.file, location: place, isPublished: isPublished, isOptional: directive.isOptionalFact))
            }
            guard seen.isEmpty, lines.contains(where: { InlineFacts.directives(in: $0).contains { $0.label == id } }) else { continue }
            found.append(
                Citation(file: page.file, location: SourceLocation(file: page.file), isPublished: isPublished, isOptional: false))
        }
        return found
    }
}
