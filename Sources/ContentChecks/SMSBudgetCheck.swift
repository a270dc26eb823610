public import Diagnostics
import French
import SMS
public import SiteModel

/// What is sent as a text is no longer than the site pays for. What others wrote is not judged: nobody here can shorten it.
public enum SMSBudgetCheck {
    public static func check(_ site: Site) -> [Diagnostic] {
        let most = site.settings.policies.smsSegments
        return SMSMessages(site, isMarked: false).all.compactMap { message in
            guard message.text.segments > most, !message.isRelayed else { return nil }
            let count = FrenchText.number(message.text.segments)
            return .warning(
                .smsBudget, at: SourceLocation(file: message.file, bytes: message.place),
                "« \(message.name) » prend \(count) SMS, et « sms_segments » en admet \(most)", advice: advice(message))
        }
    }

    private static func advice(_ message: SMSMessages.Message) -> String {
        if message.text.coding == .ucs2, let sign = message.text.changes.first(where: { $0.sent == nil }) {
            return "retirez « \(sign.sign) », que l’alphabet des SMS n’a pas : à cause de lui, un SMS n’a que 70 signes"
        }
        if message.place == nil, message.name.hasPrefix("alerte-") {
            return "donnez à l’alerte un texte court (« short_texts: {160: …} »), ou raccourcissez son titre"
        }
        return "raccourcissez le texte ; « crieur sms preview » le montre tel qu’il part"
    }
}
