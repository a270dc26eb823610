import SiteModel
import Templates
import Testing

@testable import WebRendering

@Suite struct LegalPageTests {
    private func site(settings: SiteSettings = Samples.settings(), _ change: (inout Site) -> Void = { _ in }) throws -> Site {
        var site = try Samples.rich(settings: settings)
        change(&site)
        return site
    }

    private func renderer(_ site: Site) throws -> WebRenderer {
        let (library, assets) = try Samples.templates()
        return WebRenderer(site: site, templates: library, assets: assets)
    }

    private func html(_ legal: LegalPage, _ site: Site) throws -> String {
        let renderer = try renderer(site)
        let page = try #require(renderer.pages.first { $0.route == legal.route })
        #expect(page.kind == .legal)
        var bytes: [UInt8] = []
        #expect(renderer.render(page, into: &bytes).isEmpty)
        return String(decoding: bytes, as: UTF8.self).replacing("&nbsp;", with: "\u{A0}")
    }

    private func audit(_ state: AccessibilityAudit.State = .partial, on day: String) throws -> AccessibilityAudit {
        var audit = AccessibilityAudit(state: state, rate: 7_250, date: try Samples.date(day), auditor: "un bureau d’audit")
        audit.pages = [.init(title: "L’accueil", route: .home), .init(title: "Une page d’hier", route: Route("/hier/"))]
        audit.nonconformities = ["Des tableaux sans titre."]
        return audit
    }

    @Test func theNoticeGivesWhatTheLawAsks() throws {
        let text = try html(.notice, try site())
        for mention in [
            "Préfecture de la Haute-Savoie (exemple)", "1 place de l’Exemple", "tel:+33465710000", "Le préfet (exemple)",
            "Hébergeur d’exemple", "2 rue de l’Exemple", "tel:+33465710002",
        ] {
            #expect(text.contains(mention), "\(mention)")
        }
    }

    @Test func readersAreToldHowLongAndByWhom() throws {
        let bare = try html(.dataProtection, try site())
        #expect(bare.contains("cette page ne le dit pas encore"))
        #expect(!bare.contains("dpo@"))
        var settings = Samples.settings()
        settings.dataProtection.logDays = 180
        settings.dataProtection.officer = .init(email: "dpo@prefecture.exemple.fr")
        let whole = try html(.dataProtection, try site(settings: settings))
        #expect(whole.contains("Il est effacé au bout de 180\u{A0}jours"))
        #expect(whole.contains("mailto:dpo@prefecture.exemple.fr"))
        #expect(!whole.contains("cette page ne le dit pas encore"))
    }

    @Test func withoutAnAuditNoRateIsGiven() throws {
        let text = try html(.accessibility, try site())
        #expect(text.contains("<strong>non conforme</strong>"))
        #expect(text.contains("Aucun audit n’a été fait"))
        #expect(text.contains("Défenseur des droits"))
        #expect(!text.contains("critères applicables"))
    }

    @Test func anAuditIsToldWithWhatFallsShort() throws {
        let audit = try audit(on: "2026-10-05")
        let text = try html(.accessibility, try site { $0.accessibility = audit })
        #expect(text.contains("<strong>partiellement conforme</strong>"))
        #expect(text.contains("<strong>72,5\u{A0}%</strong>"))
        #expect(text.contains("Des tableaux sans titre."))
        #expect(text.contains("<li><a href=\"/\">L’accueil</a></li>"))
        // That page is gone: a link to it would be dead.
        #expect(text.contains("<li>Une page d’hier</li>"))
        #expect(!text.contains("Aucun audit"))
    }

    @Test func anOldAuditNoLongerHolds() throws {
        let audit = try audit(on: "2023-10-05")
        let text = try html(.accessibility, try site { $0.accessibility = audit })
        #expect(text.contains("<strong>non conforme</strong>"))
        #expect(text.contains("Le dernier audit a plus de trois ans"))
    }

    @Test func sourcesAreThoseOfTheFeeds() throws {
        let site = try site()
        let text = try html(.sources, site)
        #expect(!site.feeds.isEmpty)
        for feed in site.feeds { #expect(text.contains(feed.licence) && text.contains(feed.retrieved.description), "\(feed.id)") }
        let bare = try html(.sources, try self.site { $0.feeds = [] })
        #expect(bare.contains("Ce site ne se sert d’aucun fichier de données."))
    }

    @Test func thePagesAreWeighedAsTheyAre() throws {
        let site = try site(settings: Samples.settings(baseURL: "https://exemple.fr/portail/"))
        let renderer = try renderer(site)
        let home = try #require(renderer.pages.first { $0.kind == .home })
        var bytes: [UInt8] = []
        _ = renderer.render(home, into: &bytes)
        let weight = renderer.weight(of: home)
        #expect(weight.html == bytes.count)
        let known = renderer.parts.assets.assets.map { renderer.parts.addresses.href($0.route) } + ["/portail/manifest.webmanifest"]
        #expect(weight.files.count >= 5)
        #expect(weight.files.allSatisfy(known.contains))
        let text = try html(.ecoDesign, site)
        #expect(text.contains("<td>\(Wording.size(bytes.count))</td>"))
        #expect(!text.contains("violences-intrafamiliales/"))
    }

    @Test func onlyWhatIsAskedForAtOnceCounts() {
        let page = """
            <link rel="stylesheet" href="/a.css" integrity="x"><link rel="canonical" href="https://exemple.fr/">
            <link rel="apple-touch-icon" href="/touch.png"><link rel="icon" type="image/svg+xml" href="/icon.svg">
            <script src="/a.js" defer></script><script type="application/ld+json">{"a":"<b"}</script>
            <img src="/carte.svg" alt=""><img class="qr" src="/qr.svg" loading="lazy"><img src="/carte.svg"><a href="/b/">b</a>
            """
        let weight = PageWeight(of: Array(page.utf8))
        #expect(weight.files == ["/a.css", "/icon.svg", "/a.js", "/carte.svg"])
        #expect(weight.html == page.utf8.count)
        #expect(PageWeight(of: Array("<link ".utf8)).files == [])
    }
}
