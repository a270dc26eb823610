import Diagnostics
import SiteBuild
import Testing

@Suite struct EditionTerritoryTests {
    /// Codes of the communes that have the edition's bulletin.
    private func covered(_ territory: String) async throws -> (codes: [String], diagnostics: [Diagnostic]) {
        let project = try TestProject()
        try project.edit("content/bulletins/2026-11.md", "number: 1\n", "number: 1\nterritory:\n  \(territory)\n")
        let outcome = try await SiteBuilder(project.options).build()
        guard outcome.publication != nil else { return ([], outcome.diagnostics) }
        let twins = try project.published().keys.filter { $0.hasSuffix("/bulletin-2026-11/index.html") }
        return (twins.map { String($0.dropFirst("communes/".count).prefix(5)) }.sorted(), outcome.diagnostics)
    }

    @Test(arguments: [
        ("communes: [\"74080\"]", ["74080"]),
        ("communes: [\"74116\", \"74010\"]", ["74010", "74116"]),
        ("arrondissements: [annecy]", ["74010", "74080"]),
        ("arrondissements: [Annecy, Bonneville]", ["74010", "74080", "74116"]),
        ("brigades: [\"1009192\"]", ["74010", "74080", "74116"]),
        ("brigades: [Brigade de gendarmerie d'Annecy-Meythet]", ["74010", "74080", "74116"]),
        ("brigades: [Meythet]", ["74010", "74080", "74116"]),
    ])
    func onlyItsCommunesHaveABulletin(territory: String, codes: [String]) async throws {
        let found = try await covered(territory)
        #expect(found.diagnostics == [])
        #expect(found.codes == codes)
    }

    @Test(arguments: [
        ("arrondissements: [Anecy]", DiagnosticID.territoryUnknown), ("brigades: [Chamonix]", .territoryUnknown),
        ("communes: [\"75056\"]", .feedCodeUnknown),
    ])
    func aNameThatLeadsNowhereIsTold(territory: String, id: DiagnosticID) async throws {
        let found = try await covered(territory)
        #expect(found.codes == [])
        #expect(found.diagnostics.map(\.id) == [id])
        #expect(found.diagnostics.first?.location?.file.hasSuffix("content/bulletins/2026-11.md") == true)
    }
}
