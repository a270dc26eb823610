import SiteModel
import Templates

/// Values of the site → French words, as templates take them.
enum Wording {
    private static let narrow = "\u{202F}"
    private static let noBreak = "\u{A0}"

    static func typography(_ text: String) -> String {
        text.contains("'") ? String(text.map { $0 == "'" ? "’" : $0 }) : text
    }

    /// `12 345`, with narrow spaces.
    static func number(_ value: Int) -> String {
        var digits = Array(String(value.magnitude).utf8)[...]
        var groups: [String] = []
        while digits.count > 3 {
            groups.insert(String(decoding: digits.suffix(3), as: UTF8.self), at: 0)
            digits = digits.dropLast(3)
        }
        groups.insert(String(decoding: digits, as: UTF8.self), at: 0)
        return (value < 0 ? "−" : "") + groups.joined(separator: narrow)
    }

    /// `1 guide`, `12 guides`.
    static func count(_ value: Int, _ one: String, _ many: String) -> String {
        "\(number(value))\(noBreak)\(value < 2 ? one : many)"
    }

    /// `102 ko`, `1,4 Mo`.
    static func size(_ bytes: Int) -> String {
        if bytes < 1_000_000 { return "\(max(1, (bytes + 500) / 1000))\(noBreak)ko" }
        let tenths = (bytes + 50_000) / 100_000
        return "\(tenths / 10),\(tenths % 10)\(noBreak)Mo"
    }

    private static let months = [
        "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre",
        "novembre", "décembre",
    ]
    private static let weekdays = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"]

    /// What `<time>` takes: the day for machines and for people.
    static func time(_ date: CalendarDate, weekday: Bool = false) -> Value {
        let day = date.day == 1 ? "1er" : String(date.day)
        let text = "\(day) \(months[date.month - 1]) \(date.year)"
        return [
            "iso": .text(date.description),
            "text": .text(weekday ? "\(weekdays[date.weekday - 1]) \(text)" : text),
        ]
    }

    static func time(_ date: CalendarDate?) -> Value {
        guard let date else { return .absent }
        return time(date)
    }

    /// `Novembre 2026`
    static func month(_ date: CalendarDate) -> String {
        let name = months[date.month - 1]
        return "\(name.prefix(1).uppercased())\(name.dropFirst()) \(date.year)"
    }

    /// `de 9 h à 12 h 30`; `nil` for a whole day.
    static func hours(from start: Int?, to end: Int?) -> String? {
        func clock(_ minutes: Int) -> String {
            let rest = minutes % 60
            let hour = "\(minutes / 60)\(noBreak)h"
            return rest == 0 ? hour : "\(hour)\(noBreak)\(rest < 10 ? "0" : "")\(rest)"
        }
        guard let start else { return nil }
        guard let end else { return "à \(clock(start))" }
        return "de \(clock(start)) à \(clock(end))"
    }

    /// `d’Annecy`, `du Biot`, `des Gets`.
    static func of(_ commune: Commune) -> String {
        let name = typography(commune.name)
        func rest(_ article: String) -> Substring { name.dropFirst(article.count) }
        return switch commune.article {
        case .vowel: "d’\(name)"
        case .le: "du \(rest("Le "))"
        case .les: "des \(rest("Les "))"
        case .aux: "des \(rest("Aux "))"
        case .none, .la, .lApostrophe, .las, .los: "de \(name)"
        }
    }

    /// `élus et secrétariats de mairie`
    static func audience(_ audience: [Audience]) -> String? {
        let names = audience.map { reader in
            switch reader {
            case .élu: "les élus"
            case .secrétariat: "les secrétariats de mairie"
            case .habitant: "les habitants"
            }
        }
        guard let last = names.last else { return nil }
        return names.count == 1 ? last : names.dropLast().joined(separator: ", ") + " et " + last
    }

    /// A link to call and the number as people read it; absent when there is none.
    static func telephone(_ number: String?) -> Value {
        guard let number, let href = dial(number) else { return .absent }
        return ["href": .text(href), "text": .text(spaced(number))]
    }

    /// `tel:+33465710001`, `tel:3919`; `nil` for what is not a number.
    static func dial(_ number: String) -> String? {
        var digits: [UInt8] = []
        for scalar in number.unicodeScalars {
            switch scalar {
            case "0"..."9": digits.append(UInt8(scalar.value))
            case " ", ".", "-", "+", "\u{A0}", "\u{202F}": continue
            default: return nil
            }
        }
        guard digits.count >= 2 else { return nil }
        let text = String(decoding: digits, as: UTF8.self)
        if number.hasPrefix("+") { return "tel:+\(text)" }
        return digits.count == 10 && digits[0] == 0x30 ? "tel:+33\(text.dropFirst())" : "tel:\(text)"
    }

    private static func spaced(_ number: String) -> String {
        number.split(separator: " ").joined(separator: noBreak)
    }
}
