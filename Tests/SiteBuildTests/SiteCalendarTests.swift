import SiteBuild
import SiteModel
import Testing

@Suite struct SiteCalendarTests {
    private static let guide = "content/guides/elus/menaces.md"

    /// The lines of the small site's calendar: day, first day of a build that tells it, kind, title or identifier.
    private func lines(
        _ project: TestProject, days: Int = 56, _ pick: (SiteCalendar) -> [SiteCalendar.Entry] = { $0.entries },
    ) async throws -> [String] {
        let calendar = try #require(try await SiteCalendar.read(project.options, days: days).calendar)
        return pick(calendar).map { entry in
            #expect(entry.file.hasPrefix("\(project.folder)/content/"))
            let build = entry.build.map(\.description) ?? "-"
            return "\(entry.date) \(build) \(entry.kind.rawValue) \(entry.id ?? entry.title)\(entry.isDraft ? " (draft)" : "")"
        }
    }

    @Test func aTextAppearsIsReviewedAndEnds() async throws {
        let project = try TestProject()
        try project.edit(Self.guide, "audience: [élu]", "audience: [élu]\npublish: 2026-12-01\nreview: 2026-12-24\nexpires: 2026-12-31")
        try project.edit("content/bulletins/2026-11.md", "featured: [guides/elus/menaces.md]", "featured: []")
        #expect(
            try await lines(project) == [
                "2026-12-01 2026-12-01 publish Menacé", "2026-12-24 - review Menacé", "2026-12-31 2027-01-01 expires Menacé",
            ])
        let calendar = try #require(try await SiteCalendar.read(project.options, days: 56).calendar)
        #expect(calendar.builds.map(\.description) == ["2026-12-01", "2027-01-01"])
        #expect(try await lines(project, days: 7) == ["2026-12-01 2026-12-01 publish Menacé"])
    }

    @Test func aDraftIsListedAsSuchAndAsksForNoBuild() async throws {
        let project = try TestProject()
        try project.edit(Self.guide, "audience: [élu]", "audience: [élu]\npublish: 2026-12-01\nreview: 2026-11-01\ndraft: true")
        #expect(try await lines(project) == ["2026-12-01 - publish Menacé (draft)"])
        #expect(try await lines(project, { $0.late }) == [])
    }

    @Test func aReviewThatIsLateStaysDue() async throws {
        let project = try TestProject()
        try project.edit(Self.guide, "audience: [élu]", "audience: [élu]\nreview: 2026-11-23")
        #expect(try await lines(project, { $0.late }) == ["2026-11-23 - review Menacé"])
        #expect(try await lines(project) == [])
    }

    @Test func factsAreCheckedAgainAndChange() async throws {
        let project = try TestProject()
        try project.edit(
            "content/facts.yml", "    checked: 2026-11-24",
            """
                checked: 2026-11-24
                review_days: 10
              - {id: amende, kind: amount, value: 1 500 €, label: Amende, source: S, checked: 2026-11-24, until: 2026-12-31, review_days: 365}
              - {id: amende, kind: amount, value: 3 000 €, label: Amende, source: S, checked: 2026-11-24, from: 2027-01-01}
            """)
        try project.edit(Self.guide, "Rangez-les.", "L'amende est de :fact[amende].")
        #expect(
            try await lines(project) == [
                "2026-12-04 2026-12-05 fact-review 17", "2026-12-31 2027-01-01 fact-until amende",
                "2027-01-01 2027-01-01 fact-from amende",
            ])
    }

    @Test func theRestOfTheSiteHasItsDays() async throws {
        let project = try TestProject()
        try project.edit("content/site.yml", "expires: 2027-11-20", "expires: 2026-12-31")
        try project.edit("content/feeds/feeds.yml", "    retrieved: 2026-11-24", "    max_age: 30\n    retrieved: 2026-11-24")
        let found = try await lines(project).map { $0.split(separator: " ", maxSplits: 3).prefix(3).joined(separator: " ") }
        #expect(Set(found) == ["2026-11-30 2026-12-01 security", "2026-12-24 2026-12-25 feed"])
    }
}
