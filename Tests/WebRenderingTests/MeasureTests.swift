import French
import SiteModel
import Templates
import Testing

@testable import WebRendering

@Suite struct MeasureTests {
    /// The page at `path` of the sample with `measures` and, for its first commune, `contacts`.
    private func html(_ path: String, _ measures: [Measure], contacts: [Contact] = []) throws -> String {
        var site = try Samples.rich()
        site.measures = measures
        site.communes[0].contacts = contacts
        let (library, assets) = try Samples.templates()
        let renderer = WebRenderer(site: site, templates: library, assets: assets)
        let page = try #require(renderer.pages.first { $0.route.path == path })
        var bytes: [UInt8] = []
        #expect(renderer.render(page, into: &bytes).isEmpty)
        return String(decoding: bytes, as: UTF8.self)
    }

    private func measure(_ recipients: Measure.Recipient..., page: Page.ID? = nil) -> Measure {
        Measure(
            id: "plainte", title: "La plainte", what: "Un gendarme vient à vous.", action: "J’appelle.",
            recipients: recipients, page: page)
    }

    private let referent = Contact(
        function: .attacksOnOfficials, level: .departement, institution: .gendarmerie, telephone: "04 65 71 40 20")

    @Test func aCommunesPageGivesItsOwnContacts() throws {
        let text = try html(
            "/communes/74010-annecy/", [measure(.unit, .contact(.attacksOnOfficials))], contacts: [referent])
        let section = try #require(text.split(separator: "id=\"engagements-operation\"").last)
        let measures = section.prefix { $0 != "§" }
        #expect(measures.contains("04\u{A0}65\u{A0}71\u{A0}40\u{A0}20") || measures.contains("04 65 71 40 20"))
        let site = try Samples.rich()
        #expect(!site.communes[0].unitIDs.isEmpty)
        for id in site.communes[0].unitIDs {
            let unit = try #require(site.units[id])
            #expect(measures.contains(Typography.apply(unit.name)), "\(id)")
        }
    }

    @Test func withoutThatFunctionTheServiceOfTheCommuneAnswers() throws {
        let text = try html("/communes/74010-annecy/", [measure(.contact(.prevention))])
        let section = try #require(text.split(separator: "id=\"engagements-operation\"").last)
        let site = try Samples.rich()
        let unit = try #require(site.communes[0].unitIDs.first.flatMap { site.units[$0] })
        #expect(section.contains(Typography.apply(unit.name)))
    }

    @Test func thePageOfTheOperationNamesFunctionsAndLinksFurther() throws {
        let text = try html(
            "/presents-pour-les-elus/", [measure(.unit, .publisher, page: "content/guides/elus/menaces.md")])
        #expect(text.contains("id=\"mesure-plainte\""))
        #expect(text.contains("La brigade ou le commissariat de la commune"))
        #expect(text.contains("Préfecture de la Haute-Savoie (exemple)"))
        #expect(text.contains("<a href=\"/guides/elus/menaces/\">Menacé ou agressé"))
    }

    @Test func withoutMeasuresThePageIsAsItIsWritten() throws {
        let text = try html("/presents-pour-les-elus/", [])
        #expect(!text.contains("mesure-"))
        #expect(text.contains("Sept engagements."))
    }
}
