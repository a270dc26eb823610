public import SiteModel

/// A document as plain text on one line, for programs that show no more: facts by their values, blocks as sentences.
public struct DocumentText {
    private let site: Site
    private var text = ""

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
            return FrenchText.text(of: fact, as: directive.factForm)
        case "date": return CalendarDate(iso: directive.label).map(FrenchText.date) ?? ""
        case "commune":
            return site.communes.first { $0.code.text == directive.label }.map { Typography.apply($0.name) } ?? ""
        default: return ""
        }
    }
}
