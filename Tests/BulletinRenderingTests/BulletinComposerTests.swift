@testable import BulletinRendering
import Foundation
import SiteModel
import Testing

@Suite struct BulletinComposerTests {
    @Test(arguments: [(SampleSite.annecy, "annecy.json"), (SampleSite.leBiot, "le-biot.json")])
    func aJobHoldsAllThatTheTemplateNeeds(commune: Commune, golden: String) throws {
        let composer = BulletinComposer(edition: SampleSite.edition, site: SampleSite.site())
        let job = composer.job(for: commune)
        #expect(job.id == "bulletin-2026-11-\(commune.code)")
        #expect(!job.data.contains(0x0A), "a job is one line")
        try Golden.expect(job.data, golden)
    }

    @Test func aJobIsJSON() throws {
        let composer = BulletinComposer(edition: SampleSite.edition, site: SampleSite.site())
        let object = try JSONSerialization.jsonObject(
            with: Data(composer.job(for: SampleSite.annecy).data)) as? [String: Any]
        #expect((object?["contacts"] as? [Any])?.count == 2)
        #expect(object?["notice"] as? String == Demonstration.notice)
    }

    @Test func onlyADemonstrationCarriesTheNotice() throws {
        let composer = BulletinComposer(
            edition: SampleSite.edition, site: SampleSite.site(demonstration: false))
        let text = String(decoding: composer.job(for: SampleSite.annecy).data, as: UTF8.self)
        #expect(!text.contains("EXEMPLE"))
        #expect(text.contains("\"notice\":null"))
    }
}

@Suite struct DocumentPartsTests {
    private func kinds(_ blocks: [Written]) -> [[Document.Node.Kind]] {
        let document = Written.document(blocks)
        return DocumentParts.of(document).map { $0.map { document.nodes[$0].kind } }
    }

    @Test func aHeadingStaysWithWhatFollows() {
        #expect(
            kinds([.heading(2, "A"), .heading(3, "B"), .paragraph([.text("c")]), .paragraph([.text("d")])])
                == [[.heading, .heading, .paragraph], [.paragraph]])
    }

    @Test func aColonStaysWithTheListThatItAnnounces() {
        #expect(
            kinds([.paragraph([.text("Dans l’ordre :")]), .list([[.paragraph([.text("un")])]])])
                == [[.paragraph, .list]])
    }

    @Test func theParagraphUnderAHeadingStaysWithItsList() {
        let list = Written.list([[.paragraph([.text("un")])]])
        #expect(
            kinds([.heading(2, "A"), .paragraph([.text("b.")]), list])
                == [[.heading, .paragraph, .list]])
        #expect(
            kinds([.heading(2, "A"), .paragraph([.text("b.")]), .paragraph([.text("c.")]), list])
                == [[.heading, .paragraph], [.paragraph], [.list]])
    }

    @Test func aColonDoesNotTakeTheNextHeading() {
        #expect(
            kinds([.paragraph([.text("Voyez :")]), .heading(2, "A"), .paragraph([.text("b")])])
                == [[.paragraph], [.heading, .paragraph]])
    }

    @Test func notesAndRulesAreInNoPart() {
        #expect(
            kinds([.paragraph([.text("a")]), .rule, .paragraph([.text("b")]), .note(1, [])])
                == [[.paragraph], [.paragraph]])
    }
}

@Suite struct LongWordsTests {
    @Test(arguments: [
        ("anticonstitutionnellement", "anticonstitutionnellement"),
        (String(repeating: "é", count: 45), String(repeating: "é", count: 40) + "\u{200B}ééééé"),
        (String(repeating: "x", count: 40) + " y", String(repeating: "x", count: 40) + " y"),
    ])
    func onlyWordsTooLongForAColumnMayBeCut(text: String, expected: String) {
        #expect(LongWords.apply(text) == expected)
    }
}

@Suite struct OmissionTests {
    @Test(arguments: Omission.Section.allCases)
    func isReadAsItIsWritten(section: Omission.Section) {
        let omission = Omission(section: section, kept: 2, total: 9)
        #expect(Omission(omission.description) == omission)
        #expect(!omission.words.isEmpty)
    }

    @Test(arguments: ["", "guide", "guide:1", "guide:a/b", "météo:1/2"])
    func anotherFormIsNone(text: String) {
        #expect(Omission(text) == nil)
    }
}
