import SiteModel

/// The cells of one row that hold answers → values by question.
struct AnswerParts {
    /// Those that hold something, with the heading of their column.
    var cells: [(target: ColumnPlan.Target, cell: String, column: String)] = []

    func values(_ questions: [String: Question], line: Int, _ faults: inout SheetFaults) -> [String: Answer.Value] {
        var values: [String: Answer.Value] = [:]
        for (target, cell, column) in cells {
            switch target {
            case .question(let code):
                guard let question = questions[code] else { continue }
                if let value = Self.value(of: question, cell, line, column, &faults) { Self.merge(value, into: &values[code]) }
            case .part(let code, let part):
                guard let question = questions[code] else { continue }
                if let value = Self.value(of: question, part: part, cell, line, column, &faults) {
                    Self.merge(value, into: &values[code])
                }
            case .other(let code):
                // That something is written there ticks it; only a mark says that it does not.
                guard let question = questions[code] else { continue }
                let isTicked = AnswerWords.tick(cell) != false
                if question.isExclusive {
                    if isTicked, values[code] == nil { values[code] = .choice(Question.other) }
                } else {
                    Self.merge(.choices(isTicked ? [Question.other] : []), into: &values[code])
                }
            case .theme(let code, let theme):
                guard let isTicked = AnswerWords.tick(cell) else {
                    faults.add(Self.fault("cette case n’est ni cochée ni vide", line, column))
                    continue
                }
                // A survey where nobody has ticked themes yet gives only blanks.
                if isTicked { Self.merge(.words(themes: [theme]), into: &values[code]) }
            case .fixed: break
            }
        }
        return values
    }

    /// The commune that answers; it is no value.
    func commune(_ questions: [String: Question], line: Int, _ faults: inout SheetFaults) -> INSEECode? {
        var named: INSEECode?
        for (target, cell, column) in cells {
            guard case .question(let code) = target, questions[code]?.kind == .commune else { continue }
            if let read = INSEECode(cell.uppercased()) {
                named = read
            } else {
                faults.add(Self.fault("ce n’est pas le code INSEE d’une commune", line, column, advice: "cinq caractères, comme 74010"))
            }
        }
        return named
    }

    private static func value(
        of question: Question, _ cell: String, _ line: Int, _ column: String, _ faults: inout SheetFaults,
    ) -> Answer.Value? {
        switch question.kind {
        case .list(let choices):
            if let code = AnswerWords.code(cell, among: choices, other: question.hasOther) { return .choice(code) }
            // Démarches simplifiées puts the words of « autre » in place of the choice.
            if question.hasOther, !column.contains("["), column != question.code { return .choice(Question.other) }
            faults.add(outside(choices.map(\.code), line, column))
        case .fivePoint:
            if let point = AnswerWords.number(cell), (1...5).contains(point) { return .choice("\(point)") }
            faults.add(outside(["1", "2", "3", "4", "5"], line, column))
        case .multiple(let choices):
            if let codes = AnswerWords.codes(cell, among: choices, other: question.hasOther) { return .choices(codes) }
            if question.hasOther, column != question.code { return .choices([Question.other]) }
            faults.add(outside(choices.map(\.code), line, column))
        case .number(let range):
            if let number = AnswerWords.number(cell), range.band(of: number) != nil { return .number(number) }
            let end = range.highest.map { " à \($0)" } ?? ""
            faults.add(fault("la réponse n’est pas un nombre entier de \(range.lowest)\(end)", line, column, advice: outsideAdvice))
        case .text:
            return .words(themes: nil)
        case .array:
            faults.add(fault("un tableau a une colonne par ligne de la question", line, column))
        case .commune:
            break
        }
        return nil
    }

    private static func value(
        of question: Question, part: String, _ cell: String, _ line: Int, _ column: String, _ faults: inout SheetFaults,
    ) -> Answer.Value? {
        if case .array(_, let scale) = question.kind {
            if let code = AnswerWords.code(cell, among: scale, other: false) { return .rows([part: code]) }
            faults.add(outside(scale.map(\.code), line, column))
            return nil
        }
        guard let isTicked = AnswerWords.tick(cell) else {
            faults.add(fault("cette case n’est ni cochée ni vide", line, column, advice: outsideAdvice))
            return nil
        }
        return .choices(isTicked ? [part] : [])
    }

    private static func merge(_ value: Answer.Value, into former: inout Answer.Value?) {
        switch (former, value) {
        case (.choices(let left), .choices(let right)): former = .choices(left.union(right))
        case (.rows(let left), .rows(let right)): former = .rows(left.merging(right) { _, last in last })
        case (.words(let left), .words(let right)): former = .words(themes: left.map { $0.union(right ?? []) } ?? right)
        // « autre » beside a choice adds nothing to it.
        default: former = value
        }
    }

    private static let outsideAdvice = "corrigez la réponse dans le fichier d’origine, ou questions.yml si l’enquête a changé"

    private static func outside(_ codes: [String], _ line: Int, _ column: String) -> SheetFault {
        fault("la réponse n’est pas de celles de questions.yml : \(codes.joined(separator: ", "))", line, column, advice: outsideAdvice)
    }

    private static func fault(_ message: String, _ line: Int, _ column: String, advice: String? = nil) -> SheetFault {
        SheetFault(message, line: line, column: column, advice: advice)
    }
}
