public import Diagnostics
import French
public import SiteModel

/// The registry against the day and the texts: facts that must be checked again, that no longer hold, that nobody has
/// confirmed, that nobody cites.
public struct FactReview {
    private let site: Site
    private let root: String
    private let citations: FactCitations
    private let lacksTexts: Bool
    /// Facts that a misspelt citation means: that one is told.
    private let meant: Set<Fact.ID>
    private var diagnostics: [Diagnostic] = []

    /// - Parameters:
    ///   - root: folder of the content, as messages show it.
    ///   - lacksTexts: whether a text could not be read: what it cites is not known.
    public static func check(_ site: Site, root: String, lacksTexts: Bool = false) -> [Diagnostic] {
        var review = FactReview(site: site, root: root, citations: FactCitations(site), lacksTexts: lacksTexts)
        for id in site.registry.entries.keys.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) { review.check(id) }
        return review.diagnostics
    }

    private init(site: Site, root: String, citations: FactCitations, lacksTexts: Bool) {
        self.site = site
        self.root = root
        self.citations = citations
        self.lacksTexts = lacksTexts
        let known = site.registry.entries.keys
        meant = Set(citations.used.filter { site.registry.entries[$0] == nil }.compactMap { Suggestion.closest(to: $0, in: known) })
    }

    private mutating func check(_ id: Fact.ID) {
        guard let fact = site.facts[id] else { return }
        guard citations.used.contains(id) else {
            if lacksTexts || meant.contains(id) { return }
            warn(
                .factUnused, fact, "aucun texte ne cite le fait « \(id) »", advice: "citez-le par « :fact[\(id)] », ou retirez-le du registre")
            return
        }
        if !fact.holds(on: site.today) {
            outside(fact)
        } else if fact.status == .toCheck {
            toCheck(fact)
        } else if let review = fact.nextReview, fact.isOverdue(on: site.today) {
            warn(
                .factOverdue, fact, "le fait « \(id) » devait être revérifié le \(FrenchText.date(review)) au plus tard",
                advice: "relisez « \(fact.source) », corrigez-le s’il a changé, puis mettez la date du jour à « checked »",
                citedBy: citations.citations(of: id).filter(\.isPublished))
        }
    }

    private mutating func outside(_ fact: Fact) {
        let message =
            if let from = fact.from, site.today < from {
                "le fait « \(fact.id) » ne vaut qu’à partir du \(FrenchText.date(from))"
            } else {
                "le fait « \(fact.id) » ne vaut plus après le \(fact.until.map(FrenchText.date) ?? "")"
            }
        warn(
            .factOutsideWindow, fact, message,
            advice: "inscrivez ce qui vaut le \(FrenchText.date(site.today)), avec ses « from » et « until », ou ne le citez plus",
            citedBy: citations.citations(of: fact.id).filter(\.isPublished))
    }

    private mutating func toCheck(_ fact: Fact) {
        let all = citations.citations(of: fact.id)
        let published = all.filter(\.isPublished)
        if fact.isVital || site.settings.emergency.contains(fact.id) {
            vital(fact, published)
            return holdBack(fact, all.filter { !$0.isPublished })
        }
        for citation in published where citation.isOptional {
            diagnostics.append(
                Diagnostic(
                    .note, .factLeftOut, at: citation.location,
                    "cette ligne n’est pas imprimée tant que le fait « \(fact.id) » attend une vérification",
                    advice: "sur la page, elle est suivie de « \(FrenchText.toCheck) »"))
        }
        let needing = published.filter { !$0.isOptional }
        guard !needing.isEmpty else { return holdBack(fact, all.filter { !$0.isPublished }) }
        warn(
            .factToCheck, fact, "le fait « \(fact.id) » attend une vérification, et des textes publiés en ont besoin",
            advice: "vérifiez-le sur une page officielle, puis écrivez « status: checked » et « checked: … » ; sinon gardez ces textes en "
                + "brouillon (« draft: true »), ou citez-le par « :fact[\(fact.id)]{optional} »\u{A0}: sa ligne n’est alors pas imprimée",
            citedBy: needing)
    }

    /// What a person in danger calls is never left out: the text waits.
    private mutating func vital(_ fact: Fact, _ published: [FactCitations.Citation]) {
        if let place = site.settings.emergencyPlaces[fact.id] {
            diagnostics.append(
                .error(
                    .factVital, at: SourceLocation(file: "\(root)/site.yml", offset: place.lowerBound, length: place.count),
                    "le numéro d’urgence « \(fact.id) » attend une vérification",
                    advice: "vérifiez-le sur une page officielle, puis écrivez « status: checked » et « checked: … » dans \(fact.file)"))
        }
        for citation in published {
            diagnostics.append(
                .error(
                    .factVital, at: citation.location,
                    "« \(fact.id) » est un numéro d’urgence ou pour les victimes, et attend une vérification",
                    advice: "gardez ce texte en brouillon (« draft: true ») jusqu’à ce qu’une personne l’ait vérifié"))
        }
    }

    /// Drafts that wait for a check are told, and stop nothing.
    private mutating func holdBack(_ fact: Fact, _ drafts: [FactCitations.Citation]) {
        guard !drafts.isEmpty else { return }
        diagnostics.append(
            Diagnostic(
                .note, .factToCheck, at: place(of: fact), "le fait « \(fact.id) » attend une vérification",
                advice: "une fois vérifié sur une page officielle, ces textes peuvent être publiés", notes: Self.notes(drafts, "texte retenu")))
    }

    private mutating func warn(
        _ id: DiagnosticID, _ fact: Fact, _ message: String, advice: String, citedBy citations: [FactCitations.Citation] = [],
    ) {
        guard id == .factUnused || !citations.isEmpty || site.settings.emergency.contains(fact.id) else { return }
        diagnostics.append(
            .warning(id, at: place(of: fact), message, advice: advice, notes: Self.notes(citations, "cité ici")))
    }

    private static func notes(_ citations: [FactCitations.Citation], _ words: String) -> [Diagnostic.Note] {
        var files: Set<Page.ID> = []
        return citations.filter { files.insert($0.file).inserted }.map { Diagnostic.Note(words, at: $0.location) }
    }

    private func place(of fact: Fact) -> SourceLocation {
        SourceLocation(file: fact.file, offset: fact.place?.lowerBound, length: fact.place?.count ?? 1)
    }
}
