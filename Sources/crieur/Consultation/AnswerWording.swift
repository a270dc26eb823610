import Consultations
import French
import SiteModel

/// What a reading of answers found, for whoever counts: on the terminal, nowhere else.
enum AnswerWording {
    static func text(_ report: AnswerReport, _ consultation: Consultation) -> String {
        var lines = ["\(consultation.title)"]
        for file in report.files {
            let unfinished = file.unfinished == 0 ? "" : ", dont \(count(file.unfinished, "inachevée, laissée de côté", "inachevées, laissées de côté"))"
            lines.append("  \(file.name) (\(name(of: file.way))) : \(count(file.rows, "réponse", "réponses"))\(unfinished)")
        }
        let ways = ConsultationResults.Way.allCases.compactMap { way in report.kept[way].map { "\(name(of: way)) : \(FrenchText.number($0))" } }
        lines.append("Comptées : \(count(report.kept.values.reduce(0, +), "réponse", "réponses")) (\(ways.joined(separator: ", "))).")
        if report.isAnonymous {
            lines.append("La consultation est anonyme : une personne qui a répondu deux fois ne peut pas être trouvée.")
        } else {
            lines.append(
                report.doubles == 0
                    ? "Aucun double : chaque commune ou chaque invitation n’a répondu qu’une fois."
                    : "\(count(report.doubles, "double laissé de côté", "doubles laissés de côté")) : la dernière réponse complète est gardée.")
            if report.withoutKey > 0 {
                lines.append("\(count(report.withoutKey, "réponse", "réponses")) sans commune ni code d’invitation : un double y resterait inaperçu.")
            }
        }
        for question in consultation.questions {
            if let count = report.notAsked[question.code] {
                lines.append("« \(question.code) » : \(Self.count(count, "réponse", "réponses")) alors que la question ne se posait pas : laissées de côté.")
            }
            guard let waiting = report.waiting[question.code] else { continue }
            lines.append("« \(question.code) » : \(count(waiting, "réponse", "réponses")) en toutes lettres à ranger par sujets.")
        }
        return lines.joined(separator: "\n")
    }

    static func written(_ results: ConsultationResults, _ file: String) -> String {
        let cells = results.tables.flatMap { table in
            [table.answered] + table.cells + table.breakdowns.flatMap { $0.groups.flatMap { [$0.answered] + $0.cells } }
        }
        let hidden = cells.count { $0 == .hidden }
        return "« \(file) » : \(count(results.tables.count, "tableau", "tableaux")), \(count(cells.count - hidden, "effectif publié", "effectifs publiés")), "
            + "\(count(hidden, "caché", "cachés")) par le secret statistique."
    }

    private static func name(of way: ConsultationResults.Way) -> String {
        switch way {
        case .web: "en ligne"
        case .dossier: "Démarches simplifiées"
        case .paper: "papier"
        }
    }

    private static func count(_ number: Int, _ one: String, _ many: String) -> String { FrenchText.count(number, one, many) }
}
