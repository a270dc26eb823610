import Diagnostics
import SiteModel

/// What texts and settings refer to exists: facts, dates, communes, featured guides.
struct ReferenceCheck {
    private let site: Site
    private let communes: Set<String>
    private let unpublished: Set<Page.ID>
    private let gaps: SiteAssembler.Gaps
    private var diagnostics: [Diagnostic] = []

    static func check(_ site: Site, root: String, unpublished: Set<Page.ID>, gaps: SiteAssembler.Gaps) -> [Diagnostic] {
        var check = ReferenceCheck(site: site, unpublished: unpublished, gaps: gaps)
        check.checkSettings(root: root)
        check.checkMeasures(root: root)
        for page in site.guides { check.check(page) }
        for page in site.pages { check.check(page) }
        for alert in site.alerts { check.check(alert) }
        for edition in site.editions { check.check(edition, root: root) }
        for code in site.communeNotes.keys.sorted() {
            guard let note = site.communeNotes[code] else { continue }
            check.check(note)
            check.checkCommune(code.text, at: SourceLocation(file: note.file))
        }
        return check.diagnostics
    }

    private init(site: Site, unpublished: Set<Page.ID>, gaps: SiteAssembler.Gaps) {
        self.site = site
        self.unpublished = unpublished
        self.gaps = gaps
        communes = Set(site.communes.map(\.code.text))
    }

    private mutating func checkSettings(root: String) {
        for id in site.settings.emergency {
            checkFact(id, at: SourceLocation(file: "\(root)/site.yml", bytes: site.settings.emergencyPlaces[id]))
        }
        if !site.settings.demonstration, !gaps.settings {
            for feed in site.feeds where feed.nature == .demonstration {
                diagnostics.append(
                    .warning(
                        .feedDemonstration, at: SourceLocation(file: feed.file),
                        "la source « \(feed.id) » contient des données de démonstration",
                        advice: "remplacez-la par un fichier officiel, ou écrivez « demonstration: true » dans site.yml"))
            }
        }
    }

    private mutating func check(_ page: Page) {
        for text in page.frontMatter.shortTexts {
            let cited = InlineFacts.directives(in: text.text)
            for (index, directive) in cited.enumerated() {
                let place = text.citationPlaces.count == cited.count ? text.citationPlaces[index] : text.place
                check(directive, at: SourceLocation(file: page.file, bytes: place))
            }
        }
        guard !page.document.directives.isEmpty else { return }
        for node in page.document.nodes where node.kind == .directive {
            let directive = page.document.directives[Int(node.start)]
            let place = SourceLocation(file: page.file, offset: Int(node.source), length: Int(node.length))
            switch directive.name {
            case "fact":
                check(directive, at: place)
            case "commune": checkCommune(directive.label, at: place)
            case "date" where CalendarDate(iso: directive.label) == nil:
                diagnostics.append(.dateInvalid(directive.label, at: place))
            default: break
            }
        }
    }

    private mutating func check(_ alert: Alert) {
        check(alert.page)
        for code in alert.named {
            let place = alert.page.frontMatter.places[code.text]
            checkCommune(code.text, at: SourceLocation(file: alert.page.file, bytes: place))
        }
    }

    private mutating func check(_ edition: Edition, root: String) {
        check(edition.page)
        for directive in edition.briefs.flatMap(InlineFacts.directives) {
            let place = edition.page.frontMatter.places[directive.opening]
            check(directive, at: SourceLocation(file: edition.page.file, bytes: place))
        }
        // What went to print needs its guides no longer.
        guard edition.frozen == nil else { return }
        let guides = site.guides.map(\.file)
        for path in edition.featured {
            let places = edition.page.frontMatter.places.filter {
                LinkResolver.join("/" + $0.key, from: "", root: root) == path
            }
            let place = SourceLocation(
                file: edition.page.file, bytes: places.values.min { $0.lowerBound < $1.lowerBound })
            checkPath(path, among: guides, named: "le guide", key: "featured", root: root, at: place)
        }
    }

    private mutating func checkMeasures(root: String) {
        let pages = (site.guides + site.pages).map(\.file)
        for measure in site.measures {
            guard let path = measure.page else { continue }
            let place = SourceLocation(file: "\(root)/operation.yml", bytes: measure.pagePlace)
            checkPath(path, among: pages, named: "la page", key: "page", root: root, at: place)
        }
    }

    /// A path that an editor wrote from the content's root under `key`, and reads from there in messages.
    private mutating func checkPath(
        _ path: Page.ID, among files: [Page.ID], named name: String, key: String, root: String, at place: SourceLocation,
    ) {
        guard !files.contains(path), !gaps.pages.contains(path) else { return }
        func written(_ file: Page.ID) -> String { String(file.dropFirst(root.utf8.count + 1)) }
        let (ending, it) = name == "la page" ? ("e", "la") : ("", "le")
        guard !unpublished.contains(path) else {
            diagnostics.append(
                .error(
                    .linkBroken, at: place, "\(name) « \(written(path)) » n’est pas publié\(ending) aujourd’hui",
                    advice: "publiez-\(it), ou retirez-\(it) de « \(key) »"))
            return
        }
        diagnostics.append(
            .error(
                .linkBroken, at: place, "\(name) « \(written(path)) » n’existe pas",
                advice: Suggestion.closest(to: written(path), in: files.map(written))
                    .map { "vouliez-vous dire « \($0) » ?" } ?? "écrivez un chemin comme « guides/elus/menaces.md »"))
    }

    /// A citation of a fact.
    private mutating func check(_ directive: Document.Directive, at place: SourceLocation) {
        checkFact(directive.label, at: place) { directive.written(label: $0) }
        if let fault = FactCitationCheck.fault(of: directive, citing: site.facts[directive.label], in: site.settings, at: place) {
            diagnostics.append(fault)
        }
    }

    /// - Parameter written: a citation of another fact, as it is to be typed there.
    private mutating func checkFact(_ id: Fact.ID, at place: SourceLocation, written: (Fact.ID) -> String = { $0 }) {
        guard site.facts[id] == nil, !gaps.facts else { return }
        diagnostics.append(
            .error(
                .factUnknown, at: place, "le fait « \(id) » n’est pas dans facts.yml",
                advice: Suggestion.closest(to: id, in: site.facts.keys.sorted())
                    .map { "vouliez-vous dire « \(written($0)) » ?" }
                    ?? "inscrivez-le dans facts.yml avec sa source et sa date"))
    }

    private mutating func checkCommune(_ code: String, at place: SourceLocation) {
        guard !communes.contains(code), !gaps.communes else { return }
        diagnostics.append(
            .error(
                .feedCodeUnknown, at: place, "aucune commune du département n’a le code « \(code) »",
                advice: Suggestion.closest(to: code, in: communes.sorted())
                    .map { "vouliez-vous dire « \($0) » ?" } ?? "corrigez le code INSEE"))
    }
}
