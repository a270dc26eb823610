import ContentReading
import Diagnostics
import Foundation
import SiteModel
import Testing

@Suite struct AlertMessagesTests {
    private static let haute = SiteSettings.Departement(
        code: "74", name: "Haute-Savoie", locative: "en Haute-Savoie", genitive: "de la Haute-Savoie")

    private static func message(
        id: String = "a-1", status: String = "Actual", kind: String = "Alert", scope: String = "Public",
        references: String = "", language: String = "fr-FR", expires: String = "2026-11-30T16:00:00+01:00",
        severity: String = "Moderate", area: String = "<areaDesc>Haute-Savoie</areaDesc>",
        headline: String = "Neige abondante",
        description: String = "De fortes chutes de neige sont attendues. L?épaisseur peut dépasser 40 cm.",
    ) -> [UInt8] {
        Array(
            """
            <alert xmlns="urn:oasis:names:tc:emergency:cap:1.2"><identifier>\(id)</identifier>
            <sender>a@b.fr</sender><sent>2026-11-24T09:30:00+01:00</sent><status>\(status)</status>
            <msgType>\(kind)</msgType><scope>\(scope)</scope><references>\(references)</references>
            <info><language>en-GB</language><event>Snow</event><severity>\(severity)</severity>
            <expires>\(expires)</expires><headline>Heavy snow</headline><area>\(area)</area></info>
            <info><language>\(language)</language><event>Neige</event><severity>\(severity)</severity>
            <onset>2026-11-25T06:00:00+01:00</onset><expires>\(expires)</expires><senderName>Préfecture</senderName>
            <headline>\(headline)</headline><description>\(description)</description>
            <instruction>Différez vos déplacements !</instruction><web>https://exemple.fr/?a=b</web>
            <area>\(area)</area></info></alert>
            """.utf8)
    }

    private func read(
        _ files: [(String, [UInt8])], contours: [INSEECode: Contour] = [:], today: String = "2026-11-24",
    ) throws -> (alerts: [Alert], told: [String]) {
        let communes = try ["74010": "Annecy", "74080": "La Clusaz"].map { code, name in
            Commune(
                code: try #require(INSEECode(code)), name: name, article: .none, postalCodes: [], population: nil,
                arrondissement: "", unitIDs: [])
        }
        let messages = AlertMessages(
            Self.haute, communes: communes, contours: contours, now: try #require(LocalMoment(written: today)), zone: "Europe/Paris")
        let (alerts, diagnostics) = messages.read(files.map { (file: $0.0, bytes: $0.1) })
        return (alerts, diagnostics.map { "\($0.severity) \($0.location?.file ?? "-") \($0.message)" })
    }

    @Test func theFrenchTextBecomesAPage() throws {
        let (alerts, told) = try read([("content/alerts/Neige 2026.xml", Self.message())])
        #expect(told.isEmpty)
        let alert = try #require(alerts.first)
        #expect(alert.page.slug == "neige-2026")
        #expect(alert.page.frontMatter.title == "Neige abondante")
        #expect(plain(alert.page.frontMatter.summary) == "De fortes chutes de neige sont attendues. L’épaisseur peut dépasser 40 cm.")
        #expect(alert.level == .vigilance)
        #expect(alert.communes.isEmpty)
        #expect(alert.expires == LocalMoment(written: "2026-11-30 16:00"))
        #expect(alert.kind == .intempérie)
        #expect(alert.onset == LocalMoment(written: "2026-11-25 06:00"))
        #expect(alert.source == "Préfecture")
        let text = String(decoding: alert.page.document.text, as: UTF8.self)
        #expect(text.contains("Différez vos déplacements\u{202F}!"))
        #expect(plain(text).contains("Valable du 25 novembre 2026 à 6 h au 30 novembre 2026 à 16 h."))
        #expect(!text.contains("Heavy"))
        #expect(alert.page.document.links.map(\.destination) == ["https://exemple.fr/?a=b"])
        let kinds = alert.page.document.children(of: 0).map { alert.page.document.nodes[$0].kind }
        #expect(kinds == [.paragraph, .paragraph, .heading, .paragraph, .heading, .paragraph])
    }

    @Test(arguments: [("2026-11-30T15:59:00+01:00", 1), ("2026-11-30T16:00:00+01:00", 0), ("2026-11-30T15:00:00+00:00", 0)])
    func aMessageEndsAtItsMinuteByOurClocks(_ expires: String, _ gone: Int) throws {
        let read = try read([("a.xml", Self.message(expires: expires))], today: "2026-11-30 15:58")
        let later = try self.read([("a.xml", Self.message(expires: expires))], today: "2026-11-30 15:59")
        #expect(read.alerts.count == 1 && later.alerts.count == 1 - gone)
        if gone == 1 { #expect(later.told == ["note a.xml ce message n’est pas publié : il n’est plus valable depuis le 30\u{A0}novembre 2026 à 15\u{A0}h\u{A0}59"]) }
    }

    @Test func aCopyIsReadOnce() throws {
        let (alerts, told) = try read([("a.xml", Self.message()), ("b.xml", Self.message())])
        #expect(alerts.map(\.page.slug) == ["a"])
        #expect(told == ["note b.xml ce message n’est pas publié : c’est une copie du message « a-1 »"])
    }

    /// Météo-France gives each re-issue another identifier.
    @Test func theLatestOfAWarningThatIsIssuedAnewIsRead() throws {
        func warning(_ id: String, _ sent: String, type: String = "3; Thunderstorm", onset: String = "2026-11-25T06:00:00+01:00") -> [UInt8] {
            let text = String(decoding: Self.message(id: id), as: UTF8.self)
                .replacing("2026-11-24T09:30:00+01:00", with: sent).replacing("2026-11-25T06:00:00+01:00", with: onset)
                .replacing("<web>", with: "<parameter><valueName>awareness_type</valueName><value>\(type)</value></parameter><web>")
            return Array(text.utf8)
        }
        let first = warning("m-1", "2026-11-24T06:00:00+01:00")
        // Earlier than the second by the instant, later by the clock's face.
        let second = warning("m-2", "2026-11-24T05:30:00+00:00")
        let (alerts, told) = try read([("b.xml", second), ("a.xml", first)])
        #expect(alerts.map(\.page.slug) == ["b"])
        #expect(told == ["note a.xml ce message n’est pas publié : « m-2 », plus récent, dit la même chose"])
        #expect(try read([("a.xml", first), ("b.xml", warning("m-3", "2026-11-24T07:00:00+01:00", type: "1; Wind"))]).alerts.count == 2)
        #expect(try read([("a.xml", first), ("b.xml", warning("m-4", "2026-11-24T07:00:00+01:00", onset: "2026-11-26T06:00:00+01:00"))]).alerts.count == 2)
    }

    @Test(arguments: [
        ("<category>Fire</category>", "Danger", Alert.Kind.feuDeForêt), ("<category>Met</category>", "Crue de l’Arve", .inondation),
        ("<category>Transport</category>", "Route coupée", .sécuritéRoutière), ("<category>Health</category>", "Eau", .santé),
        ("<category>Other</category>", "Divers", .autre), ("<category>Security</category>", "Faux agents à la porte", .fauxAgents),
    ])
    func whatOthersWarnOfHasAKind(_ category: String, _ headline: String, _ kind: Alert.Kind) throws {
        let text = String(decoding: Self.message(headline: headline), as: UTF8.self)
            .replacing("<event>Neige</event>", with: "\(category)<event>Essai</event>")
        #expect(try read([("a.xml", Array(text.utf8))]).alerts.map(\.kind) == [kind])
    }

    @Test(arguments: [
        ("Extreme", Alert.Level.danger), ("Severe", .danger), ("Moderate", .vigilance), ("Minor", .information),
        ("Unknown", .information),
    ])
    func severityGivesTheLevel(_ severity: String, _ level: Alert.Level) throws {
        #expect(try read([("a.xml", Self.message(severity: severity))]).alerts.map(\.level) == [level])
    }

    @Test(arguments: [
        (Self.message(status: "Exercise"), "note a.xml ce message n’est pas publié : c’est un exercice (Exercise)"),
        (Self.message(status: "Test"), "note a.xml ce message n’est pas publié : c’est un essai (Test)"),
        (Self.message(status: "Draft"), "note a.xml ce message n’est pas publié : c’est un brouillon (Draft)"),
        (Self.message(status: "System"), "note a.xml ce message n’est pas publié : il ne s’adresse qu’à des machines (System)"),
        (Self.message(kind: "Ack"), "note a.xml ce message n’est pas publié : il ne fait que répondre à un autre (Ack)"),
        (Self.message(scope: "Private"), "warning a.xml ce message n’est pas publié : il n’est pas destiné au public (Private)"),
        (Self.message(language: "de-DE"), "warning a.xml ce message n’est pas publié : il n’a pas de texte en français (en-GB, de-DE)"),
        (
            Self.message(expires: "2026-11-24T00:00:00+01:00"),
            "note a.xml ce message n’est pas publié : il n’est plus valable depuis le 23\u{A0}novembre 2026"
        ),
        (
            Self.message(area: "<areaDesc>Hautes Alpes</areaDesc><geocode><valueName>NUTS3</valueName><value>FR822</value></geocode>"),
            "warning a.xml ce message n’est pas publié : aucune de ses zones n’est en Haute-Savoie (Hautes Alpes)"
        ),
    ])
    func aMessageThatIsNotForThePublicHereIsNotPublished(_ message: [UInt8], _ expected: String) throws {
        let (alerts, told) = try read([("a.xml", message)])
        #expect(alerts.isEmpty)
        #expect(told == [expected])
    }

    @Test func onItsLastDayAnAlertIsStillPublished() throws {
        #expect(try read([("a.xml", Self.message(expires: "2026-11-24T00:30:00+01:00"))]).alerts.count == 1)
    }

    @Test func updatesReplaceAndCancellationsEnd() throws {
        let reference = "a@b.fr,a-1,2026-11-24T09:30:00+01:00"
        let first = ("1.xml", Self.message())
        let update = ("2.xml", Self.message(id: "a-2", kind: "Update", references: reference, headline: "Mise à jour"))
        let cancel = ("3.xml", Self.message(
            id: "a-3", kind: "Cancel", references: "\(reference) a@b.fr,a-2,2026-11-24T09:30:00+01:00"))
        let rehearsed = ("4.xml", Self.message(id: "a-4", status: "Exercise", kind: "Cancel", references: reference))
        let updated = try read([first, update])
        #expect(updated.alerts.map(\.page.frontMatter.title) == ["Mise à jour"])
        #expect(updated.told == ["note 1.xml ce message n’est pas publié : « a-2 » le remplace"])
        let cancelled = try read([first, update, cancel])
        #expect(cancelled.alerts.isEmpty)
        #expect(
            cancelled.told == [
                "note 1.xml ce message n’est pas publié : « a-3 » l’annule",
                "note 2.xml ce message n’est pas publié : « a-3 » l’annule",
                "note 3.xml ce message n’est pas publié : il annule un autre message",
            ])
        #expect(try read([first, rehearsed]).alerts.count == 1, "an exercise cancels nothing real")
    }

    @Test(arguments: [
        ("<geocode><valueName>NUTS3</valueName><value>FR718</value></geocode>", [String]()),
        ("<geocode><valueName>NUTS3</valueName><value>FRK28</value></geocode>", []),
        ("<areaDesc>HAUTE SAVOIE</areaDesc>", []),
        ("<geocode><valueName>INSEE</valueName><value>74080</value></geocode>", ["74080"]),
        ("<areaDesc>La Clusaz, Annecy</areaDesc>", ["74010", "74080"]),
        ("<polygon>45.85,6.05 45.95,6.05 45.95,6.2 45.85,6.05</polygon>", ["74010"]),
        ("<circle>45.90,6.43 3</circle>", ["74080"]),
    ])
    func areasBecomeCommunes(_ area: String, _ codes: [String]) throws {
        func square(_ longitude: Double, _ latitude: Double) -> Contour {
            let corners = [(0.0, 0.0), (0, 0.05), (0.05, 0.05), (0.05, 0)].map { east, north in
                MapPoint(longitude: Int32((longitude + east) * 1e6), latitude: Int32((latitude + north) * 1e6))
            }
            return Contour(polygons: [[corners]])
        }
        let contours = [
            try #require(INSEECode("74010")): square(6.1, 45.88), try #require(INSEECode("74080")): square(6.42, 45.88),
        ]
        let (alerts, told) = try read([("a.xml", Self.message(area: area))], contours: contours)
        #expect(told.isEmpty)
        #expect(alerts.map { $0.communes.map(\.text) } == [codes])
    }

    /// A message may have a text for each part of its time.
    @Test func theTextThatHoldsIsPublished() throws {
        let text = String(decoding: Self.message(headline: "Neige, suite"), as: UTF8.self)
        let over = """
            <info><language>fr-FR</language><event>Neige</event><severity>Minor</severity>
            <expires>2026-11-24T00:00:00+01:00</expires><headline>Neige, début</headline>
            <area><areaDesc>Haute-Savoie</areaDesc></area></info></alert>
            """
        let first = try #require(text.firstRange(of: "<info>"))
        let both = text.replacingCharacters(in: first, with: over.dropLast(8) + "<info>")
        let (alerts, told) = try read([("neige.xml", Array(both.utf8))])
        #expect(alerts.map { plain($0.page.frontMatter.title) } == ["Neige, suite"] && told.isEmpty)
        let still = both.replacing("2026-11-24T00:00:00", with: "2026-11-25T00:00:00")
        let twice = try read([("neige.xml", Array(still.utf8))])
        #expect(twice.alerts.map { plain($0.page.frontMatter.title) } == ["Neige, début"])
        #expect(plain(twice.told.joined()).contains("seul le premier est publié"))
    }

    /// The alert of four départements, on its day, in one of them and in another.
    @Test(.enabled(if: hasOfficialAlerts), arguments: [
        (SiteSettings.Departement(code: "05", name: "Hautes-Alpes", locative: "", genitive: ""), 1),
        (SiteSettings.Departement(code: "31", name: "Haute-Garonne", locative: "", genitive: ""), 1),
        (Self.haute, 0),
    ])
    func theMessageOfMeteoFranceConcernsItsDepartements(_ departement: SiteSettings.Departement, _ count: Int) throws {
        let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: "\(officialAlerts)/cap12-meteo-france-2022-08-10.xml")))
        let messages = AlertMessages(departement, communes: [], now: LocalMoment(try #require(CalendarDate(iso: "2022-08-10"))), zone: "Europe/Paris")
        let (alerts, diagnostics) = messages.read([("a.xml", bytes)])
        #expect(alerts.count == count)
        #expect(diagnostics.count == 1 - count)
        if let alert = alerts.first {
            #expect(alert.page.frontMatter.title == "Vigilance jaune orages")
            let text = String(decoding: alert.page.document.text, as: UTF8.self)
            #expect(text.contains("de l’evolution de la situation"))
            #expect(text.contains("orage d’ete"))
        }
    }
}

private let officialAlerts: String = {
    let package = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path
    return "\(ProcessInfo.processInfo.environment["CRIEUR_REAL_DATA"] ?? "\(package)/../shared/data")/alertes"
}()

private func plain(_ text: String) -> String {
    text.replacing("\u{A0}", with: " ").replacing("\u{202F}", with: " ")
}

private let hasOfficialAlerts = FileManager.default.fileExists(atPath: officialAlerts)
