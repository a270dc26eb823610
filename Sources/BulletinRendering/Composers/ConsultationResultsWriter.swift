import Figures
import French
import JSON
import SiteModel

/// Writes what was counted of a consultation, as its report and its summary take it: words, and shares to draw.
struct ConsultationResultsWriter {
    let words: ResultWords

    /// The field `results`.
    func field(into json: inout JSONWriter) {
        json.key("results")
        json.object { json in
            json.field("counted", FrenchText.date(words.counted))
            json.field("answers", words.answers)
            json.field("invited", words.invited)
            json.field("share", words.share)
            json.field("former", words.former)
            json.key("ways")
            json.array(words.ways) { $0.string("\($1.count) \($1.name)") }
            json.key("participation")
            json.array(words.participation) { json, participation in
                json.object { json in
                    json.field("title", participation.title)
                    json.key("groups")
                    json.array(participation.groups) { json, group in
                        json.object { json in
                            Self.fields(group.words, into: &json)
                            json.field("invited", group.invited)
                        }
                    }
                }
            }
            json.key("curve")
            if let curve = words.curve.map(AnswerCurve.init) {
                json.object { json in
                    json.field("svg", String(decoding: curve.svg, as: UTF8.self))
                    json.field("alt", curve.alternative)
                }
            } else {
                json.null()
            }
            json.key("themes")
            json.array(words.themes) { json, theme in
                json.object { json in
                    json.field("title", PrintText.apply(theme.title))
                    json.key("questions")
                    json.array(theme.questions) { json, question in Self.question(question, into: &json) }
                }
            }
        }
    }

    private static func question(_ words: QuestionWords, into json: inout JSONWriter) {
        json.object { json in
            json.field("text", PrintText.apply(words.question.text))
            json.field("manner", FrenchText.manner(of: words.question))
            json.key("several")
            json.boolean(!words.question.isExclusive)
            json.field("answered", words.answered)
            json.key("scale")
            json.array(words.scale) { $0.string(PrintText.apply($1)) }
            json.key("answers")
            json.array(words.answers) { json, answer in json.object { fields(answer, into: &$0) } }
            lines("lines", words.lines, into: &json)
            json.key("breakdowns")
            json.array(words.breakdowns) { json, breakdown in
                json.object { json in
                    json.field("title", PrintText.apply(breakdown.title))
                    lines("lines", breakdown.lines, into: &json)
                    json.field("untold", breakdown.untold)
                }
            }
        }
    }

    private static func lines(_ key: String, _ lines: [AnswerLine], into json: inout JSONWriter) {
        json.key(key)
        json.array(lines) { json, line in
            json.object { json in
                json.field("label", PrintText.apply(line.label))
                json.field("answered", line.answered)
                json.key("cells")
                json.array(line.cells) { json, cell in json.object { fields(cell, into: &$0) } }
            }
        }
    }

    private static func fields(_ words: AnswerWords, into json: inout JSONWriter) {
        json.field("label", PrintText.apply(words.label))
        json.field("count", words.count)
        json.field("share", words.isTold ? words.share : nil)
        json.field("former", words.former)
        json.key("percent")
        if let percent = words.percent { json.number(percent) } else { json.null() }
    }
}
