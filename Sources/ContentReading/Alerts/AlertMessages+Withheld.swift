import CAP
import Diagnostics
import French
import SiteModel

/// What of others' messages is not published, and why.
extension AlertMessages {
    /// What is said where not each of a message's texts is published.
    func remainder(of message: CAPMessage, _ infos: [CAPInfo], published: Int) -> Diagnostic? {
        if published == 0 {
            return Self.unpublished(
                .warning, message,
                "aucune de ses zones n’est \(area.departement.locative) (\(Self.places(infos.flatMap(\.areas))))",
                advice: "retirez le fichier, ou demandez les codes INSEE des communes (geocode)")
        }
        guard published > 1 else { return nil }
        return Diagnostic(
            .warning, .capUnpublished, at: message.location,
            "ce message a \(published) textes en français pour ce territoire : seul le premier est publié",
            advice: "lisez les autres, et écrivez ce qui y manque dans une alerte en Markdown")
    }

    enum Fate {
        case replaced(by: CAPMessage)
        case cancelled(by: CAPMessage)
    }

    /// What later messages say of earlier ones. One that is no real message changes nothing.
    static func replaced(_ items: [Item]) -> [CAPMessage.Reference: Fate] {
        var fates: [CAPMessage.Reference: Fate] = [:]
        for item in items where item.message.status == .actual {
            for reference in item.message.references {
                switch item.message.kind {
                case .update: if fates[reference] == nil { fates[reference] = .replaced(by: item.message) }
                case .cancel: fates[reference] = .cancelled(by: item.message)
                case .alert, .acknowledgement, .error: break
                }
            }
        }
        return fates
    }

    /// Why a message is not published; `nil` for one that may be.
    func withheld(_ message: CAPMessage, _ fates: [CAPMessage.Reference: Fate]) -> Diagnostic? {
        func note(_ reason: String) -> Diagnostic {
            Self.unpublished(.note, message, reason, advice: "retirez le fichier quand il ne sert plus")
        }
        switch message.status {
        case .actual: break
        case .exercise: return note("c’est un exercice (Exercise)")
        case .test: return note("c’est un essai (Test)")
        case .draft: return note("c’est un brouillon (Draft)")
        case .system: return note("il ne s’adresse qu’à des machines (System)")
        }
        switch message.kind {
        case .alert, .update: break
        case .cancel: return note("il annule un autre message")
        case .acknowledgement, .error: return note("il ne fait que répondre à un autre (\(message.kind.rawValue))")
        }
        guard message.scope == .public else {
            return Self.unpublished(
                .warning, message, "il n’est pas destiné au public (\(message.scope.rawValue))",
                advice: "retirez-le de ce dossier : tout ce qu’il contient sert à un site public")
        }
        switch fates[message.reference] {
        case .replaced(let other): return note("« \(other.identifier) » le remplace")
        case .cancelled(let other): return note("« \(other.identifier) » l’annule")
        case nil: break
        }
        if let last = message.infos.map({ moment($0.expires).asEnd }).max(by: { $0.end < $1.end }), last.end <= now.start {
            return note("il n’est plus valable depuis le \(FrenchText.moment(last))")
        }
        guard message.infos.contains(where: \.isFrench) else {
            let languages = message.infos.map(\.language).joined(separator: ", ")
            return Self.unpublished(
                .warning, message, "il n’a pas de texte en français (\(languages))",
                advice: "écrivez l’alerte en Markdown, ou demandez-la en français")
        }
        if valid(message).isEmpty { return note("son texte en français n’est plus valable") }
        return nil
    }

    static func unpublished(
        _ severity: Diagnostic.Severity, _ message: CAPMessage, _ reason: String, advice: String,
    ) -> Diagnostic {
        Diagnostic(severity, .capUnpublished, at: message.location, "ce message n’est pas publié : \(reason)", advice: advice)
    }

    static func places(_ areas: [CAPArea]) -> String {
        let names = areas.map(\.description).filter { !$0.isEmpty }
        return names.count > 3 ? names.prefix(3).joined(separator: ", ") + "…" : names.joined(separator: ", ")
    }
}
