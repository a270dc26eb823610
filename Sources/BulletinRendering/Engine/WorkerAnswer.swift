import Diagnostics

/// A worker's line about one job.
struct WorkerAnswer: Decodable {
    struct Fault: Decodable {
        enum Kind: String, Decodable {
            /// Typst refuses the template.
            case template
            /// A font family that is not there.
            case font
            /// What must stand does not fit in the pages that the edition allows.
            case overflow
        }

        let kind: Kind
        let text: String
        let hints: [String]
        let file: String?
        let line: Int?
        let column: Int?
    }

    let id: String
    let pages: Int?
    let bytes: Int?
    let omitted: [String]?
    let faults: [Fault]?

    /// Where Typst says of what a page does not come to rest, that it does not needs no message of its own.
    var tellingFaults: [Fault] {
        let faults = faults ?? []
        let named = faults.filter { !$0.text.hasPrefix("document did not converge") }
        return named.isEmpty ? faults : named
    }

    var result: PrintResult? {
        guard let pages, let bytes, let omitted else { return nil }
        return PrintResult(pages: pages, bytes: bytes, omitted: omitted)
    }
}

extension WorkerAnswer.Fault {
    func diagnostic(for job: PrintJob, _ engine: PrintEngine) -> Diagnostic {
        switch kind {
        case .font:
            let families = engine.fonts.families
            let family = families.first { $0.lowercased() == text.lowercased() }
            let found = engine.templates.quoted(text)
            return PrintFonts.missing(
                family ?? found?.written ?? text, package: family.flatMap { engine.fonts.packages[$0] },
                closest: Suggestion.closest(to: text, in: families), at: found?.place ?? place(in: engine))
        case .overflow:
            return .error(
                .printOverflow, at: job.source.map { SourceLocation(file: $0) },
                "\(job.subject) : \(job.document.words) ne tient pas sur ses pages (\(Self.overflowing(text)))",
                advice: Self.shortening(job, text))
        case .template:
            let (place, word) = place(in: engine).map(engine.templates.word) ?? (nil, "")
            var words = TypstMessage.french(text)
            var advice = TypstMessage.advice(hints) ?? "corrigez le gabarit à cet endroit"
            if text == "unresolved import", let place, !word.isEmpty {
                words = "le fichier importé ne contient pas « \(word) »"
                if let meant = engine.templates.importable(like: word, at: place) {
                    advice = "vouliez-vous dire « \(meant) » ?"
                }
            }
            return .error(
                .printTemplate, at: place, "Typst refuse le gabarit d’impression : \(words)", advice: advice)
        }
    }

    private func place(in engine: PrintEngine) -> SourceLocation? {
        guard let file, let line, let column else { return nil }
        return engine.templates.location(path: file, line: line, column: column)
    }

    /// Where each part comes from is where it is shortened.
    private static func shortening(_ job: PrintJob, _ part: String) -> String {
        switch job.document {
        case .poster where part == "message": "raccourcissez le titre ou le résumé"
        case .bulletin where part == "phenomenon", .bulletinLarge where part == "phenomenon":
            "raccourcissez le titre ou le résumé du premier guide de « featured »"
        case .bulletin where part == "verso", .bulletinLarge where part == "verso":
            "raccourcissez les noms des sources (feeds.yml) ou l’ours (« publisher » de site.yml)"
        case .invitation: "raccourcissez « invitation: text » de questions.yml : une lettre tient sur une page"
        case .consultationSummary: "raccourcissez le titre ou le résumé de la consultation"
        case .card: "citez moins de numéros de téléphone, ou raccourcissez leurs libellés"
        case .leaflet, .booklet: "raccourcissez ce texte, ou partagez-le en deux"
        case .permanences: "raccourcissez dans l’agenda le titre ou le lieu des permanences, ou l’ours (« publisher » de site.yml)"
        case .registration: "annoncez moins d’immersions à la fois, ou raccourcissez leurs titres"
        case .alertNumber: "raccourcissez l’ours (« publisher » de site.yml)"
        case .smsTexts: "gardez moins de textes dans ce dossier"
        case .questionnaire, .consultationReport: "posez moins de questions : plus personne n’y répondrait"
        case .bulletin, .bulletinLarge, .poster:
            "gardez moins de contacts (feeds.yml) ou de numéros d’urgence (« emergency » de site.yml), ou raccourcissez leurs libellés"
        }
    }

    private static func overflowing(_ part: String) -> String {
        switch part {
        case "recto": "contacts et numéros d’urgence, au recto"
        case "phenomenon": "titre et résumé du phénomène du mois, au recto"
        case "verso": "sources et ours, au verso"
        case "contacts": "contacts, numéros d’urgence et sources"
        case "message": "titre, résumé et numéros à appeler"
        case "card": "numéros d’une carte"
        case "permanence": "la première permanence, contacts et sources"
        default: part
        }
    }
}
