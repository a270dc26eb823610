import SiteModel

/// A table of the themes given to what people wrote, by whoever read it: `numero;question;sujets`, and `voie` (web,
/// dossier, papier) where answers came by several.
struct CodedThemes {
    struct Key: Hashable {
        /// `nil` for the only way.
        let way: ConsultationResults.Way?
        let id: String
        let question: String
    }

    private(set) var themes: [Key: (codes: Set<String>, line: Int)] = [:]
    private(set) var faults = SheetFaults()

    init(_ table: SheetTable, consultation: Consultation) {
        let places = ["numero", "question", "sujets"].map { name in table.columns.firstIndex { $0.lowercased().replacing("é", with: "e") == name } }
        guard let id = places[0], let question = places[1], let codes = places[2] else {
            faults.add(
                SheetFault(
                    "il faut les colonnes « numero », « question » et « sujets »", line: 1, advice: "nommez-les ainsi sur la première ligne"))
            return
        }
        let way = table.columns.firstIndex { $0.lowercased() == "voie" }
        let known = Dictionary(consultation.questions.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
        for row in table.rows where row.cells.contains(where: { !$0.isEmpty }) {
            let cells = row.cells.map(SheetTable.trimmed)
            guard case .text(let choices)? = known[cells[question]]?.kind, !choices.isEmpty else {
                faults.add(
                    SheetFault(
                        "ce n’est pas le code d’une question dont les mots se rangent par sujets", line: row.line, column: "question",
                        advice: "ces questions ont « coded » dans questions.yml"))
                continue
            }
            guard cells[codes].isEmpty || AnswerWords.codes(cells[codes], among: choices, other: false) != nil else {
                faults.add(
                    SheetFault(
                        "un sujet n’est pas de ceux de questions.yml : \(choices.map(\.code).joined(separator: ", "))", line: row.line,
                        column: "sujets", advice: "séparez les codes par des espaces"))
                continue
            }
            var named: ConsultationResults.Way?
            if let way, !cells[way].isEmpty {
                named = Self.way(cells[way])
                if named == nil {
                    faults.add(SheetFault("la voie est web, dossier ou papier", line: row.line, column: "voie"))
                    continue
                }
            }
            let codes = AnswerWords.codes(cells[codes], among: choices, other: false) ?? []
            let key = Key(way: named, id: cells[id], question: cells[question])
            if themes.updateValue((codes, row.line), forKey: key) != nil {
                faults.add(SheetFault("cette réponse est déjà rangée plus haut", line: row.line, column: "numero", advice: "gardez une seule ligne"))
            }
        }
    }

    private static func way(_ word: String) -> ConsultationResults.Way? {
        switch word.lowercased() {
        case "web", "limesurvey": .web
        case "dossier", "démarches simplifiées": .dossier
        case "papier", "paper": .paper
        default: nil
        }
    }
}
