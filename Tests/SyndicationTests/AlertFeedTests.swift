import French
import SiteModel
import Testing

@testable import Syndication

@Suite struct AlertFeedTests {
    @Test func aCommuneIsToldOfItsOwnAlertsAndOfTheDepartements() throws {
        let site = try SmallSite.make([
            SmallSite.alert("partout", "Partout", sent: "2026-11-20"),
            SmallSite.alert("clusaz", "À La Clusaz", sent: "2026-11-18", communes: ["74080"]),
        ])
        let feeds = AlertFeeds(site)
        let annecy = String(decoding: feeds.commune(site.communes[0]).bytes, as: UTF8.self)
        let clusaz = String(decoding: feeds.commune(site.communes[1]).bytes, as: UTF8.self)
        #expect(annecy.contains("Vigilance\u{A0}: Partout") && !annecy.contains("À La Clusaz"))
        #expect(clusaz.contains("Vigilance\u{A0}: Partout") && clusaz.contains("Vigilance\u{A0}: À La Clusaz"))
        #expect(feeds.commune(site.communes[1]).route.path == "/communes/74080-la-clusaz/alertes.atom")
    }

    @Test func theSameAlertIsKnownAgainInEveryFeedAndAfterACorrection() throws {
        func identifiers(updated: String?) throws -> Set<Substring> {
            let site = try SmallSite.make([SmallSite.alert("vols", "Vols", sent: "2026-11-20", updated: updated)])
            let feeds = AlertFeeds(site)
            let texts = [feeds.departement().bytes, feeds.commune(site.communes[0]).bytes].map { String(decoding: $0, as: UTF8.self) }
            return Set(texts.flatMap { $0.split(separator: "\n").filter { $0.hasPrefix("<id>tag:") } })
        }
        #expect(try identifiers(updated: nil) == ["<id>tag:exemple.fr,2026-11-20:/alertes/vols/</id>"])
        #expect(try identifiers(updated: "2026-11-23") == identifiers(updated: nil))
    }

    @Test func anUpdateIsTheSameEntryChangedAndNotANewOne() throws {
        var later = try SmallSite.alert("vols-2", "Vols, la suite", sent: "2026-11-22")
        let first = Alert.Reference(slug: "vols", title: "Vols", sent: LocalMoment(try SmallSite.date("2026-11-20")))
        later.succession = .init(kind: .updates, file: "content/alerts/vols.md")
        later.earlier = [Alert.Reference(slug: "vols-1", title: "Vols", sent: LocalMoment(try SmallSite.date("2026-11-22"))), first]
        let text = String(decoding: AlertFeeds(try SmallSite.make([later])).departement().bytes, as: UTF8.self)
        #expect(text.contains("<id>tag:exemple.fr,2026-11-20:/alertes/vols/</id>"))
        #expect(text.contains("<published>2026-11-20T00:00:00+01:00</published>"))
        #expect(text.contains("<updated>2026-11-22T00:02:00+01:00</updated>"), "later than the one of the same day")
        #expect(text.contains("href=\"https://exemple.fr/portail/alertes/vols-2/\""))
        later.succession = .init(kind: .cancels, file: "content/alerts/vols.md")
        let end = String(decoding: AlertFeeds(try SmallSite.make([later])).departement().bytes, as: UTF8.self)
        #expect(end.contains("<title>Fin d’alerte\u{A0}: Vols, la suite</title>") && end.contains("<category term=\"fin-d-alerte\""))
        #expect(end.contains("<id>tag:exemple.fr,2026-11-20:/alertes/vols/</id>"))
    }

    @Test func aServiceIsToldOfTheAlertsOfItsCommunes() throws {
        var site = try SmallSite.make([
            SmallSite.alert("partout", "Partout", sent: "2026-11-20"),
            SmallSite.alert("clusaz", "À La Clusaz", sent: "2026-11-18", communes: ["74080"]),
        ])
        site.communes = try [("74010", "Annecy", "1"), ("74080", "La Clusaz", "2")].map { code, name, unit in
            Commune(
                code: try #require(INSEECode(code)), name: name, article: .none, postalCodes: [], population: nil, arrondissement: "",
                unitIDs: [unit])
        }
        for (id, name) in [("1", "Commissariat d'Annecy"), ("2", "Brigade de Thônes"), ("3", "Brigade de Thônes")] {
            site.units[id] = Unit(id: id, institution: .gendarmerie, name: name)
        }
        let files = AlertFeeds.files(site)
        #expect(files.filter { $0.sorting == .kind }.count == Alert.Kind.allCases.count)
        let others = files.filter { $0.sorting != .kind }
        #expect(others.map(\.route.path) == [
            "/alertes/niveau-danger.atom", "/alertes/niveau-vigilance.atom", "/alertes/niveau-information.atom",
            "/alertes/commissariat-d-annecy.atom", "/alertes/brigade-de-thones-2.atom",
        ], "a service without a commune has none")
        let texts = others.map { String(decoding: AlertFeeds(site).bytes($0), as: UTF8.self) }
        #expect(texts.map { $0.contains("À La Clusaz") } == [false, true, false, false, true])
        #expect(texts.map { $0.contains("Partout") } == [false, true, false, true, true])
        #expect(texts[3].contains("<title>Alertes\u{A0}: Commissariat d’Annecy</title>"))
    }

    @Test func aFeedIsAsOldAsItsLatestEntry() throws {
        let site = try SmallSite.make([
            SmallSite.alert("a", "A", sent: "2026-11-20"),
            SmallSite.alert("b", "B", sent: "2026-07-01", updated: "2026-11-22"),
        ])
        let text = String(decoding: AlertFeeds(site).departement().bytes, as: UTF8.self)
        #expect(text.split(separator: "\n").first { $0.hasPrefix("<updated>") } == "<updated>2026-11-22T00:00:00+01:00</updated>")
        #expect(text.contains("<published>2026-07-01T00:00:00+02:00</published>"), "summer time")
    }

    @Test func whatLeavesFewTracesIsInNoFeed() throws {
        let site = try SmallSite.make([SmallSite.alert("a", "SECRET", sent: "2026-11-20", offline: false)])
        #expect(!String(decoding: AlertFeeds(site).departement().bytes, as: UTF8.self).contains("SECRET"))
    }

    @Test func eachEntryOfADemonstrationSaysSo() throws {
        let site = try SmallSite.make([SmallSite.alert("a", "A", sent: "2026-11-20")], demonstration: true)
        let text = String(decoding: AlertFeeds(site).departement().bytes, as: UTF8.self)
        #expect(text.split(separator: Demonstration.notice).count - 1 == 3, "the feed, the entry's title and its summary")
    }

    @Test func manyCommunesAreCounted() throws {
        var site = try SmallSite.make()
        site.communes = try (0..<20).map { try SmallSite.commune("740\(10 + $0)", "Commune \($0)", .none) }
        site.alerts = [try SmallSite.alert("a", "A", sent: "2026-11-20", communes: site.communes.map(\.code.text))]
        let text = String(decoding: AlertFeeds(site).departement().bytes, as: UTF8.self)
        #expect(text.contains("20 communes sont concernées.") && !text.contains("Commune 7"))
    }

    @Test func marksOfATextAreText() throws {
        let site = try SmallSite.make([
            SmallSite.alert("a", "<script>&\"\u{0}\u{FFFF}\u{202E}", sent: "2026-11-20", summary: "]]></summary>")
        ])
        let text = String(decoding: AlertFeeds(site).departement().bytes, as: UTF8.self)
        #expect(text.contains("<title>Vigilance\u{A0}: &lt;script&gt;&amp;&quot;\u{202E}</title>"))
        #expect(text.contains("<summary>]]&gt;&lt;/summary&gt; Tout le département"))
    }
}

@Suite struct LocalTimeTests {
    @Test(arguments: [
        ("Europe/Paris", "2026-03-29", "2026-03-29T00:00:00+01:00"),
        ("Europe/Paris", "2026-03-30", "2026-03-30T00:00:00+02:00"),
        ("Europe/Paris", "2026-10-26", "2026-10-26T00:00:00+01:00"),
        ("America/Martinique", "2026-07-14", "2026-07-14T00:00:00-04:00"),
        ("Indian/Reunion", "2026-07-14", "2026-07-14T00:00:00+04:00"),
        ("Pacific/Marquesas", "2026-07-14", "2026-07-14T00:00:00-09:30"),
        ("UTC", "1970-01-01", "1970-01-01T00:00:00Z"),
    ])
    func aDayStartsAtMidnightOfItsPlace(_ zone: String, _ day: String, _ expected: String) throws {
        let time = LocalTime(try SmallSite.make(timezone: zone).settings)
        #expect(time.midnight(of: try SmallSite.date(day)) == expected)
    }
}
