import Figures
import French
import SiteModel
import Templates

/// What was counted of a consultation, for its page. Nothing here decides what is hidden: the results hold only what may be told.
struct ConsultationResultParts {
    private let consultation: Consultation
    private let results: ConsultationResults

    init(_ consultation: Consultation, _ results: ConsultationResults, in site: Site) {
        self.consultation = consultation
        self.results = results
    }

    var value: Value {
        let asked = results.invited
        return [
            "counted": Wording.time(results.counted), "answers": .text(FrenchText.count(results.answers, "réponse", "réponses")),
            "invited": .text(asked.map { FrenchText.count($0, "commune invitée", "communes invitées") }),
            "share": .text(asked.map { "\(FrenchText.percent(results.answers, of: $0))\u{A0}%" }),
            "hasWays": .bool(results.ways.count > 1), "ways": .list(ways),
            "hasParticipation": .bool(!results.participation.isEmpty),
            "participation": .list(results.participation.map(participation)),
            "curve": results.curve.map(curve) ?? .absent,
            "themes": .list(consultation.themes.compactMap(theme)),
        ]
    }

    private var ways: [Value] {
        ConsultationResults.Way.allCases.compactMap { way in
            results.ways[way].map { ["name": .text(FrenchText.name(of: way)), "count": .text(FrenchText.count($0))] }
        }
    }

    // MARK: - Who answered

    private func participation(_ participation: ConsultationResults.Participation) -> Value {
        [
            "id": .text("participation-\(participation.axis.rawValue)"), "title": .text(FrenchText.name(of: participation.axis)),
            "rows": .list(
                participation.rows.map { row in
                    [
                        "label": .text(Typography.apply(row.label)), "answers": .text(FrenchText.count(row.answers)),
                        "invited": .text(FrenchText.count(row.invited)),
                        "share": .text(FrenchText.share(row.answers, of: row.invited)), "bar": bar(row.answers, of: row.invited),
                    ]
                }),
        ]
    }

    private func curve(_ curve: ConsultationResults.Curve) -> Value {
        [
            "svg": .html(AnswerCurve(curve).html), "isByWeek": .bool(curve.step == .week),
            "rows": .list(curve.points.map { ["day": Wording.time($0.day), "count": .text(FrenchText.count($0.answers))] }),
        ]
    }

    // MARK: - What was answered

    private func theme(_ theme: Consultation.Theme) -> Value? {
        let questions = theme.questions.filter { question in results.tables.contains { $0.question == question.code } }
        guard !questions.isEmpty else { return nil }
        return ["title": .text(theme.title), "questions": .list(questions.map(question))]
    }

    private func question(_ question: Question) -> Value {
        let tables = results.tables.filter { $0.question == question.code }
        let isArray = !question.rows.isEmpty
        var names: Object = [
            "id": .text("question-\(question.code.lowercased())"), "text": .text(question.text),
            "manner": .text(FrenchText.manner(of: question)), "isWords": .bool(question.isWords),
            "isMultiple": .bool(!question.isExclusive), "isArray": .bool(isArray),
            "answered": isArray ? .absent : .text(tables.first.map { answered($0.answered) }),
            "scale": .list(isArray ? question.answerCodes.map { .text(FrenchText.answer($0, to: question)) } : []),
        ]
        names.set("rows", .list(isArray ? [] : tables.first.map { rows(of: $0, question) } ?? []))
        names.set("lines", .list(isArray ? tables.map { line($0, question) } : []))
        let breakdowns = tables.flatMap { table in table.breakdowns.map { breakdown($0, table, question) } }
        names.set("hasBreakdowns", .bool(!breakdowns.isEmpty))
        names.set("breakdowns", .list(breakdowns))
        return .object(names)
    }

    private func answered(_ cell: ConsultationResults.Cell) -> String {
        cell.count.map { FrenchText.count($0, "réponse", "réponses") } ?? "nombre de réponses non diffusé"
    }

    private func rows(of table: ConsultationTable, _ question: Question) -> [Value] {
        zip(table.codes, table.cells).map { code, cell in
            [
                "label": .text(FrenchText.answer(code, to: question)), "count": .text(FrenchText.count(cell)),
                "share": .text(FrenchText.share(cell, of: table.answered)), "bar": bar(cell, of: table.answered),
            ]
        }
    }

    /// A row of an array, its steps side by side.
    private func line(_ table: ConsultationTable, _ question: Question) -> Value {
        let label = question.rows.first { $0.code == table.row }?.label ?? table.row ?? ""
        return [
            "label": .text(label), "answered": .text(FrenchText.count(table.answered)),
            "cells": .list(table.cells.map { cell(of: $0, among: table.answered) }),
        ]
    }

    private func breakdown(_ breakdown: ConsultationTable.Breakdown, _ table: ConsultationTable, _ question: Question) -> Value {
        let row = question.rows.first { $0.code == table.row }?.label
        return [
            "title": .text([FrenchText.name(of: breakdown.axis), row].compactMap { $0 }.joined(separator: "\u{A0}: ")),
            "scale": .list(table.codes.map { .text(FrenchText.answer($0, to: question)) }),
            "lines": .list(
                breakdown.groups.map { group in
                    [
                        "label": .text(Typography.apply(group.label)), "answered": .text(FrenchText.count(group.answered)),
                        "cells": .list(group.cells.map { cell(of: $0, among: group.answered) }),
                    ]
                }),
        ]
    }

    private func cell(of cell: ConsultationResults.Cell, among whole: ConsultationResults.Cell) -> Value {
        ["count": .text(FrenchText.count(cell)), "share": cell.count == nil ? .absent : .text(FrenchText.share(cell, of: whole))]
    }

    /// Nothing is drawn of what is not told.
    private func bar(_ cell: ConsultationResults.Cell, of whole: ConsultationResults.Cell) -> Value {
        guard let count = cell.count, let all = whole.count, all > 0 else { return .html([]) }
        return .html(ShareBar.html(percent: FrenchText.percent(count, of: all)))
    }
}
