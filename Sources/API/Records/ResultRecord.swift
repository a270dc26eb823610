import French
import SiteModel

/// One count of a consultation's results, as `results.yml` has it once statistical secrecy has gone over it.
struct ResultRecord: Sendable {
    /// What is counted.
    enum Measure: String, Sendable, CaseIterable {
        /// Answers received of a group.
        case received
        /// Communes invited of a group.
        case invited
        /// Those who answered a question.
        case answered
        /// Those who gave one answer.
        case choice
    }

    let consultation: Consultation.ID
    let measure: Measure
    var question: (code: String, text: String)?
    var row: (code: String, text: String)?
    var answer: (code: String, text: String)?
    var axis: ConsultationResults.Axis?
    var group: (code: String, text: String)?
    let cell: ConsultationResults.Cell

    static func all(_ records: [ConsultationRecord]) -> [ResultRecord] {
        records.flatMap { record in
            record.results.map { results in
                participation(results, record.consultation) + results.tables.flatMap { table($0, record.consultation) }
            } ?? []
        }
    }

    private static func participation(_ results: ConsultationResults, _ consultation: Consultation) -> [ResultRecord] {
        results.participation.flatMap { participation in
            participation.rows.flatMap { row in
                [(Measure.received, row.answers), (.invited, row.invited)].map { measure, cell in
                    ResultRecord(
                        consultation: consultation.slug, measure: measure, axis: participation.axis, group: (row.group, row.label), cell: cell)
                }
            }
        }
    }

    private static func table(_ table: ConsultationTable, _ consultation: Consultation) -> [ResultRecord] {
        guard let question = consultation.questions.first(where: { $0.code == table.question }) else { return [] }
        let row = table.row.map { code in (code, question.rows.first { $0.code == code }?.label ?? code) }
        func counts(
            _ answered: ConsultationResults.Cell, _ cells: [ConsultationResults.Cell], _ axis: ConsultationResults.Axis?,
            _ group: (String, String)?,
        ) -> [ResultRecord] {
            func record(_ measure: Measure, _ answer: (String, String)?, _ cell: ConsultationResults.Cell) -> ResultRecord {
                ResultRecord(
                    consultation: consultation.slug, measure: measure, question: (question.code, question.text), row: row,
                    answer: answer, axis: axis, group: group, cell: cell)
            }
            return [record(.answered, nil, answered)]
                + zip(table.codes, cells).map { record(.choice, ($0, FrenchText.answer($0, to: question)), $1) }
        }
        return counts(table.answered, table.cells, nil, nil)
            + table.breakdowns.flatMap { breakdown in
                breakdown.groups.flatMap { counts($0.answered, $0.cells, breakdown.axis, ($0.group, $0.label)) }
            }
    }
}

extension Resource<ResultRecord> {
    static func results(_ context: RecordContext) -> Resource {
        Resource(
            "results", "Résultats des consultations",
            "Un nombre de réponses, passé par le secret statistique. Jamais par commune.",
            [
                .notice(context.notice).inBulkAlone,
                .text("consultation", "« id » de la consultation.") { $0.consultation },
                .choice(
                    "measure", "Ce qui est compté : réponses reçues d’un groupe, communes invitées, personnes qui ont répondu à la question, "
                        + "personnes qui ont fait ce choix.") { $0.measure },
                .optional("question", "Code de la question.") { $0.question?.code },
                .optional("questionText", "La question.") { $0.question?.text },
                .optional("row", "Code de la ligne d’un tableau.") { $0.row?.code },
                .optional("rowText", "La ligne.") { $0.row?.text },
                .optional("answer", "Code de la réponse.") { $0.answer?.code },
                .optional("answerText", "La réponse.") { $0.answer?.text },
                .optionalChoice("axis", "Ce qui sépare les groupes ; vide : tout le département.") { $0.axis },
                .optional("group", "Code du groupe.") { $0.group?.code },
                .optional("groupText", "Le groupe.") { $0.group?.text },
                .choice("status", FigureStatus.meaning) { FigureStatus($0.cell) },
                .optionalInteger("value", "Le nombre ; vide s’il n’est pas diffusé.") { $0.cell.count },
            ])
    }
}
