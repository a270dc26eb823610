import Diagnostics
import SiteBuild
import SiteModel
import Testing

@Suite struct BuildScopeTests {
    /// The names of all three communes and of the site change; only Annecy is to be made anew.
    private func renamed() async throws -> (project: TestProject, before: [String: UInt]) {
        let project = try TestProject()
        let first = try await SiteBuilder(project.options).build()
        #expect(first.diagnostics == [])
        let before = try project.published()
        try project.edit("site-templates/web/layouts/page.mustache", "<html lang=\"fr\">", "<html lang=\"fr\" class=\"x\">")
        return (project, before)
    }

    @Test func onlyTheCommunesThatAreAskedForAreMadeAnew() async throws {
        let (project, before) = try await renamed()
        project.options.only = [try #require(INSEECode("74010"))]
        let outcome = try await SiteBuilder(project.options).build()
        #expect(outcome.diagnostics == [])
        #expect(outcome.pages == 2)
        let after = try project.published()
        #expect(after.keys.sorted() == before.keys.sorted())
        let changed = after.keys.filter { after[$0] != before[$0] }.sorted()
        #expect(
            changed == [
                "build-manifest.json", "communes/74010-annecy/bulletin-2026-11/index.html",
                "communes/74010-annecy/index.html",
            ])
        #expect(try project.text(of: "communes/74010-annecy/index.html").contains("class=\"x\""))
        #expect(!(try project.text(of: "index.html").contains("class=\"x\"")))
    }

    @Test func aWholeBuildAfterwardsMakesTheRest() async throws {
        let (project, before) = try await renamed()
        project.options.only = [try #require(INSEECode("74010"))]
        _ = try await SiteBuilder(project.options).build()
        project.options.only = []
        _ = try await SiteBuilder(project.options).build()
        let after = try project.published()
        #expect(before.keys.allSatisfy { !$0.hasSuffix(".html") || after[$0] != before[$0] })
        #expect(try project.text(of: "index.html").contains("class=\"x\""))
    }

    @Test func aCodeThatIsNoCommunesStopsTheBuild() async throws {
        let (project, before) = try await renamed()
        project.options.only = [try #require(INSEECode("74010")), try #require(INSEECode("74011"))]
        let outcome = try await SiteBuilder(project.options).build()
        #expect(
            outcome.diagnostics == [
                .error(
                    .feedCodeUnknown, "« --only » : aucune commune de la Haute-Savoie n’a le code « 74011 »",
                    advice: "vouliez-vous dire « 74010 » ?")
            ])
        #expect(outcome.publication == nil)
        #expect(try project.published() == before)
    }

    @Test func withoutASiteThereIsNothingToKeep() async throws {
        let project = try TestProject()
        project.options.only = [try #require(INSEECode("74010"))]
        let outcome = try await SiteBuilder(project.options).build()
        #expect(outcome.diagnostics.map(\.id) == [.onlyWithoutSite])
        #expect(outcome.publication == nil)
    }
}
