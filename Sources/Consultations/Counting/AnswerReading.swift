public import SiteModel

/// Files of answers → the answers that count, in memory, and a report that names nobody.
public struct AnswerReading: Sendable {
    public struct File: Sendable {
        /// As messages show it.
        public let name: String
        public let bytes: [UInt8]

        public init(name: String, bytes: [UInt8]) {
            self.name = name
            self.bytes = bytes
        }
    }

    public struct Fault: Sendable, Hashable {
        public let file: String
        public let fault: SheetFault

        public var text: String { "\(file) : \(fault.text)" }
    }

    /// `nil` where a fault leaves nothing that could be counted rightly.
    public private(set) var sheet: AnswerSheet?
    public private(set) var report: AnswerReport
    public private(set) var faults: [Fault] = []
    /// Numbers of all rows, those that do not count among them, after their way.
    private var ids: Set<String> = []

    /// - Parameters:
    ///   - files: exports of LimeSurvey and Démarches simplifiées, tables of answers on paper.
    ///   - coded: themes of free words.
    ///   - invited: the communes that are asked; `nil` where they are not known.
    public init(_ files: [File], coded: [File] = [], for consultation: Consultation, invited: Set<INSEECode>? = nil) {
        report = AnswerReport(isAnonymous: consultation.isAnonymous)
        var read: [ReadAnswer] = []
        for file in files { read += rows(of: file, consultation, invited) }
        checkNumbers(read)
        var kept = ReadAnswer.latest(of: read)
        report.doubles = read.count - kept.count
        for question in kept.flatMap(\.leftOut) { report.notAsked[question, default: 0] += 1 }
        report.withoutKey = kept.count { $0.key == nil }
        // Of answers that could not be read, nothing is known to be missing.
        for file in report.files.count == files.count ? coded : [] { give(themesOf: file, to: &kept, consultation) }
        let answers = kept.map(\.answer)
        report.finish(answers)
        if faults.isEmpty { sheet = AnswerSheet(consultation: consultation, answers: answers) }
    }

    private mutating func rows(of file: File, _ consultation: Consultation, _ invited: Set<INSEECode>?) -> [ReadAnswer] {
        guard let table = table(file) else { return [] }
        let plan = ColumnPlan(table, consultation: consultation)
        add(plan.faults, file)
        // Rows under columns that are not understood would only repeat it.
        guard plan.faults.isEmpty else { return [] }
        let rows = AnswerRows(table, plan, consultation: consultation, invited: invited)
        add(rows.faults.told, file)
        report.files.append(.init(name: file.name, way: plan.way, rows: rows.rowCount, unfinished: rows.unfinished))
        ids.formUnion(rows.ids.map { "\(plan.way) \($0)" })
        return rows.answers.map { answer in
            var answer = answer
            answer.file = file.name
            return answer
        }
    }

    private mutating func table(_ file: File) -> SheetTable? {
        do throws(SheetFault) {
            return try SheetTable(file.bytes)
        } catch {
            add([error], file)
            return nil
        }
    }

    /// The same export given twice would count everybody twice.
    private mutating func checkNumbers(_ answers: [ReadAnswer]) {
        var seen: [String: ReadAnswer] = [:]
        var found: [String: SheetFaults] = [:]
        for answer in answers {
            guard let former = seen.updateValue(answer, forKey: "\(answer.answer.way) \(answer.id)") else { continue }
            let isSame = former.file == answer.file
            found[answer.file, default: SheetFaults()].add(
                SheetFault(
                    isSame
                        ? "deux réponses de ce fichier ont le même numéro" : "une réponse de « \(former.file) » a le même numéro",
                    line: answer.line,
                    advice: "ne donnez chaque export qu’une fois ; numérotez les feuilles sans recommencer"))
        }
        for file in found.keys.sorted() {
            faults += (found[file]?.told ?? []).map { Fault(file: file, fault: $0) }
        }
    }

    private mutating func give(themesOf file: File, to answers: inout [ReadAnswer], _ consultation: Consultation) {
        guard let table = table(file) else { return }
        let coded = CodedThemes(table, consultation: consultation)
        add(coded.faults.told, file)
        let ways = Set(report.files.map(\.way))
        var places: [String: Int] = [:]
        for (place, answer) in answers.enumerated() { places["\(answer.answer.way) \(answer.id)"] = place }
        var lost = SheetFaults()
        for (key, (codes, line)) in coded.themes.sorted(by: { $0.value.line < $1.value.line }) {
            guard let way = key.way ?? (ways.count == 1 ? ways.first : nil) else {
                lost.add(
                    SheetFault(
                        "les réponses sont venues par plusieurs voies : il faut dire laquelle", line: line,
                        advice: "ajoutez une colonne « voie » : web, dossier ou papier"))
                continue
            }
            guard let place = places["\(way) \(key.id)"] else {
                // One that was replaced by a later one, or not finished, may keep its line.
                if !ids.contains("\(way) \(key.id)") {
                    lost.add(
                        SheetFault(
                            "aucune réponse n’a ce numéro", line: line, column: "numero", advice: "vérifiez le numéro et la voie"))
                }
                continue
            }
            guard case .words? = answers[place].answer.values[key.question] else {
                lost.add(
                    SheetFault(
                        "cette réponse n’a pas de mots à ranger à cette question", line: line, column: "numero",
                        advice: "vérifiez le numéro et le code de la question"))
                continue
            }
            answers[place].answer.values[key.question] = .words(themes: codes)
        }
        add(lost.told, file)
    }

    private mutating func add(_ found: [SheetFault], _ file: File) {
        faults += found.map { Fault(file: file.name, fault: $0) }
    }
}
