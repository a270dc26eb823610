import ContentReading
import Diagnostics
import SiteModel
import Testing

/// The mentions of the law: each is there, whole, or the site is not built.
@Suite struct LegalSettingsTests {
    private static let settings = """
        title: Portail
        departement: {code: "74", name: Haute-Savoie, locative: en Haute-Savoie, genitive: de la Haute-Savoie}
        publisher:
          name: Préfecture
          address: 1 place de l'Exemple
          telephone: 04 65 71 00 00
          email: portail@exemple.fr
          director: Le préfet
          host:
            name: Hébergeur
            address: 2 rue de l'Exemple
            telephone: 04 65 71 00 02
        base_url: https://exemple.fr/
        security: {contact: "mailto:securite@exemple.fr", expires: 2027-11-20}
        themes: [{id: elus, title: Élus}]

        """

    private func read(_ text: String) -> (settings: SiteSettings?, diagnostics: [Diagnostic]) {
        SettingsReader.read(Array(text.utf8), file: "site.yml")
    }

    @Test func theyAreReadOnceAndForAll() throws {
        let (settings, diagnostics) = read(Self.settings)
        #expect(diagnostics == [])
        let publisher = try #require(settings?.publisher)
        #expect(publisher.host == .init(name: "Hébergeur", address: "2 rue de l’Exemple", telephone: "04 65 71 00 02"))
        #expect(settings?.dataProtection == .init())
    }

    /// Lines of the publisher and of its host, without their value, then gone.
    @Test(arguments: [
        "  name: Préfecture", "  address: 1 place de l'Exemple", "  telephone: 04 65 71 00 00", "  email: portail@exemple.fr",
        "  director: Le préfet", "    name: Hébergeur", "    address: 2 rue de l'Exemple", "    telephone: 04 65 71 00 02",
    ])
    func noneMayBeEmptyOrAbsent(_ line: String) throws {
        let key = try #require(line.split(separator: ":").first)
        let empty = read(Self.settings.replacing("\n\(line)\n", with: "\n\(key):\n"))
        #expect(empty.diagnostics.map(\.id) == [.keyMissing])
        #expect(empty.diagnostics.first?.location?.offset != nil)
        let absent = read(Self.settings.replacing("\n\(line)\n", with: "\n"))
        #expect(absent.diagnostics.map(\.id) == [.keyMissing])
    }

    @Test(arguments: ["à compléter", "À compléter avant la mise en ligne", "TODO", "\"…\"", "\"-\"", "xxx"])
    func whatIsLeftForLaterIsNotThere(_ filler: String) {
        let (_, diagnostics) = read(Self.settings.replacing("director: Le préfet", with: "director: \(filler)"))
        #expect(diagnostics.map(\.id) == [.legalUnfilled])
    }

    @Test func theOfficerCanBeWrittenTo() throws {
        let own = "data_protection: {officer: {address: 1 place de l'Exemple}, log_days: 180}\n"
        let (settings, diagnostics) = read(Self.settings + own)
        #expect(diagnostics == [])
        #expect(settings?.dataProtection.officer?.address == "1 place de l’Exemple")
        #expect(settings?.dataProtection.logDays == 180)
        #expect(read(Self.settings + "data_protection: {officer: {name: Le délégué}}\n").diagnostics.map(\.id) == [.keyMissing])
        #expect(read(Self.settings + "data_protection: {log_days: 0}\n").diagnostics.map(\.id) == [.valueType])
    }
}
