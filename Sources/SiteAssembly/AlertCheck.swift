import Diagnostics
import French
import SiteModel

/// Nothing goes out that nobody has validated as it stands: who writes an alert may also change it afterwards.
enum AlertCheck {
    static func check(_ alert: Alert, today: CalendarDate) -> [Diagnostic] {
        guard let validation = alert.validation, !alert.page.frontMatter.draft else { return [] }
        let place = SourceLocation(file: alert.page.file, bytes: alert.validationPlace)
        let day = FrenchText.date(validation.date)
        if Slug.make(validation.function).hasPrefix("a-completer") {
            return [
                .error(
                    .alertValidation, at: place, "personne n’a encore validé cette alerte",
                    advice: "faites-la valider, puis écrivez qui l’a fait (« by »), par sa fonction, et quand (« on »)")
            ]
        }
        // A build may be made of a day before the alert's own.
        if validation.date > max(today, alert.sent.day) {
            return [
                .error(
                    .alertValidation, at: place, "cette alerte est publiée avant le jour de sa validation, le \(day)",
                    advice: "écrivez le jour où elle a été validée, ou attendez-la avec « draft: true » ou « publish »")
            ]
        }
        if let updated = alert.page.frontMatter.updated, updated > validation.date {
            return [
                .error(
                    .alertValidation, at: place,
                    "cette alerte a changé le \(FrenchText.date(updated)), après sa validation du \(day)",
                    advice: "faites-la valider de nouveau, puis écrivez ici le nouveau jour")
            ]
        }
        return []
    }
}
