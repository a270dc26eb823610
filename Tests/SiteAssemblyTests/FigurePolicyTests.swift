import SiteModel
import Testing

@testable import SiteAssembly

@Suite struct FigurePolicyTests {
    private static let family = Indicator(name: "Violences physiques intrafamiliales", unit: "Victime")
    private static let burglary = Indicator(name: "Cambriolages de logement", unit: "Infraction")

    /// What is shown of violence within the family and of burglaries in a commune of so many inhabitants.
    private func shown(
        population: Int?, value: FigureValue, least: Int? = nil,
    ) throws -> (family: FigureValue?, burglary: FigureValue?) {
        let code = try #require(INSEECode("74010"))
        var table = FigureTable()
        let place = table.place(code.text)
        for indicator in [Self.family, Self.burglary] {
            let index = table.add(indicator)
            _ = table.set(value, place: place, indicator: index, year: 2025, inhabitants: population, dwellings: 100)
        }
        let commune = Commune(
            code: code, name: "Annecy", article: .vowel, postalCodes: [], population: population, arrondissement: "",
            unitIDs: [])
        var policies = SiteSettings.Policies()
        if let least { policies.familyViolenceMinimumPopulation = least }
        let figures = FigurePolicy(policies, communes: [commune]).apply(
            to: RecordedFigures(communes: .init(feed: "base", table: table)))
        let series = figures.series(of: code)
        return (series.first?.points.first?.value, series.last?.points.first?.value)
    }

    @Test(arguments: [nil, 0, 4999] as [Int?])
    func familyViolenceIsWithheldOfSmallCommunes(_ population: Int?) throws {
        let shown = try shown(population: population, value: .number(12))
        #expect(shown.family == .withheld)
        #expect(shown.burglary == .number(12))
    }

    @Test func zeroIsWithheldToo() throws {
        #expect(try shown(population: 300, value: .number(0)).family == .withheld)
    }

    @Test func townsShowWhatIsPublished() throws {
        #expect(try shown(population: 5000, value: .number(12)).family == .number(12))
    }

    @Test func theThresholdIsTheSites() throws {
        #expect(try shown(population: 5000, value: .number(12), least: 5001).family == .withheld)
        #expect(try shown(population: 12, value: .number(12), least: 0).family == .number(12))
        #expect(try shown(population: nil, value: .number(12), least: 0).family == .number(12))
    }

    @Test func whatIsNotPublishedStaysSo() throws {
        #expect(try shown(population: 300, value: .notPublished).family == .notPublished)
    }
}
