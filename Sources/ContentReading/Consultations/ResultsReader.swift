public import Diagnostics
public import SiteModel
import YAML

/// `content/consultations/<slug>/results.yml` → what was counted of it.
public enum ResultsReader {
    public struct Reading: Sendable {
        /// `nil` where it does not fit the questions, or cannot be read.
        public let results: ConsultationResults?
        /// Where each part of it stands.
        public let places: [ConsultationResults.Place: SourceLocation]
        public let diagnostics: [Diagnostic]
    }

    public static func read(_ bytes: [UInt8], file: String, consultation: Consultation) -> Reading {
        if let fault = TextFile.fault(in: bytes, file: file) {
            return Reading(results: nil, places: [:], diagnostics: [fault])
        }
        var fields = YAMLFields(reading: bytes[...], file: file)
        var places: [ConsultationResults.Place: SourceLocation] = [.whole: fields.location]
        let counted = fields.date("counted", required: true)
        let answers = fields.count("answers", required: true)
        let invited = fields.count("invited")
        let minimum = fields.mapping("minimum", required: true) { fields in
            Consultation.Minimum(answers: fields.count("answers", required: true) ?? 0, communes: fields.count("communes", required: true) ?? 0)
        }
        places[.ways] = fields.valueLocation(of: "ways")
        let ways = fields.mapping("ways") { fields in
            ConsultationResults.Way.allCases.reduce(into: [ConsultationResults.Way: ConsultationResults.Cell]()) { ways, way in
                ways[way] = fields.cell(way.rawValue)
            }
        }
        let participation = fields.mappings("participation") { Self.participation(&$0, &places) }
        places[.curve] = fields.valueLocation(of: "curve")
        let curve = fields.mapping("curve") { Self.curve(&$0) }
        let tables = fields.mappings("tables", required: true) { Self.table(&$0, consultation, &places) }
        let diagnostics = fields.finish()
        guard !diagnostics.hasErrors, let counted, let answers, let minimum else {
            return Reading(results: nil, places: places, diagnostics: diagnostics)
        }
        let results = ConsultationResults(
            counted: counted, answers: answers, invited: invited, minimum: minimum, ways: ways ?? [:],
            participation: participation.compactMap(\.self), curve: curve ?? nil, tables: tables.compactMap(\.self))
        return Reading(results: results, places: places, diagnostics: diagnostics)
    }

    private static func participation(
        _ fields: inout YAMLFields, _ places: inout [ConsultationResults.Place: SourceLocation],
    ) -> ConsultationResults.Participation? {
        let axis: ConsultationResults.Axis? = fields.choice("axis", required: true)
        let rows = fields.mappings("rows", required: true) { fields in
            let group = fields.requiredString("group")
            if let axis { places[.participation(axis, group: group)] = fields.location }
            return ConsultationResults.Participation.Row(
                group: group, label: fields.requiredString("label"), answers: fields.cell("answers", required: true) ?? .hidden,
                invited: fields.cell("invited", required: true) ?? .hidden)
        }
        return axis.map { ConsultationResults.Participation(axis: $0, rows: rows) }
    }

    private static func curve(_ fields: inout YAMLFields) -> ConsultationResults.Curve? {
        let step: ConsultationResults.Curve.Step? = fields.choice("step", required: true)
        let points = fields.mappings("points", required: true) { fields in
            (day: fields.date("day", required: true), answers: fields.cell("answers", required: true) ?? .hidden)
        }
        return step.map { step in
            ConsultationResults.Curve(step: step, points: points.compactMap { point in point.day.map { .init(day: $0, answers: point.answers) } })
        }
    }

    private static func table(
        _ fields: inout YAMLFields, _ consultation: Consultation, _ places: inout [ConsultationResults.Place: SourceLocation],
    ) -> ConsultationTable? {
        let question = fields.requiredString("question")
        let row = fields.string("row")
        places[.table(question: question, row: row)] = fields.location
        let codes = fields.strings("codes", required: true)
        let count = fields.answers(countedOf: question, row, codes, consultation)
        let answered = fields.cell("answered", required: true)
        let cells = fields.cells("cells", count: count)
        let breakdowns = fields.mappings("breakdowns") { fields -> ConsultationTable.Breakdown? in
            let axis: ConsultationResults.Axis? = fields.choice("axis", required: true)
            let groups = fields.mappings("groups", required: true) { fields in
                let group = fields.requiredString("group")
                if let axis { places[.group(question: question, row: row, axis, group: group)] = fields.location }
                return ConsultationTable.Group(
                    group: group, label: fields.requiredString("label"), answered: fields.cell("answered", required: true) ?? .hidden,
                    cells: fields.cells("cells", count: count))
            }
            return axis.map { ConsultationTable.Breakdown(axis: $0, groups: groups) }
        }
        return answered.map {
            ConsultationTable(
                question: question, row: row, codes: codes, answered: $0, cells: cells, breakdowns: breakdowns.compactMap(\.self))
        }
    }
}
