import SiteModel

/// The rows of one file → answers. What people wrote is left where it stands: it reaches no value and no message.
struct AnswerRows {
    private(set) var answers: [ReadAnswer] = []
    private(set) var faults: SheetFaults
    /// Rows, and those of them that were not finished.
    private(set) var rowCount = 0
    private(set) var unfinished = 0
    /// Numbers of all rows.
    private(set) var ids: Set<String> = []

    private let consultation: Consultation
    private let plan: ColumnPlan
    private let questions: [String: Question]
    private let columns: [String]
    private let invited: Set<INSEECode>?

    /// - Parameter invited: the communes that are asked; `nil` where they are not known.
    init(_ table: SheetTable, _ plan: ColumnPlan, consultation: Consultation, invited: Set<INSEECode>?) {
        self.consultation = consultation
        self.invited = invited
        self.plan = plan
        questions = Dictionary(consultation.questions.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
        columns = table.columns.map(ColumnPlan.short)
        faults = SheetFaults()
        for row in table.rows where row.cells.contains(where: { !$0.isEmpty }) { read(row) }
    }

    private mutating func read(_ row: SheetTable.Row) {
        rowCount += 1
        var id = ""
        var sent = ""
        var token = ""
        var sentColumn = ""
        var parts = AnswerParts()
        for (place, target) in plan.targets.enumerated() {
            let cell = SheetTable.trimmed(row.cells[place])
            if AnswerWords.isEmpty(cell) { continue }
            switch target {
            case .fixed(.id): id = cell
            case .fixed(.submitted): (sent, sentColumn) = (cell, columns[place])
            case .fixed(.token): token = cell
            case .fixed(.passedOver): break
            default: parts.cells.append((target, cell, columns[place]))
            }
        }
        ids.insert(id)
        // LimeSurvey leaves the date out of what was begun and not sent.
        if plan.way != .paper, sent.isEmpty {
            unfinished += 1
            return
        }
        if id.isEmpty {
            faults.add(SheetFault("la réponse n’a pas de numéro", line: row.line, advice: "exportez le fichier de nouveau"))
            return
        }
        let (day, order) = moment(sent, line: row.line, column: sentColumn)
        let (values, leftOut) = consultation.asked(parts.values(questions, line: row.line, &faults))
        let commune = parts.commune(questions, line: row.line, &faults)
        if let commune, let invited, !invited.contains(commune) {
            faults.add(
                SheetFault(
                    "la réponse est d’une commune qui n’est pas consultée", line: row.line,
                    advice: "corrigez le code de la commune, ou « scope » de questions.yml"))
        }
        let answer = Answer(way: plan.way, commune: commune, day: day, values: values)
        // An anonymous survey keeps nothing that tells who answered, even where an export would.
        let key = consultation.isAnonymous ? nil : commune.map { "c\($0)" } ?? (token.isEmpty ? nil : "t\(token)")
        answers.append(ReadAnswer(line: row.line, id: id, key: key, order: order, answer: answer, leftOut: leftOut))
    }

    /// LimeSurvey puts the first of January 1980 where a survey dates nothing.
    private mutating func moment(_ sent: String, line: Int, column: String) -> (day: CalendarDate?, order: String) {
        if sent.isEmpty || sent.hasPrefix("1980-01-01") || sent.hasPrefix("01/01/1980") { return (nil, "") }
        guard let (day, order) = AnswerWords.day(sent) else {
            faults.add(
                SheetFault(
                    "ce n’est pas une date", line: line, column: column, advice: "attendu : 2026-06-08 10:00:00, ou 08/06/2026"))
            return (nil, "")
        }
        if day > consultation.closes || day < consultation.opens {
            faults.add(
                SheetFault(
                    day > consultation.closes
                        ? "la réponse est arrivée après la clôture (\(consultation.closes))"
                        : "la réponse est arrivée avant l’ouverture (\(consultation.opens)) : un essai, sans doute",
                    line: line, column: column,
                    advice: "supprimez-la dans LimeSurvey et exportez de nouveau, ou corrigez les dates de questions.yml"))
        }
        return (day, order)
    }
}
