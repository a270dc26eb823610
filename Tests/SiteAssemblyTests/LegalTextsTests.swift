import Diagnostics
import SiteModel
import Testing

@testable import SiteAssembly

@Suite struct LegalTextsTests {
    private func site(on day: String = "2026-11-24", _ audit: AccessibilityAudit? = nil) throws -> Site {
        let settings = SiteSettings(
            title: "Portail", departement: .init(code: "74", name: "", locative: "", genitive: ""),
            publisher: .init(
                name: "", address: "", telephone: "", email: "", director: "", host: .init(name: "", address: "", telephone: "")),
            baseURL: "https://exemple.fr/", timezone: "Europe/Paris", demonstration: false, themes: [], emergency: [])
        var site = Site(settings: settings, today: try #require(CalendarDate(iso: day)))
        site.accessibility = audit
        return site
    }

    private func audit(_ state: AccessibilityAudit.State, _ rate: Int, _ day: String) throws -> AccessibilityAudit {
        AccessibilityAudit(state: state, rate: rate, date: try #require(CalendarDate(iso: day)), auditor: "Un bureau")
    }

    private func title(_ site: Site) -> String? {
        site.pages.first { LegalPage($0) == .accessibility }?.frontMatter.title.replacing("\u{A0}", with: " ")
    }

    @Test func theFiveAreThereWithoutAText() throws {
        var site = try site()
        LegalTexts.complete(&site, root: "content")
        #expect(site.pages.map { LegalPage($0) } == LegalPage.allCases)
        #expect(site.pages.map { Route.page($0) } == LegalPage.allCases.map(\.route))
        #expect(title(site) == "Accessibilité : non conforme")
    }

    @Test func aTextIsAddedAndTheTitleStays() throws {
        var site = try site()
        var front = FrontMatter()
        front.title = "Accessibilité : totalement conforme"
        front.reviewedBy = Proofreading(function: "Le référent", date: site.today)
        site.pages = [
            Page(
                file: "content/pages/accessibilite.md", kind: .page, slug: "accessibilite", frontMatter: front,
                document: Document(text: Array("Un mot.".utf8)))
        ]
        LegalTexts.complete(&site, root: "content")
        #expect(site.pages.count == LegalPage.allCases.count)
        let page = try #require(site.pages.first { LegalPage($0) == .accessibility })
        #expect(title(site) == "Accessibilité : non conforme")
        #expect(page.frontMatter.reviewedBy?.function == "Le référent")
        #expect(page.document.text == Array("Un mot.".utf8))
    }

    @Test func theTitleSaysWhatTheAuditFound() throws {
        var partial = try site(audit(.partial, 7_250, "2026-10-05"))
        LegalTexts.complete(&partial, root: "content")
        #expect(title(partial) == "Accessibilité : partiellement conforme")
        #expect(AccessibilityCheck.check(partial, root: "content") == nil)
    }

    /// Three years to the day.
    @Test func anAuditHoldsForThreeYears() throws {
        let last = try site(on: "2026-11-23", audit(.full, 10_000, "2023-11-24"))
        #expect(last.accessibilityState == .full)
        #expect(AccessibilityCheck.check(last, root: "content") == nil)
        let after = try site(on: "2026-11-24", audit(.full, 10_000, "2023-11-24"))
        #expect(after.accessibilityState == .none)
        let told = AccessibilityCheck.check(after, root: "content")
        #expect(told?.id == .accessibilityDate && told?.severity == .warning)
        #expect(try audit(.full, 10_000, "2024-02-29").end?.description == "2027-03-01")
    }

    @Test func anAuditToComeIsNone() throws {
        let told = AccessibilityCheck.check(try site(audit(.full, 10_000, "2026-11-25")), root: "content")
        #expect(told?.id == .accessibilityDate && told?.severity == .error)
    }
}
