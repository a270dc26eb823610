import SiteModel
import Testing
import WebRendering

@testable import SiteBuild

@Suite struct OmissionSummaryTests {
    /// The summary of a small site, where the bulletins of these communes left something out.
    private func summary(_ omitted: [String: [String]]) async throws -> OmissionSummary {
        let project = try TestProject()
        let site = try #require(try await SiteInputs.read(project.options).site)
        var printed: [Route: PrintedDocument] = [:]
        for commune in site.communes {
            printed[.bulletinPDF("2026-11", of: commune)] = PrintedDocument(
                pages: 2, bytes: 1, omitted: omitted[commune.code.text] ?? [])
        }
        return OmissionSummary(printed, site.communes, in: site)
    }

    @Test func wholeBulletinsNeedNoWord() async throws {
        #expect(try await summary([:]).text() == nil)
    }

    @Test func theSameOmissionsAreToldOnceTheMostCommunesFirst() async throws {
        let summary = try await summary(["74010": ["mairie"], "74080": ["éditorial"], "74116": ["éditorial"]])
        #expect(summary.groups.map(\.omitted) == [["éditorial"], ["mairie"]])
        #expect(summary.groups.map(\.communes) == [["La Clusaz", "Eteaux"], ["Annecy"]])
        #expect(
            summary.text() == """
                Faute de place, des bulletins n’ont pas tout ; leur page en ligne a tout :
                  La Clusaz et Eteaux (2026-11) : éditorial
                  Annecy (2026-11) : mairie
                """)
    }

    @Test func whatIsNotListedIsCounted() async throws {
        let text = try #require(
            try await summary(["74010": ["mairie"], "74080": ["éditorial"], "74116": ["éditorial"]]).text(most: 1))
        #expect(text.hasSuffix("\n  et 1 autre bulletin : la page de chacun le dit"))
    }
}
