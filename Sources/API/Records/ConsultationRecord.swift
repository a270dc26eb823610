import SiteModel

/// A consultation, with what was counted where that is published.
struct ConsultationRecord: Sendable {
    let consultation: Consultation
    let standing: Consultation.Status
    let results: ConsultationResults?

    static func all(_ site: Site) -> [ConsultationRecord] {
        site.consultations.map { consultation in
            let standing = consultation.standing(on: site.today)
            return ConsultationRecord(
                consultation: consultation, standing: standing,
                results: standing == .published ? site.consultationResults[consultation.slug] : nil)
        }
    }
}

extension Resource<ConsultationRecord> {
    static func consultations(_ context: RecordContext) -> Resource {
        Resource(
            "consultations", "Consultations", "Ce qui est demandé aux élus. Aucune réponse n’est publiée, seulement des totaux.",
            [
                .notice(context.notice).inBulkAlone,
                .text("id", "Identifiant, qui finit l’adresse de sa page.") { $0.consultation.slug },
                .text("title", "Titre.") { $0.consultation.title },
                .text("summary", "Résumé.") { $0.consultation.summary },
                .text("who", "Qui répond.") { $0.consultation.who },
                .choice("scope", "Communes invitées : celles de la zone gendarmerie, ou toutes.") { $0.consultation.scope },
                .text("opens", "Premier jour pour répondre.", .day) { $0.consultation.opens.description },
                .text("closes", "Dernier jour pour répondre.", .day) { $0.consultation.closes.description },
                .choice("status", "Où elle en est, le jour de la fabrication du portail.") { $0.standing },
                .boolean("anonymous", "Rien n’y dit qui répond.") { $0.consultation.isAnonymous },
                .optional("survey", "Adresse du questionnaire, tant qu’il est ouvert.", .address) {
                    $0.standing == .open ? RecordContext.webAddress($0.consultation.survey) : nil
                },
                .text("page", "Adresse de la page.", .address) { context.address(.consultation($0.consultation.slug)) },
                .optional("counted", "Jour du comptage, une fois les résultats publiés.", .day) { $0.results?.counted.description },
                .optionalInteger("answers", "Réponses de tout le département, une fois les résultats publiés.") { $0.results?.answers },
                .optionalInteger("invited", "Communes invitées, si leur nombre est connu.") { $0.results?.invited },
                .optional("previous", "« id » de la vague précédente.") { $0.consultation.previous },
            ])
    }
}
