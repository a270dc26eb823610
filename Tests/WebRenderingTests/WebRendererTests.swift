import API
import Channels
import Diagnostics
import SiteModel
import Syndication
import Templates
import Testing

@testable import WebRendering

@Suite struct WebRendererTests {
    private func renderer(_ site: Site, printed: Bool = true) throws -> WebRenderer {
        let (library, assets) = try Samples.templates()
        return WebRenderer(
            site: site, templates: library, assets: assets,
            printed: printed ? Samples.printed(site) : [:])
    }

    private func html(_ renderer: WebRenderer, _ path: String) throws -> String {
        let page = try #require(renderer.pages.first { $0.route.path == path }, "no page at \(path)")
        var bytes: [UInt8] = []
        let faults = renderer.render(page, into: &bytes)
        #expect(faults.isEmpty, "\(faults.map(\.message))")
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test(arguments: [true, false])
    func everyTemplateKnowsEveryNameItUses(isRich: Bool) throws {
        let renderer = try renderer(isRich ? Samples.rich() : Samples.minimal())
        #expect(renderer.diagnostics.isEmpty, "\(renderer.diagnostics.map(\.message))")
        for page in renderer.pages {
            var bytes: [UInt8] = []
            let faults = renderer.render(page, into: &bytes)
            #expect(faults.isEmpty, "\(page.route): \(faults.map(\.message))")
            #expect(bytes.starts(with: "<!DOCTYPE html>\n".utf8), "\(page.route)")
        }
    }

    @Test func everyPageOfADemonstrationSaysSoAndStaysOutOfSearchEngines() throws {
        let renderer = try renderer(Samples.rich())
        for page in renderer.pages {
            let text = try html(renderer, page.route.path)
            #expect(text.contains(Demonstration.notice), "\(page.route)")
            #expect(text.contains("<meta name=\"robots\" content=\"noindex\">"), "\(page.route)")
        }
    }

    @Test func aRealSiteHasNeitherNoticeNorNoindex() throws {
        let renderer = try renderer(Samples.minimal())
        for page in renderer.pages where ![.notFound, .offline, .encart, .alertEncart, .alertArchive, .archivedAlert].contains(page.kind) {
            let text = try html(renderer, page.route.path)
            #expect(!text.contains(Demonstration.notice), "\(page.route)")
            #expect(!text.contains("noindex"), "\(page.route)")
        }
    }

    @Test func pagesComeInTheOrderOfTheirRoutesEachOnce() throws {
        let routes = try renderer(Samples.rich()).pages.map(\.route.path)
        #expect(Set(routes).count == routes.count)
        #expect(routes == routes.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
        #expect(routes.contains("/communes/74080-la-clusaz/bulletin-2026-11/"))
        #expect(routes.contains("/guides/violences-intrafamiliales/accueillir/"))
    }

    @Test func noPageCarriesInlineScriptOrStyle() throws {
        let renderer = try renderer(Samples.rich())
        for page in renderer.pages {
            let text = try html(renderer, page.route.path)
            #expect(!text.contains(" style="), "\(page.route)")
            #expect(!text.contains("<style"), "\(page.route)")
            let data = text.ranges(of: "<script type=\"application/ld+json\">").count
            let scripts = switch page.kind { case .encart: text.contains("<ul class=\"alerts\"") ? 1 : 0; case .alertEncart: 1; case .search, .alert: 3; default: 2 }
            #expect(text.ranges(of: "<script").count - data == scripts, "\(page.route)")
            #expect(text.ranges(of: "<script src=\"/assets/").count == scripts, "\(page.route)")
            #expect(!text.contains(" onclick="), "\(page.route)")
        }
    }

    @Test func everyAddressOfASiteBelowAPathStartsWithIt() throws {
        let site = try Samples.rich(settings: Samples.settings(baseURL: "https://exemple.fr/portail/"))
        let renderer = try renderer(site)
        for page in renderer.pages {
            let text = try html(renderer, page.route.path)
            for attribute in ["href=\"/", "src=\"/", "action=\"/"] {
                #expect(
                    text.ranges(of: attribute).count == text.ranges(of: attribute + "portail/").count,
                    "\(page.route)")
            }
            guard page.kind != .notFound else { continue }
            let path = [.encart, .alertEncart].contains(page.kind) ? page.route.path.replacing("encart.html", with: "") : page.route.path
            #expect(text.contains("<link rel=\"canonical\" href=\"https://exemple.fr/portail\(path)\">"))
        }
    }

    @Test func everyLinkToThisSiteLeadsToAPage() throws {
        let renderer = try renderer(Samples.rich())
        let assets = try Samples.templates().assets.assets.map(\.route.path)
        let catalogue = try #require(renderer.catalogue)
        let data = renderer.site.communes.map { Route.data(of: $0.code).path } + [Route.apiIndex.path, Route.openAPI.path]
            + catalogue.kinds.flatMap { [Route.lines(of: $0.name).path, Route.table(of: $0.name).path, Route.schema(of: $0.name).path] }
        let feeds = [AlertFeeds.route.path] + AlertFeeds.files(renderer.site).map(\.route.path)
            + renderer.site.communes.map { AlertFeeds.route(beside: .commune($0)).path }
        let calendars = EventCalendars.files(renderer.site).map(\.route.path)
            + renderer.site.communes.map { EventCalendars.route(beside: .commune($0)).path }
        let messages = renderer.site.alerts.map { Route.message(of: $0).path }
        let cards = renderer.site.communes.map { ContactCards.route(beside: .commune($0)).path }
        let texts = renderer.site.alerts.flatMap { alert in Channels(renderer.site).texts(of: alert).map { Route.text($0.channel, of: alert).path } }
        let others = texts + [Route.webManifest.path] + calendars + messages + cards
        let pages = Set(renderer.pages.map(\.route.path) + assets + data + feeds + others)
        for page in renderer.pages {
            for target in try html(renderer, page.route.path).split(separator: "href=\"/").dropFirst() {
                let path = "/" + target.prefix { $0 != "\"" && $0 != "#" }
                #expect(path.hasSuffix(".pdf") || path.hasSuffix(".cap.xml") || pages.contains(path), "\(page.route) links to \(path)")
            }
        }
    }

    @Test func namesAreTextWhateverTheyHold() throws {
        let hostile = "<script>alert(1)</script>\" onload=\"x' {{site.title}} & Cie"
        var site = try Samples.rich()
        site.communes[0] = Commune(
            code: site.communes[0].code, name: hostile, article: .none, postalCodes: [hostile], population: 1,
            arrondissement: hostile, unitIDs: ["1009186"])
        site.units["1009186"] = Unit(
            id: "1009186", institution: .gendarmerie, name: hostile, telephone: "javascript:17", address: hostile,
            hours: hostile)
        site.guides[0] = Samples.page(
            site.guides[0].file, site.guides[0].kind, "menaces", hostile, hostile, site.today, Text.guide)
        let renderer = try renderer(site)
        for page in renderer.pages {
            let parts = try DataBlocks(of: html(renderer, page.route.path))
            #expect(!parts.markup.contains("<script>alert"), "\(page.route)")
            #expect(!parts.markup.contains("\" onload"), "\(page.route)")
            #expect(!parts.markup.contains("\"javascript:"), "\(page.route)")
            // In linked data JSON escapes the quote; a sign of markup there would be read before JSON is.
            for block in parts.blocks { #expect(!block.contains { "<>&".contains($0) }, "\(page.route)") }
            #expect(throws: Never.self, "\(page.route)") { try parts.texts() }
        }
        let guide = try DataBlocks(of: html(renderer, "/guides/elus/menaces/"))
        #expect(guide.markup.contains("{{site.title}}"))
        #expect(try guide.texts().contains(hostile))
    }

    @Test func aCommuneOfThePoliceIsNotToldAboutABrigade() throws {
        let renderer = try renderer(Samples.rich())
        for path in ["/communes/74012-annemasse/", "/communes/74012-annemasse/bulletin-2026-11/"] {
            let text = try html(renderer, path)
            #expect(text.contains("Commissariat de police d’Annemasse"))
            #expect(!text.lowercased().contains("brigade de"))
            #expect(!text.lowercased().contains("votre brigade"))
        }
    }

    @Test func aCommuneShowsEveryCompetentService() throws {
        let text = try html(renderer(Samples.rich()), "/communes/74010-annecy/")
        #expect(text.contains("Brigade de gendarmerie d’Annecy-le-Vieux"))
        #expect(text.contains("Commissariat de police d’Annecy"))
        #expect(text.contains("href=\"tel:+33465711003\""))
    }

    @Test func hoursAreShownByDayAndTheirAbsenceIsSaid() throws {
        let renderer = try renderer(Samples.rich())
        let annecy = try html(renderer, "/communes/74010-annecy/").replacing("\u{A0}", with: "~")
        #expect(annecy.contains("<tr><th scope=\"row\">Du lundi au jeudi</th><td>8~h~30~–~12~h</td></tr>"))
        #expect(annecy.contains("<tr><th scope=\"row\">Vendredi</th><td>8~h~30~–~12~h (état civil seulement)</td></tr>"))
        #expect(annecy.contains("<tr><th scope=\"row\">Samedi, dimanche et jours fériés</th><td>fermé</td></tr>"))
        #expect(annecy.contains("<p>Fermé en août</p>"))
        #expect(annecy.contains("<p>Lundi, mercredi et vendredi de 14~h à 18~h"))
        for path in ["/communes/74012-annemasse/", "/communes/74080-la-clusaz/"] {
            #expect(try html(renderer, path).contains("appelez avant de vous déplacer"))
        }
        #expect(try html(renderer, "/communes/74012-annemasse/").contains("Poste ouvert en saison seulement"))
    }

    @Test(arguments: ["/communes/74010-annecy/", "/communes/74010-annecy/bulletin-2026-11/"])
    func theTownHallAndTheContactsOfTheElusAreShown(_ path: String) throws {
        let text = try html(renderer(Samples.rich()), path).replacing("\u{A0}", with: "~")
        for words in [
            "<h2 id=\"mairie-titre\">Mairie d’Annecy</h2>", "href=\"mailto:mairie@annecy.exemple.fr\"",
            "<a href=\"https://www.annecy.exemple.fr/\">www.annecy.exemple.fr</a>", "1 place de l’Exemple, 74000 Annecy",
            "Référent «~atteintes aux élus~» (gendarmerie)", "Référent «~atteintes aux élus~» (police)",
            "Courriel du commissariat", "mailto:accueil.annecy@police.exemple.fr", "Préfecture, cabinet du préfet",
            "3 place de l’Exemple, 74000 Annecy", "href=\"tel:+33465714020\"",
        ] {
            #expect(text.contains(words), "\(words)")
        }
        #expect(!text.contains("Courriel de la brigade"))
    }

    @Test func alertsAndEventsReachTheirCommunesAndThoseForAll() throws {
        let renderer = try renderer(Samples.rich())
        let clusaz = try html(renderer, "/communes/74080-la-clusaz/")
        let biot = try html(renderer, "/communes/74034-le-biot/")
        #expect(clusaz.contains("Faux agents à la porte"))
        #expect(clusaz.contains("Mairie de La Clusaz, salle du conseil"))
        #expect(!biot.contains("Faux agents à la porte"))
        #expect(!biot.contains("Mairie de La Clusaz"))
        for text in [clusaz, biot] {
            #expect(text.contains("Mairies : faux messages de fournisseurs"))
            #expect(text.contains("Immersion des élus au centre d’appels"))
        }
    }

    @Test func withoutAPDFOnlyTheTwinIsOffered() throws {
        let renderer = try renderer(Samples.rich(), printed: false)
        for page in renderer.pages {
            #expect(try !html(renderer, page.route.path).contains(".pdf"), "\(page.route)")
        }
        let commune = try html(renderer, "/communes/74010-annecy/")
        #expect(commune.contains("href=\"/communes/74010-annecy/bulletin-2026-11/\""))
    }

    @Test func aPDFSaysItsFormatPagesAndSize() throws {
        let text = try html(renderer(Samples.rich()), "/communes/74010-annecy/")
        #expect(text.contains("href=\"/communes/74010-annecy/bulletin-2026-11.pdf\""))
        #expect(text.contains("(PDF, 2\u{A0}pages, 102\u{A0}ko)"))
    }

    @Test func pagesOnViolenceLeaveAsFewTracesAsTheyCan() throws {
        let renderer = try renderer(Samples.rich())
        for page in renderer.pages {
            let text = try html(renderer, page.route.path)
            let isSensitive = page.route.path.hasPrefix("/guides/violences-intrafamiliales/")
            #expect(text.contains("<meta name=\"referrer\" content=\"no-referrer\">") == isSensitive, "\(page.route)")
            #expect(text.contains("Quitter rapidement ce site") == isSensitive, "\(page.route)")
            for words in ["MOTS-À-NE-PAS-RÉPÉTER", "Accueillir une victime", "data-apart", "Ce qui reste dans l’historique"] {
                #expect(text.contains(words) == isSensitive, "\(page.route): \(words)")
            }
        }
    }

    @Test func aBulletinThatFeaturesAGuideOnViolenceLeavesFewTracesToo() throws {
        var site = try Samples.rich()
        let edition = site.editions[0]
        site.editions[0] = Edition(
            page: edition.page, number: 1, period: edition.period, date: edition.date,
            featured: ["content/guides/violences-intrafamiliales/accueillir.md"], briefs: [],
            director: edition.director, printer: edition.printer)
        let page = "/communes/74010-annecy/bulletin-2026-11/"
        #expect(try html(renderer(site), page).contains("Quitter rapidement ce site"))

        // Frozen, it leaves few whatever the edition features since.
        let commune = site.communes[0]
        let (twin, faults) = try renderer(site).twinToFreeze(of: 0, for: 0)
        #expect(faults == [] && twin.isSensitive)
        site.editions[0] = edition
        #expect(try !html(renderer(site), page).contains("Quitter rapidement ce site"))
        site.editions[0].frozen = FrozenEdition(
            file: "content/bulletins/2026-11.frozen.ndjson.gz", date: edition.date, templates: [:], jobs: [:],
            twins: [commune.code: twin])
        let text = try html(renderer(site), page)
        #expect(text.contains("Quitter rapidement ce site"))
        #expect(text.contains("<meta name=\"referrer\" content=\"no-referrer\">"))
    }

    @Test func aGuideGivesItsFactsWithTheDayOfTheOldestCheck() throws {
        let text = try html(renderer(Samples.rich()), "/guides/elus/menaces/")
        #expect(text.contains("Vérifié le <time datetime=\"2026-10-02\">2\u{A0}octobre 2026</time>"))
        #expect(text.contains("<a href=\"https://www.legifrance.gouv.fr/\">Légifrance</a>"))
        #expect(text.contains("<a href=\"#preuves\">Conserver les preuves</a>"))
        #expect(text.contains("href=\"/guides/elus/menaces/\" aria-current=\"page\""))
    }

    @Test func theTwinSaysWhatThePaperHadNoRoomFor() throws {
        let site = try Samples.rich()
        let (library, assets) = try Samples.templates()
        let route = Route.bulletinPDF("2026-11", of: site.communes[0])
        let printed = PrintedDocument(pages: 2, bytes: 101_700, omitted: ["guide (2 parties sur 5)", "éditorial"])
        let renderer = WebRenderer(site: site, templates: library, assets: assets, printed: [route: printed])
        let text = try html(renderer, "/communes/74010-annecy/bulletin-2026-11/")
        #expect(text.contains("la version imprimée abrège&nbsp;: guide (2 parties sur 5) et éditorial."))
    }

    @Test func theTwinKeepsTheOrderOfThePaper() throws {
        let text = try html(renderer(Samples.rich()), "/communes/74010-annecy/bulletin-2026-11/")
        let parts = [
            "Le phénomène du mois", "Vos contacts", "Prochains rendez-vous", "Alertes en cours",
            "Police et gendarmerie à Annecy", "Éditorial", "En bref", "Dépôts sauvages : agir dans l’ordre",
            "Mentions du bulletin",
        ]
        let places = try parts.map { try #require(text.firstRange(of: ">\($0)<"), "\($0)").lowerBound }
        #expect(places == places.sorted())
    }

    @Test func theGravestAlertComesFirst() throws {
        let text = try html(renderer(Samples.rich()), "/communes/74010-annecy/")
        let danger = try #require(text.firstRange(of: "Faux agents à la porte"))
        let vigilance = try #require(text.firstRange(of: "Mairies : faux messages"))
        #expect(danger.lowerBound < vigilance.lowerBound)
    }
}
