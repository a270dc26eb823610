import Diagnostics
import French
import SiteModel
import YAML

extension YAMLFields {
    mutating func check(_ code: String, at place: SourceLocation) {
        if QuestionCode.isReserved(code) {
            diagnostics.append(
                .error(
                    .questionCode, at: place, "« \(code) » est le nom d’une colonne de LimeSurvey, pas celui d’une question",
                    advice: "choisissez un autre code, comme « Q1 »"))
        } else if !QuestionCode.isQuestion(code) {
            diagnostics.append(
                .error(
                    .questionCode, at: place, "LimeSurvey refuse « \(code) » comme code d’une question",
                    advice: "\(QuestionCode.questionLength) lettres et chiffres au plus, sans accent ni espace, une lettre d’abord"))
        }
    }

    /// `code: what it says`, in the order written.
    /// - Parameters:
    ///   - length: of the longest code.
    ///   - least: how many there must be; 0 where there may be none.
    mutating func choices(_ key: String, length: Int, least: Int = 0) -> [Question.Choice] {
        let place = valueLocation(of: key) ?? location
        let choices = mapping(key, required: least > 0) { fields in
            fields.allEntries().map { entry in
                if !QuestionCode.isAnswer(entry.key, length: length) {
                    fields.diagnostics.append(
                        .error(
                            .questionCode, at: entry.keyLocation,
                            entry.key.lowercased() == Question.other
                                ? "« \(entry.key) » est le code que LimeSurvey donne à « autre »"
                                : "LimeSurvey refuse « \(entry.key) » comme code d’une réponse",
                            advice: entry.key.lowercased() == Question.other
                                ? "retirez cette ligne et écrivez « other: true »"
                                : "de 1 à \(length) lettres et chiffres, sans accent ni espace"))
                }
                return Question.Choice(code: entry.key, label: Typography.apply(fields.requiredString(entry.key)))
            }
        }
        guard let choices else { return [] }
        reportTwins(of: choices, at: place)
        if choices.count < least {
            diagnostics.append(
                .error(
                    .questionScale, at: place,
                    choices.count == 1 ? "une seule réponse possible : rien n’est demandé" : "aucune réponse possible",
                    advice: "donnez-en au moins \(least)"))
        }
        return choices
    }

    /// Of which one is chosen.
    mutating func scale(_ key: String) -> [Question.Choice] {
        choices(key, length: QuestionCode.answerLength, least: 2)
    }

    /// LimeSurvey's databases do not tell capitals from small letters.
    private mutating func reportTwins(of choices: [Question.Choice], at place: SourceLocation) {
        var seen: [String: String] = [:]
        for choice in choices {
            guard let former = seen.updateValue(choice.code, forKey: choice.code.lowercased()), former != choice.code else { continue }
            diagnostics.append(
                .error(
                    .questionCode, at: place, "les codes « \(former) » et « \(choice.code) » n’en font qu’un pour LimeSurvey",
                    advice: "donnez à chaque réponse son code"))
        }
    }

    mutating func numberRange() -> NumberRange? {
        let lowest = int("lowest") ?? 0
        let highest = int("highest")
        let known = diagnostics.count
        let starts = values("bands", expected: "le premier nombre d’une tranche, sans espace", required: true) { Int($0) }
        let unit = string("unit").map(Typography.apply)
        if diagnostics.count > known { return nil }
        let place = valueLocation(of: "bands") ?? location
        let fault: (String, String)? =
            if starts.isEmpty {
                ("aucune tranche : rien ne serait compté", "donnez le premier nombre de chacune, par exemple « bands: [\(lowest), 10] »")
            } else if starts.first != lowest {
                ("la première tranche commence à \(starts[0]), mais les réponses à \(lowest)", "commencez « bands » par \(lowest)")
            } else if starts.count < 2 {
                ("une seule tranche : le compte ne dirait rien", "donnez-en au moins deux")
            } else if zip(starts, starts.dropFirst()).contains(where: { $0 >= $1 }) {
                ("les tranches ne sont pas dans l’ordre", "donnez le premier nombre de chacune, du plus petit au plus grand")
            } else if let highest, let last = starts.last, last > highest {
                ("une tranche commence à \(last), au-delà de la plus grande réponse, \(highest)", "corrigez « bands » ou « highest »")
            } else {
                nil
            }
        if let (message, advice) = fault { diagnostics.append(.error(.questionScale, at: place, message, advice: advice)) }
        return NumberRange(lowest: lowest, highest: highest, starts: starts, unit: unit)
    }
}
