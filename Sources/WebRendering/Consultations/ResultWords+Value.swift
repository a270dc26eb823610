import Figures
import French
import SiteModel
import Templates

/// What was counted, as `partials/consultation-results` takes it.
extension ResultWords {
    /// - Parameter maps: a map of participation, by its axis.
    func value(_ maps: [ConsultationResults.Axis: Value]) -> Value {
        [
            "counted": Wording.time(counted), "answers": .text(answers), "invited": .text(invited), "share": .text(share),
            "hasWays": .bool(!ways.isEmpty),
            "ways": .list(ways.map { ["name": .text($0.name), "count": .text($0.count)] }),
            "hasParticipation": .bool(!participation.isEmpty), "participation": .list(participation.map { $0.value(maps[$0.axis] ?? .absent) }),
            "former": .text(former),
            "curve": curve.map(Self.value) ?? .absent,
            "themes": .list(
                themes.map { ["title": .text($0.title), "questions": .list($0.questions.map(\.value))] }),
        ]
    }

    private static func value(_ curve: ConsultationResults.Curve) -> Value {
        [
            "svg": .html(AnswerCurve(curve).html), "isByWeek": .bool(curve.step == .week),
            "rows": .list(curve.points.map { ["day": Wording.time($0.day), "count": .text(FrenchText.count($0.answers))] }),
        ]
    }
}

extension ResultWords.Participation {
    fileprivate func value(_ map: Value) -> Value {
        [
            "map": map, "id": .text("participation-\(axis.rawValue)"), "title": .text(title),
            "rows": .list(groups.map { .object($0.words.names.merging(["invited": .text($0.invited)])) }),
        ]
    }
}

extension QuestionWords {
    fileprivate var value: Value {
        [
            "id": .text("question-\(question.code.lowercased())"), "text": .text(question.text),
            "manner": .text(FrenchText.manner(of: question)), "isWords": .bool(question.isWords),
            "isMultiple": .bool(!question.isExclusive), "isArray": .bool(!lines.isEmpty), "answered": .text(answered),
            "isCompared": .bool(answers.contains { $0.former != nil }), "scale": .list(scale.map(Value.text)), "rows": .list(answers.map { .object($0.names) }),
            "lines": .list(lines.map(\.value)), "hasBreakdowns": .bool(!breakdowns.isEmpty),
            "breakdowns": .list(breakdowns.map { breakdown in
                    [
                        "title": .text(breakdown.title), "lines": .list(breakdown.lines.map(\.value)),
                        "untold": breakdown.untold > 0
                            ? .text(FrenchText.count(breakdown.untold, "autre groupe, dont rien n’est diffusé", "autres groupes, dont rien n’est diffusé")) : .absent,
                    ]
                 }),
        ]
    }
}

extension AnswerLine {
    fileprivate var value: Value {
        ["label": .text(label), "answered": .text(answered), "cells": .list(cells.map { .object($0.names) })]
    }
}

extension AnswerWords {
    /// Nothing is drawn of what is not told.
    fileprivate var names: Object {
        [
            "label": .text(label), "count": .text(count), "share": isTold ? .text(share) : .absent,
            "former": .text(former), "bar": .html(percent.map(ShareBar.html) ?? []),
        ]
    }
}
