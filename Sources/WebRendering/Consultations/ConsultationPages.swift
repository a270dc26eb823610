import Figures
import French
import SiteModel
import Templates

extension WebRenderer {
    /// All consultations, the latest first.
    func consultations() -> PageContent {
        PageContent(
            head: PageHead(
                title: "Consultations",
                description: "Ce que la gendarmerie demande aux élus \(site.settings.departement.genitive), et ce qu’ils ont répondu.",
                parents: trails.home),
            names: [
                "consultations": .list(
                site.consultations.map { consultation in
                        .object(
                            summary(of: consultation).merging([
                                "href": .text(parts.addresses.href(.consultation(consultation.slug))),
                                "summary": .text(consultation.summary),
                            ]))
                    }),
                "commitments": site.commitments.isEmpty ? .absent : .text(parts.addresses.href(.commitments)),
            ])
    }

    func consultation(_ index: Int) -> PageContent {
        let consultation = site.consultations[index]
        let results = consultation.standing(on: site.today) == .published ? site.consultationResults[consultation.slug] : nil
        let own = site.commitments.filter { $0.consultation == consultation.slug }
        var names: Object = [
            "consultation": .object(summary(of: consultation).merging(particulars(of: consultation))),
            "themes": .list(consultation.themes.map(theme)),
            "results": results.map { ResultWords($0, of: consultation, in: site).value(participationMaps(of: consultation, $0)) } ?? .absent,
            "hasCommitments": .bool(!own.isEmpty), "commitments": .list(own.map { commitment($0, on: site.today) }),
        ]
        names.merge(printables(of: consultation))
        return PageContent(
            head: PageHead(
                title: consultation.title, description: consultation.summary,
                parents: trails.consultations),
            names: names)
    }

    /// The way to the survey, while it takes answers.
    public func code(of consultation: Consultation) -> [UInt8]? {
        guard drawsCodes, consultation.standing(on: site.today) == .open, let survey = consultation.survey,
            let code = QRCode(survey)
        else { return nil }
        return Array(code.svg(titled: site.notice).utf8)
    }

    /// What lists say of it.
    private func summary(of consultation: Consultation) -> Object {
        let standing = consultation.standing(on: site.today)
        return [
            "title": .text(consultation.title),
            "standing": .text(standing.rawValue), "standingName": .text(FrenchText.name(of: standing)),
            "isAnnounced": .bool(standing == .announced), "isOpen": .bool(standing == .open),
            "isClosed": .bool(standing == .closed), "isPublished": .bool(standing == .published),
            "opens": Wording.time(consultation.opens), "closes": Wording.time(consultation.closes),
            "count": .text(FrenchText.count(consultation.questions.filter(\.isCounted).count, "question", "questions")),
        ]
    }

    private func particulars(of consultation: Consultation) -> Object {
        let contact = consultation.contact
        let isOpen = consultation.standing(on: site.today) == .open
        return [
            "summary": .text(consultation.summary), "who": .text(consultation.who),
            "anonymous": .bool(consultation.isAnonymous),
            // A survey that takes no answers is not linked.
            "survey": isOpen ? .text(consultation.survey) : .absent,
            "code": isOpen && drawsCodes && consultation.survey != nil
                ? .text(parts.addresses.href(.surveyCode(of: consultation.slug))) : .absent,
            "contact": [
                "function": .text(contact.function), "telephone": Wording.telephone(contact.telephone),
                "email": Wording.email(contact.email), "hasAddress": .bool(!contact.address.isEmpty),
                "address": .list(contact.address.map(Value.text)),
            ],
            "leastAnswers": .text(FrenchText.number(consultation.minimum.answers)),
            "leastCommunes": .text(FrenchText.number(consultation.minimum.communes)),
        ]
    }

    private func theme(_ theme: Consultation.Theme) -> Value {
        [
            "title": .text(theme.title),
            "questions": .list(
                theme.questions.map { question in
                    [
                        "text": .text(question.text), "help": .text(question.help),
                        "manner": .text(FrenchText.manner(of: question)), "optional": .bool(!question.isMandatory),
                        "hasRows": .bool(!question.rows.isEmpty), "rows": .list(question.rows.map { .text($0.label) }),
                        "hasChoices": .bool(!question.choices.isEmpty),
                        "choices": .list(question.choices.map(Value.text)),
                        "isWords": .bool(question.isWords),
                    ]
                }),
        ]
    }

    private func printables(of consultation: Consultation) -> Object {
        let id = consultation.slug
        let isAsked = consultation.standing(on: site.today) != .published
        let sheets: [(route: Route, wording: SheetWording)] = [
            (.consultationSummary(id), SheetWording(title: "Synthèse des résultats", paper: "A4")),
            (.consultationReport(id), SheetWording(title: "Bilan complet", paper: "A4")),
            (
                .questionnaire(id),
                SheetWording(title: "Questionnaire", paper: "A4", hint: isAsked ? "Pour ceux qui préfèrent le papier." : nil)
            ),
            (.questionnaire(id, isLarge: true), SheetWording(title: "Questionnaire en gros caractères", paper: "A4")),
        ]
        return printables(sheets.compactMap { printable($0.route, $0.wording) })
    }
}

extension Question {
    /// What there is to tick, as readers see it before they answer: themes of free words are ours, not theirs.
    fileprivate var choices: [String] {
        switch kind {
        case .list, .multiple, .array: answerCodes.map { FrenchText.answer($0, to: self) }
        case .fivePoint, .number, .text, .commune: []
        }
    }
}
