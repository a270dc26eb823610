import SiteModel

/// Which column of a file of answers holds what.
struct ColumnPlan {
    enum Target: Hashable {
        case fixed(FixedColumn)
        case question(String)
        /// What is ticked in a list of several, or a row of an array.
        case part(String, String)
        /// What was written beside « autre »: that it is there counts, not what it says.
        case other(String)
        /// A theme of free words, ticked by whoever read them.
        case theme(String, String)
    }

    let way: ConsultationResults.Way
    /// By column.
    let targets: [Target]
    private(set) var faults: [SheetFault] = []

    init(_ table: SheetTable, consultation: Consultation) {
        let way = Self.way(of: table)
        self.way = way
        let headings = QuestionHeadings(consultation)
        var targets: [Target] = []
        var unknown: [String] = []
        var taken: [Target: String] = [:]
        for heading in table.columns {
            // A code goes before the name of a fixed column; texts after it.
            let target = (way == .dossier ? headings.ofDossier(heading, among: table.columns) : nil) ?? headings.byCode(heading) ?? Self.fixed(heading, way).map(Target.fixed) ?? headings.byText(heading)
            guard let target else {
                unknown.append(heading)
                targets.append(.fixed(.passedOver))
                continue
            }
            if target != .fixed(.passedOver), let former = taken.updateValue(heading, forKey: target) {
                faults.append(
                    SheetFault(
                        "cette colonne et la colonne « \(Self.short(former)) » répondent à la même question", column: Self.short(heading),
                        advice: "exportez de nouveau, avec les codes des questions pour en-têtes"))
            }
            targets.append(target)
        }
        self.targets = targets
        faults += missing(consultation, unknown: unknown, headings: headings)
    }

    private static func way(of table: SheetTable) -> ConsultationResults.Way {
        let names = Set(table.columns.map { $0.lowercased() })
        if names.contains("feuille") { return .paper }
        return names.contains("état du dossier") ? .dossier : .web
    }

    private static func fixed(_ heading: String, _ way: ConsultationResults.Way) -> FixedColumn? {
        switch way {
        case .web: FixedColumn.limeSurvey(heading)
        case .dossier: FixedColumn.dossier(heading)
        case .paper: FixedColumn.paper(heading)
        }
    }

    /// What the file lacks and what it has too much; a file that shares nearly nothing is another survey's.
    private func missing(_ consultation: Consultation, unknown: [String], headings: QuestionHeadings) -> [SheetFault] {
        let there = Set(targets)
        let lacking = consultation.questions.filter { !Self.isWhole($0, in: there) }
        let counted = consultation.questions.filter { if case .text = $0.kind { false } else { true } }
        if !counted.isEmpty, lacking.count * 2 > counted.count {
            return [
                SheetFault(
                    "ce fichier n’est pas celui de cette consultation : \(lacking.count) questions sur \(counted.count) n’y ont pas de colonne",
                    line: 1, advice: "vérifiez le nom de la consultation et celui du fichier")
            ]
        }
        var faults = lacking.map { question in
            SheetFault(
                "la question « \(question.code) » n’y a pas de colonne, ou pas toutes les siennes", line: 1,
                advice: "exportez toutes les questions, ou corrigez questions.yml")
        }
        faults += unknown.map { heading in
            SheetFault(
                headings.isAmbiguous(heading)
                    ? "deux questions ont ces mots : on ne sait à laquelle répond cette colonne"
                    : "questions.yml ne connaît pas cette colonne",
                line: 1, column: Self.short(heading),
                advice: headings.isAmbiguous(heading)
                    ? "exportez de nouveau, avec les codes des questions pour en-têtes"
                    : "ajoutez la question à questions.yml, ou retirez la colonne de l’export")
        }
        if !there.contains(.fixed(.id)) || (way == .web && !there.contains(.fixed(.submitted))) {
            faults.append(
                SheetFault(
                    "il manque la colonne du numéro ou celle de la date d’envoi des réponses", line: 1,
                    advice: "exportez de nouveau en gardant les colonnes de LimeSurvey ; pour des réponses sur papier, nommez « feuille » la première"))
        }
        return faults
    }

    private static func isWhole(_ question: Question, in there: Set<Target>) -> Bool {
        if there.contains(.question(question.code)) { return true }
        switch question.kind {
        case .multiple(let choices): return choices.allSatisfy { there.contains(.part(question.code, $0.code)) }
        case .array(let rows, _): return rows.allSatisfy { there.contains(.part(question.code, $0.code)) }
        // Free words are best left out of an export.
        case .text: return true
        default: return false
        }
    }

    /// Headings are words of the questionnaire; full ones may be paragraphs.
    static func short(_ heading: String) -> String { heading.count > 60 ? "\(heading.prefix(59))…" : heading }
}
