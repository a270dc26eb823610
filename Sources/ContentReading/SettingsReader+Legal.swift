import Diagnostics
import French
import SiteModel
import YAML

/// The part of `site.yml` that the law asks for: nothing of it may be left out or left for later.
extension SettingsReader {
    static func publisher(_ fields: inout YAMLFields) -> SiteSettings.Publisher {
        let name = fields.filledText("name")
        let address = fields.filledText("address")
        let telephone = fields.telephone("telephone")
        let email = fields.mailbox("email", required: true) ?? ""
        let director = fields.filledText("director")
        let editor = fields.string("editor").map(Typography.apply)
        let host = fields.mapping("host", required: true) { fields in
            SiteSettings.Publisher.Host(
                name: fields.filledText("name"), address: fields.filledText("address"),
                telephone: fields.telephone("telephone"))
        }
        var publisher = SiteSettings.Publisher(
            name: name, address: address, telephone: telephone, email: email, director: director,
            host: host ?? .init(name: "", address: "", telephone: ""))
        publisher.editor = editor
        return publisher
    }

    static func dataProtection(_ fields: inout YAMLFields) -> SiteSettings.DataProtection {
        var protection = SiteSettings.DataProtection()
        protection.controller = fields.string("controller").map(Typography.apply)
        protection.officer = fields.mapping("officer") { officer(&$0) }
        protection.logDays = fields.days("log_days")
        protection.messageDays = fields.days("message_days")
        protection.registrationDays = fields.days("registration_days")
        return protection
    }

    private static func officer(_ fields: inout YAMLFields) -> SiteSettings.DataProtection.Officer {
        let name = fields.string("name").map(Typography.apply) ?? ""
        let address = fields.string("address").map(Typography.apply)
        // One way to write to them at least.
        let email = fields.mailbox("email", required: address == nil)
        return SiteSettings.DataProtection.Officer(name: name, email: email, address: address)
    }
}

extension YAMLFields {
    /// What editors put where they have nothing to say yet, in lower case.
    private static let fillers = ["à compléter", "a completer", "todo", "tbd", "xxx", "à définir", "lorem ipsum"]

    private static func isFiller(_ text: String) -> Bool {
        let lowered = text.lowercased()
        return fillers.contains { lowered.hasPrefix($0) }
    }

    /// Whether a value that was refused is one that `crieur new site` left to be written.
    mutating func isToWrite(_ key: String) -> Bool { string(key).map(Self.isFiller) ?? false }

    /// A text that all pages are made of: what `crieur new site` left to be written is not it.
    mutating func writtenText(_ key: String, expected: String) -> String {
        value(key, expected: expected, required: true) { Self.isFiller($0) ? nil : $0 } ?? ""
    }

    /// A text that must be there for good: « à compléter » does not do.
    fileprivate mutating func filledText(_ key: String) -> String {
        let text = requiredString(key)
        let isEmpty = !text.isEmpty && !text.unicodeScalars.contains { $0.properties.isAlphabetic }
        if isEmpty || Self.isFiller(text) {
            diagnostics.append(
                .error(
                    .legalUnfilled, at: valueLocation(of: key) ?? location, "« \(key) » n’est pas encore rempli : « \(text) »",
                    advice: "la loi demande cette mention : écrivez la vraie"))
        }
        return Typography.apply(text)
    }

    fileprivate mutating func telephone(_ key: String) -> String {
        value(key, expected: "un numéro de téléphone, comme « 04 65 71 00 00 »", required: true) { text in
            FrenchText.telephoneURI(text) == nil ? nil : text
        } ?? ""
    }

    fileprivate mutating func mailbox(_ key: String, required: Bool) -> String? {
        value(key, expected: "une adresse de messagerie (« portail@exemple.fr »)", required: required) {
            SettingsReader.mailbox($0)
        }
    }

    fileprivate mutating func days(_ key: String) -> Int? {
        value(key, expected: "un nombre de jours, à partir de 1") { Int($0).flatMap { $0 >= 1 ? $0 : nil } }
    }
}
