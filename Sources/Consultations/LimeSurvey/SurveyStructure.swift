public import SiteModel

/// A consultation → the structure file that LimeSurvey imports: a table parted by tabs, one row for each setting, group,
/// question, sub-question and answer.
public enum SurveyStructure {
    /// What marks questions of ours among LimeSurvey's attributes: the class that its pages give them, which changes nothing there.
    static let bandsClass = "crieur-bands"
    static let communeClass = "crieur-commune"

    public static func bytes(of consultation: Consultation) -> [UInt8] {
        var rows = settings(of: consultation) + texts(of: consultation)
        var ids = (group: 0, question: 0)
        let questions = Dictionary(consultation.questions.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
        for theme in consultation.themes {
            ids.group += 1
            rows.append([
                "id": "\(ids.group)", "class": "G", "type/scale": "\(ids.group - 1)", "name": SurveyMarkup.escaped(theme.title),
                "relevance": "1", "language": language,
            ])
            for question in theme.questions {
                let cited = question.condition.flatMap { questions[$0.question] }
                rows += SurveyQuestion.rows(of: question, relevance: SurveyCondition.written(question.condition, on: cited), &ids.question)
            }
        }
        var bytes: [UInt8] = []
        append(SurveyColumns.all, to: &bytes)
        for row in rows { append(SurveyColumns.all.map { row[$0] ?? "" }, to: &bytes) }
        return bytes
    }

    typealias Row = [String: String]

    static let language = "fr"

    private static func settings(of consultation: Consultation) -> [Row] {
        let isAnonymous = consultation.isAnonymous ? "Y" : "N"
        let settings = [
            ("sid", "\(number(of: consultation))"), ("gsid", "1"), ("admin", consultation.contact.function),
            ("adminemail", consultation.contact.email ?? ""), ("startdate", "\(consultation.opens) 00:00:00"),
            ("expires", "\(consultation.closes) 23:59:59"), ("anonymized", isAnonymous), ("format", "G"),
            // An address on the network, the page that somebody came from and the time that each question took tell who answers.
            ("ipaddr", "N"), ("ipanonymize", "Y"), ("refurl", "N"), ("savetimings", "N"),
            ("datestamp", "Y"), ("language", language), ("additional_languages", ""), ("usecookie", "N"), ("allowregister", "N"),
            ("allowsave", "Y"), ("allowprev", "Y"), ("printanswers", "N"), ("publicstatistics", "N"), ("publicgraphs", "N"),
            ("listpublic", "N"), ("tokenanswerspersistence", "N"), ("assessments", "N"), ("alloweditaftercompletion", "N"),
            ("showwelcome", "Y"), ("showprogress", "Y"), ("shownoanswer", "Y"), ("showqnumcode", "X"),
        ]
        return settings.map { ["class": "S", "name": $0.0, "text": $0.1] }
    }

    private static func texts(of consultation: Consultation) -> [Row] {
        let texts = [
            ("surveyls_survey_id", "\(number(of: consultation))"), ("surveyls_language", language),
            ("surveyls_title", SurveyMarkup.escaped(consultation.title)),
            ("surveyls_description", SurveyMarkup.escaped(consultation.summary)),
            ("surveyls_welcometext", SurveyMarkup.escaped(consultation.who)),
            // Days as 24/11/2026, decimals after a comma.
            ("surveyls_dateformat", "5"), ("surveyls_numberformat", "1"),
        ]
        return texts.map { ["class": "SL", "name": $0.0, "text": $0.1, "language": language] }
    }

    /// The number in the address of the survey; without one, one that the slug always gives. LimeSurvey takes another where it is in use.
    private static func number(of consultation: Consultation) -> Int {
        let path = (consultation.survey ?? "").prefix { $0 != "?" }
        if let last = path.split(separator: "/").last, let number = Int(last), (1...999_999).contains(number) { return number }
        return 100_000 + consultation.slug.utf8.reduce(7) { ($0 &* 31 &+ Int($1)) % 900_000 }
    }

    private static func append(_ cells: [String], to bytes: inout [UInt8]) {
        for (place, cell) in cells.enumerated() {
            if place > 0 { bytes.append(0x09) }
            if cell.utf8.contains(where: { $0 == UInt8(ascii: "\"") || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }) {
                bytes += "\"\(cell.replacing("\"", with: "\"\""))\"".utf8
            } else {
                bytes += cell.utf8
            }
        }
        bytes += [0x0D, 0x0A]
    }
}
