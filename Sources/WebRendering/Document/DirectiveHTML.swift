import French
import SiteModel

/// Directives → HTML. Facts are rendered once for the whole site.
struct DirectiveHTML: Sendable {
    private var values: [Fact.ID: [UInt8]] = [:]
    private var facts: [Fact.ID: Fact] = [:]
    /// In order of their codes.
    private var communes: [Commune] = []
    private var basePath = "/"

    init() {}

    init(site: Site) {
        for (id, fact) in site.facts {
            values[id] = FactHTML.html(of: fact, as: nil)
        }
        facts = site.facts
        communes = site.communes
        basePath = site.settings.basePath
    }

    func appendInline(_ directive: Document.Directive, to output: inout [UInt8]) {
        switch directive.name {
        case "fact":
            if directive.attributes.isEmpty {
                if let bytes = values[directive.label] { output.append(contentsOf: bytes) }
            } else if let fact = facts[directive.label] {
                output.append(contentsOf: FactHTML.html(of: fact, as: directive.factForm))
            }
        case "commune":
            if let commune = commune(directive.label) { append(commune, to: &output) }
        case "date":
            guard let date = CalendarDate(iso: directive.label) else { return }
            output.append("<time datetime=\"")
            output.append(contentsOf: date.description.utf8)
            output.append("\">")
            output.append(contentsOf: FrenchText.date(date).utf8)
            output.append("</time>")
        default: break
        }
    }

    private func commune(_ code: String) -> Commune? {
        var range = communes.indices
        while let middle = range.isEmpty ? nil : range.lowerBound + range.count / 2 {
            let found = communes[middle].code.text
            if found == code { return communes[middle] }
            range = found < code ? (middle + 1)..<range.upperBound : range.lowerBound..<middle
        }
        return nil
    }

    private func append(_ commune: Commune, to output: inout [UInt8]) {
        output.append("<a href=\"")
        output.appendAddress(basePath + Route.commune(commune).path.dropFirst())
        output.append("\">")
        output.appendEscaped(Typography.apply(commune.name).utf8)
        output.append("</a>")
    }

    /// Writes the opening tag and the title; the caller closes `</section>`.
    func openBlock(_ directive: Document.Directive, to output: inout [UInt8]) {
        let standard: StaticString =
            switch directive.name {
            case "contacts": "Qui appeler"
            case "steps": "Que faire"
            case LabelledList.timeline: "Dans le temps"
            case LabelledList.decision: "Votre situation"
            default: "Texte à recopier"
            }
        output.append("<section class=\"block block-")
        output.appendEscaped(directive.name.utf8)
        output.append("\">\n<p class=\"block-title\">")
        if let title = directive["title"] {
            output.appendEscaped(Typography.apply(title).utf8)
        } else {
            output.append(standard)
        }
        output.append("</p>\n")
    }
}
