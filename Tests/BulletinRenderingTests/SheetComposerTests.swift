@testable import BulletinRendering
import Foundation
import SMS
import SiteModel
import Testing

/// The jobs of what is printed besides the bulletin.
@Suite struct SheetComposerTests {
    private let site = SampleSite.site()

    private var guide: Page { site.guides[0] }
    private var alert: Alert { site.alerts[0] }

    private func object(_ job: PrintJob) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(job.data)) as? [String: Any])
    }

    @Test func aContactsPosterHoldsAllThatTheTemplateNeeds() throws {
        let composer = ContactsPosterComposer(edition: SampleSite.edition, site: site)
        let job = composer.job(for: SampleSite.annecy, on: .a4)
        #expect(job.id == "affiche-2026-11-74010-a4")
        #expect(job.document == .poster)
        try Golden.expect(job.data, "contacts-poster.json")
    }

    @Test func theA3PosterDiffersByItsPaperAlone() throws {
        let composer = ContactsPosterComposer(edition: SampleSite.edition, site: site)
        let (a4, a3) = (composer.job(for: SampleSite.annecy, on: .a4), composer.job(for: SampleSite.annecy, on: .a3))
        let text = String(decoding: a3.data, as: UTF8.self)
        #expect(
            text.replacing("\"format\":\"A3\"", with: "\"format\":\"A4\"").replacing("74010-a3", with: "74010-a4")
                == String(decoding: a4.data, as: UTF8.self))
    }

    @Test func aLeafletHoldsTheWholeGuide() throws {
        let job = PagePrintComposer(site: site).job(.leafletA4, of: guide)
        #expect(job.id == "fiche-a4-guides-cybersecurite-hameconnage")
        #expect(job.source == "content/guides/cybersecurite/hameconnage.md")
        try Golden.expect(job.data, "leaflet.json")
    }

    @Test func aBookletIsTheA5LeafletImposed() throws {
        let composer = PagePrintComposer(site: site)
        let (leaflet, booklet) = (composer.job(.leafletA5, of: guide), composer.job(.bookletA5, of: guide))
        #expect(booklet.document.template == leaflet.document.template)
        let (left, right) = (try object(leaflet), try object(booklet))
        #expect(right["imposition"] as? String == "booklet")
        #expect(left["imposition"] == nil)
        #expect(left["format"] as? String == right["format"] as? String)
    }

    @Test func aPosterOfAnAlertSaysUntilWhenItIsValid() throws {
        let job = PagePrintComposer(site: site).job(.posterA3, of: alert)
        #expect(job.id == "affiche-a3-alertes-faux-agents")
        try Golden.expect(job.data, "alert-poster.json")
    }

    @Test func aCommuneSheetIsThePosterWithTheContactsOfTheCommune() throws {
        let composer = CommuneSheetComposer(guide: guide, site: site)
        let job = composer.job(for: SampleSite.annecy)
        #expect(job.id == "communes-74010-annecy-fiche-cybersecurite-hameconnage.pdf")
        let (json, poster) = (try object(job), try object(PagePrintComposer(site: site).job(.posterA4, of: guide)))
        #expect(json["territory"] as? String == "Commune d’Annecy")
        #expect(json["template"] as? String == poster["template"] as? String)
        for key in ["message", "ours", "qr"] { #expect(json[key] as? NSObject == poster[key] as? NSObject, "\(key)") }
        let contacts = try #require(json["contacts"] as? [[String: Any]])
        #expect(contacts.compactMap { $0["name"] as? String } == SampleSite.annecy.unitIDs.compactMap { site.units[$0]?.name.replacing("'", with: "’") })
        #expect((json["officials"] as? [Any])?.count == SampleSite.annecy.contacts.count)
        // Numbers of emergency leave their room to them, but for the first.
        #expect((json["numbers"] as? [[String: Any]])?.first?["value"] as? String == "17")
    }

    @Test func cardsNameNeitherTheirGuideNorItsTheme() throws {
        let job = PagePrintComposer(site: site).job(.cardsA6, of: guide)
        var json = try object(job)
        #expect(json["title"] as? String == "Numéros utiles (\(Demonstration.notice))")
        json["id"] = nil
        let text = String(decoding: try JSONSerialization.data(withJSONObject: json), as: UTF8.self)
        for word in ["cybersecurite", "hameconnage", guide.frontMatter.title] { #expect(!text.contains(word), "\(word)") }
    }

    @Test func aCardSaysWhatANumberIsInItsDiscreetWords() throws {
        var site = site
        site.facts["17"]?.discreet = "Secours, en danger"
        let numbers = try #require(
            try object(PagePrintComposer(site: site).job(.cardsA6, of: guide))["numbers"] as? [[String: Any]])
        #expect(numbers.map { $0["label"] as? String } == ["Secours, en danger"])
    }
}

/// The jobs of what is printed of the agenda, and of forms.
@Suite struct AgendaSheetTests {
    private let site = SampleSite.site()

    private func object(_ job: PrintJob) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(job.data)) as? [String: Any])
    }

    private func days(_ job: PrintJob?) throws -> [String] {
        let job = try #require(job)
        let events = try #require(try object(job)["events"] as? [[String: Any]])
        return events.compactMap { $0["day"] as? String }
    }

    @Test func aStripHoldsTheNextPermanences() throws {
        let job = try #require(PermanencesComposer(site: site).job(for: SampleSite.leBiot))
        #expect(job.document == .permanences)
        try Golden.expect(job.data, "permanences.json")
    }

    @Test func onlyCommunesThatAPermanenceNamesHaveAStrip() throws {
        var site = site
        #expect(PermanencesComposer(site: site).job(for: SampleSite.annecy) == nil)
        let forAll = Event(
            kind: .permanence, title: "Permanence en mairie", date: SampleSite.day("2026-12-01"), start: 540, end: nil, place: "Annecy", communes: [])
        site.events = [forAll] + site.events
        let composer = PermanencesComposer(site: site)
        #expect(composer.job(for: SampleSite.annecy) == nil, "what is for everybody is on the département's")
        #expect(try days(composer.job(for: SampleSite.leBiot)).count == 2)
        #expect(try days(composer.departementJob()).count == 2)
    }

    @Test func aBrigadeHasThoseOfItsCommunes() throws {
        let composer = PermanencesComposer(site: site)
        let made = site.services.filter { composer.job(for: $0) != nil }
        #expect(made.map(\.unit.id) == ["brigade"])
        #expect(made.first.map { Route.permanences(of: $0).path } == "/agenda/permanences-brigade-de-gendarmerie-d-abondance.pdf")
    }

    @Test func whatIsOverIsOnNoStrip() {
        var site = site
        site.today = SampleSite.day("2026-12-11")
        #expect(PermanencesComposer(site: site).departementJob() == nil)
    }

    @Test func aSlipTellsTheMonthOfAnImmersionAndNeverItsPlace() throws {
        var site = site
        site.events = site.events.map(\.published)
        site.settings.dataProtection.registrationDays = 30
        let job = try #require(RegistrationComposer(site: site).job())
        #expect(!String(decoding: job.data, as: UTF8.self).contains("26\u{A0}janvier"))
        #expect(try days(job) == ["janvier\u{A0}2027"])
        try Golden.expect(job.data, "registration.json")
        site.events.removeAll { $0.kind == .immersion }
        #expect(RegistrationComposer(site: site).job() == nil)
    }

    @Test func aFormHasWhatIsPublicOfTheCommune() throws {
        let job = AlertNumberComposer(site: site).job(for: SampleSite.annecy)
        try Golden.expect(job.data, "alert-number.json")
        let blank = try object(PagePrintComposer(site: site).job(.alertNumber, of: site.guides[0]))
        #expect(blank["commune"] is NSNull && (blank["contacts"] as? [Any])?.isEmpty == true)
        #expect(blank["template"] as? String == "alert-number.typ")
    }

    @Test func theSheetOfConfidentialTextsHasTheirBlanks() throws {
        let text = try ConfidentialText(
            Array("# CONFIDENTIEL\n# Situation : Essai\n\nGendarmerie, [secteur:40].\nContact : [contact:20]\n".utf8), name: "essai")
        try Golden.expect(SMSTextsComposer(site: site).job(of: [text]).data, "sms-texts.json")
    }
}

@Suite struct EssentialPartTests {
    private func part(_ blocks: [Written]) -> (part: EssentialPart, document: Document) {
        let document = Written.document(blocks)
        return (EssentialPart(of: document), document)
    }

    private let list = Written.list([[.paragraph([.text("a")])], [.paragraph([.text("b")])]])
    private let steps = Written.steps(from: 1, [[.paragraph([.text("un")])]])

    @Test func theListBelowQueFaireComesFirst() {
        let (part, _) = part([.heading(2, "Avant"), steps, .heading(2, "Que faire maintenant"), list])
        #expect(part.items.count == 2)
        #expect(!part.isNumbered)
    }

    @Test func stepsComeBeforeOtherLists() {
        let (part, _) = part([list, .heading(2, "Agir"), steps])
        #expect(part.items.count == 1)
        #expect(part.isNumbered)
        #expect(part.heading != nil)
    }

    @Test func stepsInADirectiveAreFound() {
        let (part, _) = part([.heading(2, "Agir"), .block("steps", [steps]), .heading(2, "Et puis"), list])
        #expect(part.isNumbered)
        #expect(part.items.count == 1)
    }

    @Test func aTextWithoutListsGivesItsFirstParagraphs() {
        let (part, _) = part((1...8).map { .paragraph([.text("p\($0)")]) })
        #expect(part.items.count == 5)
        #expect(part.heading == nil)
    }
}

@Suite struct PrintedFormTests {
    @Test func anA5LeafletBringsItsBooklet() {
        #expect(PrintedSheet.asked(by: [.leafletA5]) == [.leafletA5, .bookletA5])
        #expect(PrintedSheet.asked(by: [.cards, .leafletA4, .cards]) == [.leafletA4, .cardsA6])
        #expect(PrintedSheet.asked(by: []) == [])
    }

    @Test func sheetsStandBesideTheirPage() {
        let guide = SampleSite.site().guides[0]
        #expect(
            Route.sheet(.bookletA5, of: guide)
                == Route("/guides/cybersecurite/hameconnage/livret-a5.pdf"))
        #expect(
            Route.contactsPoster("2026-11", of: SampleSite.annecy, on: .a3)
                == Route("/communes/74010-annecy/affiche-2026-11-a3.pdf"))
        #expect(
            Route.contactsPoster("2026-11", of: SampleSite.annecy, on: .a4)
                == Route("/communes/74010-annecy/affiche-2026-11.pdf"))
    }
}
