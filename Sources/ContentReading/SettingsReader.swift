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
                    required: true, Self.departementCode) ?? "",
                name: fields.requiredString("name"), locative: fields.requiredString("locative"),
                genitive: fields.requiredString("genitive"))
        }
        let publisher = fields.mapping("publisher", required: true) { fields in
            SiteSettings.Publisher(
                name: Typography.apply(fields.requiredString("name")),
                address: Typography.apply(fields.requiredString("address")),
                telephone: fields.requiredString("telephone"), email: fields.requiredString("email"),
                director: Typography.apply(fields.requiredString("director")),
                host: Typography.apply(fields.requiredString("host")))
        }
        let baseURL = fields.value(
            "base_url", expected: "l’adresse complète de l’accueil (« https://…/ »)", required: true, Self.baseURL)
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
        return (settings, diagnostics)
    }

    private static func departementCode(_ text: String) -> String? {
        if text == SiteSettings.Departement.country { return text }
        // The code of any commune of the département: the shortest check that the two agree.
        let digits = text.utf8.count == 3 ? "01" : "001"
        return INSEECode(text + digits)?.departement == text ? text : nil
    }

    private static func baseURL(_ text: String) -> String? {
        guard text.hasPrefix("https://") || text.hasPrefix("http://"), !text.contains(" "),
            text.split(separator: "/").count >= 2
        else { return nil }
        return text.hasSuffix("/") ? text : text + "/"
    }
}
