import French
import JSON
public import SiteModel
public import SMS

/// The confidential texts with their blanks, on paper for those who send them. The sheet is set in their own folder and goes
/// through no cache.
public struct SMSTextsComposer: Sendable {
    private static let mostPages = 20

    private let sheet: SheetWriter
    private let today: CalendarDate

    public init(site: Site) {
        sheet = SheetWriter(site: site)
        today = site.today
    }

    public func job(of texts: [ConfidentialText]) -> PrintJob {
        var json = JSONWriter()
        json.object { json in
            sheet.head(
                "planche-sms", .smsTexts, on: .a4, title: "SMS aux élus, confidentiel", date: today, budget: Self.mostPages,
                into: &json)
            json.field("date", FrenchText.date(today))
            json.key("texts")
            json.array(texts) { json, text in
                let longest = text.longest
                json.object { json in
                    json.field("name", text.name)
                    json.field("situation", PrintText.apply(text.situation))
                    json.field("audience", text.audience.isEmpty ? nil : PrintText.apply(text.audience))
                    json.field("segments", longest.segments)
                    json.field("length", longest.length)
                    json.key("pieces")
                    // As it is typed and sent: without French typography, which no telephone is given.
                    json.array(text.pieces) { json, piece in
                        json.object { json in
                            switch piece {
                            case .words(let words):
                                json.field("words", words)
                            case .blank(let blank):
                                json.field("blank", blank.name)
                                json.field("most", blank.most)
                            }
                        }
                    }
                }
            }
        }
        return PrintJob(id: "planche-sms", document: .smsTexts, subject: "SMS aux élus", data: json.bytes)
    }
}
