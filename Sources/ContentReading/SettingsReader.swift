import Diagnostics
import FoundationEssentials
import FoundationInternationalization
import French
import SiteModel
import YAML

/// `content/site.yml` → the site's settings.
public enum SettingsReader {
    public static func read(_ bytes: [UInt8], file: String) -> (settings: SiteSettings?, diagnostics: [Diagnostic]) {
        if let fault = TextFile.fault(in: bytes, file: file) { return (nil, [fault]) }
        var fields = YAMLFields(reading: bytes[...], file: file)
        let title = Typography.apply(fields.requiredString("title"))
        let departement = fields.mapping("departement", required: true) { fields in
            SiteSettings.Departement(
                code: fields.value(
                    "code", expected: "le code d’un département entre guillemets (« 01 », « 2A », « 976 »)",
                    required: true, Self.departementCode)
                    ?? (fields.isToWrite("code") ? SiteSettings.Departement.country : ""),
                name: fields.writtenText("name", expected: "le nom du département"),
                locative: fields.writtenText("locative", expected: "le nom avec son mot, comme « en Haute-Savoie »"),
                genitive: fields.writtenText("genitive", expected: "le nom avec son mot, comme « de la Haute-Savoie »"))
        }
        let publisher = fields.mapping("publisher", required: true) { Self.publisher(&$0) }
        let dataProtection = fields.mapping("data_protection") { Self.dataProtection(&$0) }
        let licence = fields.string("licence").map(Typography.apply)
        let baseURL = fields.value(
            "base_url", expected: "l’adresse complète de l’accueil (« https://…/ »)", required: true, Self.baseURL)
            ?? (fields.isToWrite("base_url") ? Self.addressToWrite : nil)
        let timezone =
            fields.value("timezone", expected: "un fuseau horaire comme « Europe/Paris »", id: .valueNotAllowed) {
                TimeZone(identifier: $0) == nil ? nil : $0
            } ?? "Europe/Paris"
        let demonstration = fields.bool("demonstration") ?? false
        let themes = fields.mappings("themes", required: true) { fields in
            SiteSettings.Theme(
                id: fields.value(
                    "id", expected: "un nom de dossier, en minuscules sans accents", required: true,
                ) { Slug.make($0) == $0 ? $0 : nil } ?? "",
                title: Typography.apply(fields.requiredString("title")),
                summary: Typography.apply(fields.string("summary") ?? ""))
        }
        var policies = SiteSettings.Policies()
        _ = fields.mapping("policies") { fields in
            let least = fields.value(
                "family_violence_minimum_population", expected: "un nombre d’habitants (0 pour tout montrer)",
            ) { Int($0).flatMap { $0 >= 0 ? $0 : nil } }
            if let least { policies.familyViolenceMinimumPopulation = least }
            let communes = fields.value("minimum_communes", expected: "un nombre de communes, à partir de 1") {
                Int($0).flatMap { $0 >= 1 ? $0 : nil }
            }
            if let communes { policies.minimumCommunes = communes }
            let segments = fields.value("sms_segments", expected: "un nombre de SMS, de 1 à 10") {
                Int($0).flatMap { (1...10).contains($0) ? $0 : nil }
            }
            if let segments { policies.smsSegments = segments }
            policies.channels = Self.channels(&fields)
        }
        let reserves = Self.reserves(&fields)
        let security = fields.mapping("security", required: true) { Self.security(&$0) } ?? nil
        let corrections = fields.value(
            "corrections", expected: "une adresse de messagerie (« corrections@exemple.fr »)") { Self.mailbox($0) }
        let staleAfterDays = fields.mapping("offline") { fields in
            fields.value("stale_after_days", expected: "un nombre de jours, de 1 à 365") {
                Int($0).flatMap { (1...365).contains($0) ? $0 : nil }
            }
        }
        let quickExit = fields.value(
            "quick_exit", expected: "l’adresse complète d’un site neutre (« https://… »)", Self.otherSite)
        let glossary = fields.mapping("glossary") { fields in
            let acronyms = fields.allEntries().map(\.key)
            return acronyms.map { SiteSettings.Term(acronym: $0, words: Typography.apply(fields.requiredString($0))) }
        }
        let emergency = fields.strings("emergency")
        let places = fields.places(of: "emergency")
        let diagnostics = fields.finish()
        // With less, nothing can be read or checked; with a fault elsewhere, the other files still are.
        guard let departement, !departement.code.isEmpty, let publisher, let baseURL else { return (nil, diagnostics) }
        var settings = SiteSettings(
            title: title, departement: departement, publisher: publisher, baseURL: baseURL, timezone: timezone,
            demonstration: demonstration, themes: themes, emergency: emergency)
        settings.emergencyPlaces = places
        settings.policies = policies
        settings.security = security
        settings.reserves = reserves
        settings.glossary = glossary ?? []
        settings.corrections = corrections
        if let dataProtection { settings.dataProtection = dataProtection }
        settings.licence = licence
        if case .some(.some(let days)) = staleAfterDays { settings.staleAfterDays = days }
        if let quickExit { settings.quickExit = quickExit }
        return (settings, diagnostics)
    }

    /// Stands in for an address that is still to be written, so that the rest of a new site is checked.
    private static let addressToWrite = "https://a-completer.invalid/"

    /// `nil` where what cannot be left out is missing.
    private static func security(_ fields: inout YAMLFields) -> SiteSettings.Security? {
        let contacts = fields.values(
            "contact", expected: "une adresse « mailto:… » ou « https://… »", required: true
        ) { text in
            if text.hasPrefix("mailto:") { return mailbox(String(text.dropFirst("mailto:".count))).map { "mailto:\($0)" } }
            return webAddress(text)
        }
        if contacts.isEmpty, fields.diagnostics.isEmpty {
            fields.diagnostics.append(
                .error(
                    .keyMissing, at: fields.valueLocation(of: "contact") ?? fields.location,
                    "« contact » ne donne aucune adresse", advice: "complétez « contact: mailto:… »"))
        }
        let expires = fields.date("expires", required: true)
        let place = fields.valueLocation(of: "expires")
        let policy = fields.value("policy", expected: "une adresse « https://… »") { webAddress($0) }
        let languages = fields.values("languages", expected: "un code de langue, comme « fr »") { text in
            (2...8).contains(text.utf8.count) && text.utf8.allSatisfy { (0x61...0x7A).contains($0) } ? text : nil
        }
        guard let expires, !contacts.isEmpty else { return nil }
        return SiteSettings.Security(
            contacts: contacts, expires: expires, policy: policy, languages: languages.isEmpty ? ["fr"] : languages,
            expiresPlace: place.flatMap { place in place.offset.map { $0..<($0 + place.length) } })
    }

    static func mailbox(_ text: String) -> String? {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }), isVisible(text) else { return nil }
        return text
    }

    private static func webAddress(_ text: String) -> String? {
        text.hasPrefix("https://") && text.utf8.count > "https://".utf8.count && isVisible(text) ? text : nil
    }

    /// ASCII without spaces, marks or quotes that could end an address where it is written.
    private static func isVisible(_ text: String) -> Bool {
        text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "<") && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "\"") }
    }

    private static func departementCode(_ text: String) -> String? {
        if text == SiteSettings.Departement.country { return text }
        // The code of any commune of the département: the shortest check that the two agree.
        let digits = text.utf8.count == 3 ? "01" : "001"
        return INSEECode(text + digits)?.departement == text ? text : nil
    }

    /// A person leaves in a hurry: no redirection from `http`, no script.
    private static func otherSite(_ text: String) -> String? {
        webAddress(text).flatMap { $0.dropFirst("https://".count).prefix { $0 != "/" }.contains(".") ? $0 : nil }
    }

    private static func baseURL(_ text: String) -> String? {
        guard text.hasPrefix("https://") || text.hasPrefix("http://"), isVisible(text), !text.contains("#"), !text.contains("?"),
            text.split(separator: "/").count >= 2
        else { return nil }
        return text.hasSuffix("/") ? text : text + "/"
    }
}
