import Diagnostics
import French
import SiteModel
import YAML

/// `content/consultations/<slug>/questions.yml` → what élus are asked.
public enum ConsultationReader {
    /// - Parameters:
    ///   - slug: the name of its folder.
    ///   - known: names of all folders of consultations, for the former wave; `nil` where they are not known.
    public static func read(
        _ bytes: [UInt8], file: String, slug: String, known: [String]? = nil,
    ) -> (consultation: Consultation?, diagnostics: [Diagnostic]) {
        if let fault = TextFile.fault(in: bytes, file: file) { return (nil, [fault]) }
        var fields = YAMLFields(reading: bytes[...], file: file)
        let title = Typography.apply(fields.requiredString("title"))
        let isDraft = fields.bool("draft") ?? false
        let summary = Typography.apply(fields.requiredString("summary"))
        let who = Typography.apply(fields.requiredString("who"))
        let scope: Consultation.Scope = fields.choice("scope") ?? .gendarmerie
        let opens = fields.date("opens", required: true)
        let closes = fields.date("closes", required: true)
        if let opens, let closes { fields.check(opens, before: closes) }
        let status: Consultation.Status? = fields.choice("status", required: true)
        let survey = fields.value("survey", expected: "l’adresse complète de l’enquête (« https://… »)") { text in
            text.hasPrefix("https://") && text.utf8.count > 8 && text.utf8.allSatisfy { (0x21...0x7E).contains($0) } ? text : nil
        }
        let contact = fields.mapping("contact", required: true) { Self.contact(&$0) }
        let invitation = fields.mapping("invitation") { fields in
            Consultation.Invitation(
                paragraphs: fields.strings("text", required: true).map(Typography.apply),
                signature: Typography.apply(fields.requiredString("signature")))
        }
        // Whether double answers can be found depends on it: it is not for the program to guess.
        let isAnonymous = fields.bool("anonymous", required: true)
        let minimum = fields.mapping("minimum") { Self.minimum(&$0) } ?? .usual
        let previous = fields.string("previous")
        if let previous { fields.check(previous, slug: slug, known: known) }
        var questions = QuestionReader(isAnonymous: isAnonymous ?? false)
        let themes = fields.mappings("themes", required: true) { fields in
            let title = Typography.apply(fields.requiredString("title"))
            let read = fields.mappings("questions", required: true) { questions.read(&$0) }
            return Consultation.Theme(title: title, questions: read.compactMap(\.self))
        }
        questions.check(&fields)
        if questions.read.isEmpty, fields.diagnostics.isEmpty {
            fields.diagnostics.append(
                .error(
                    .keyMissing, at: fields.valueLocation(of: "themes") ?? fields.location, "la consultation ne pose aucune question",
                    advice: "complétez « questions: » d’un thème"))
        }
        let diagnostics = fields.finish()
        guard let opens, let closes, let status, let contact else { return (nil, diagnostics) }
        var consultation = Consultation(
            slug: slug, file: file, title: title, summary: summary, who: who, scope: scope, opens: opens, closes: closes,
            status: status, survey: survey, contact: contact, invitation: invitation, isAnonymous: isAnonymous ?? false, minimum: minimum,
            previous: previous, themes: themes)
        consultation.isDraft = isDraft
        return (consultation, diagnostics)
    }

    private static func contact(_ fields: inout YAMLFields) -> ConsultationContact {
        ConsultationContact(
            function: Typography.apply(fields.requiredString("function")), telephone: fields.string("telephone"),
            email: fields.value("email", expected: "une adresse de messagerie (« consultation@exemple.fr »)") {
                SettingsReader.mailbox($0)
            },
            address: fields.strings("address").map(Typography.apply))
    }

    /// Nobody lowers secrecy below what keeps one answer from being read.
    private static func minimum(_ fields: inout YAMLFields) -> Consultation.Minimum {
        let answers = fields.value("answers", expected: "un nombre de réponses, à partir de 3") {
            Int($0).flatMap { $0 >= 3 ? $0 : nil }
        }
        let communes = fields.value("communes", expected: "un nombre de communes, à partir de 2") {
            Int($0).flatMap { $0 >= 2 ? $0 : nil }
        }
        return Consultation.Minimum(
            answers: answers ?? Consultation.Minimum.usual.answers, communes: communes ?? Consultation.Minimum.usual.communes)
    }
}

extension YAMLFields {
    fileprivate mutating func check(_ opens: CalendarDate, before closes: CalendarDate) {
        guard closes < opens else { return }
        diagnostics.append(
            .error(
                .consultationDates, at: valueLocation(of: "closes") ?? location,
                "la consultation se clôt le \(FrenchText.date(closes)), avant de s’ouvrir le \(FrenchText.date(opens))",
                advice: "corrigez « opens » ou « closes »"))
    }

    fileprivate mutating func check(_ previous: String, slug: String, known: [String]?) {
        guard let known, previous == slug || !known.contains(previous) else { return }
        let others = known.filter { $0 != slug }
        diagnostics.append(
            .error(
                .valueNotAllowed, at: valueLocation(of: "previous") ?? location,
                previous == slug
                    ? "une consultation n’est pas sa propre vague précédente"
                    : "la vague précédente « \(previous) » n’a pas de dossier parmi les consultations",
                advice: Suggestion.closest(to: previous, in: others).map { "vouliez-vous dire « \($0) » ?" }
                    ?? "écrivez le nom du dossier de la vague précédente, ou retirez « previous »"))
    }
}
