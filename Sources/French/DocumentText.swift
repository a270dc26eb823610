public import SiteModel

/// A document as plain text on one line, for programs that show no more: facts by their values, blocks as sentences.
public struct DocumentText {
    private let site: Site
    private var text = ""
    /// Whether numbers for an emergency are marked, so that what is shortened does not lose them.
    private var marksNumbers = false

    /// Empty for an empty document.
    public static func text(of document: Document, in site: Site) -> String {
        var writer = DocumentText(site: site)
        writer.write(childrenOf: 0, document)
        return writer.text
    }

    /// What an alert tells, and what stands below its heading « Que faire », up to the next heading as high.
    public static func parts(of document: Document, in site: Site) -> (told: String, advice: String) {
        var told = DocumentText(site: site)
        var advice = DocumentText(site: site)
        var level: UInt8?
        for child in document.children(of: 0) {
            let node = document.nodes[child]
            if node.kind == .heading {
                if let open = level, node.level <= open { level = nil }
                if level == nil, Slug.make(heading(child, document, in: site)).hasPrefix("que-faire") {
                    level = node.level
                    continue
                }
            }
            if level == nil { told.write(child, document) } else { advice.write(child, document) }
        }
        return (told.trimmed, advice.trimmed)
    }

    /// The same, paragraph by paragraph and item by item; without headings.
    public static func passages(of document: Document, in site: Site) -> (told: [Passage], advice: [Passage]) {
        var told: [Passage] = []
        var advice: [Passage] = []
        var level: UInt8?
        for child in document.children(of: 0) {
            let node = document.nodes[child]
            if node.kind == .heading {
                if let open = level, node.level <= open { level = nil }
                if level == nil, Slug.make(heading(child, document, in: site)).hasPrefix("que-faire") { level = node.level }
            } else if level == nil {
                gather(child, document, in: site, into: &told)
            } else {
                gather(child, document, in: site, into: &advice)
            }
        }
        return (told, advice)
    }

    private static func gather(_ index: Int, _ document: Document, in site: Site, into passages: inout [Passage]) {
        let node = document.nodes[index]
        switch node.kind {
        case .list:
            let numbers = node.level == 1 ? Int(node.start) : nil
            for (place, item) in document.children(of: index).enumerated() {
                add(item, document, in: site, as: .item(numbers.map { $0 + place }), into: &passages)
            }
        case .block, .blockQuote, .alert:
            if node.kind == .block, let title = document.directives[Int(node.start)]["title"] {
                passages.append(Passage(marked: Typography.apply(title)))
            }
            for child in document.children(of: index) { gather(child, document, in: site, into: &passages) }
        case .heading, .footnoteDefinition, .thematicBreak: break
        default: add(index, document, in: site, as: .paragraph, into: &passages)
        }
    }

    private static func add(
        _ index: Int, _ document: Document, in site: Site, as form: Passage.Form, into passages: inout [Passage],
    ) {
        var writer = DocumentText(site: site)
        writer.marksNumbers = true
        writer.write(index, document)
        let passage = Passage(marked: writer.trimmed, form: form, hasLinks: hasLinks(index, document))
        if !passage.sentences.isEmpty { passages.append(passage) }
    }

    private static func hasLinks(_ index: Int, _ document: Document) -> Bool {
        document.children(of: index).contains { document.nodes[$0].kind == .link || hasLinks($0, document) }
    }

    private static func heading(_ index: Int, _ document: Document, in site: Site) -> String {
        var writer = DocumentText(site: site)
        writer.write(index, document)
        return writer.text
    }

    private var trimmed: String { text.last == " " ? String(text.dropLast()) : text }

    private init(site: Site) { self.site = site }

    private mutating func write(childrenOf index: Int, _ document: Document) {
        for child in document.children(of: index) { write(child, document) }
    }

    private mutating func write(_ index: Int, _ document: Document) {
        let node = document.nodes[index]
        switch node.kind {
        case .text, .code: text += document.string(of: node)
        case .codeBlock:
            text += document.string(of: node)
            endBlock()
        case .softBreak, .lineBreak: text += " "
        case .directive: text += words(of: document.directives[Int(node.start)])
        case .block:
            if let title = document.directives[Int(node.start)]["title"] {
                text += Typography.apply(title)
                endBlock()
            }
            write(childrenOf: index, document)
        case .paragraph, .heading, .tableCell:
            write(childrenOf: index, document)
            endBlock()
        case .footnoteReference, .thematicBreak: break
        default: write(childrenOf: index, document)
        }
    }

    /// A block that does not end as a sentence does must not run into the next one.
    private mutating func endBlock() {
        while let last = text.last, last.isWhitespace { text.removeLast() }
        guard let last = text.last else { return }
        text += ".!?…:;,".contains(last) ? " " : ". "
    }

    private func words(of directive: Document.Directive) -> String {
        switch directive.name {
        case "fact":
            guard let fact = site.facts[directive.label] else { return "" }
            let words = FrenchText.text(of: fact, as: directive.factForm)
            return marksNumbers && site.settings.emergency.contains(fact.id) ? Passage.marked(words, number: FrenchText.value(of: fact)) : words
        case "date": return CalendarDate(iso: directive.label).map(FrenchText.date) ?? ""
        case "commune":
            return site.communes.first { $0.code.text == directive.label }.map { Typography.apply($0.name) } ?? ""
        default: return ""
        }
    }
}
