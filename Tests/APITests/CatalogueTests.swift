import SiteModel
import Testing

@testable import API

@Suite struct CatalogueTests {
    @Test func codesStayTexts() throws {
        let catalogue = SmallCatalogue.catalogue(try SmallCatalogue.site())
        #expect(try catalogue.lines("communes").map { $0.contains("\"code\":\"01004\"") || $0.contains("\"code\":\"2A004\"") } == [true, true])
        #expect(try catalogue.rows("communes").map { $0["code"] } == ["01004", "2A004"])
        #expect(try catalogue.rows("communes").map { $0["departement"] } == ["01", "2A"])
    }

    @Test func whatIsUnknownIsNullInLinesAndEmptyInTables() throws {
        let catalogue = SmallCatalogue.catalogue(try SmallCatalogue.site())
        #expect(try catalogue.lines("communes")[0].contains("\"population\":null"))
        #expect(try catalogue.rows("communes")[0]["population"] == "")
        var site = try SmallCatalogue.site()
        site.communes[0].population = 0
        #expect(try SmallCatalogue.catalogue(site).rows("communes")[0]["population"] == "0")
    }

    @Test func addressesStandBelowThePathOfTheSite() throws {
        let catalogue = SmallCatalogue.catalogue(try SmallCatalogue.site())
        #expect(try catalogue.rows("communes")[0]["page"] == "https://exemple.fr/portail/communes/01004-amberieu/")
        let index = String(decoding: catalogue.index, as: UTF8.self)
        #expect(index.contains("\"commune\":\"https://exemple.fr/portail/api/v1/communes/{code}.json\""))
        #expect(String(decoding: catalogue.openAPI, as: UTF8.self).contains("\"servers\":[{\"url\":\"https://exemple.fr/portail\"}]"))
    }

    @Test func whatLeavesFewTracesIsInNoFile() throws {
        var site = try SmallCatalogue.site()
        site.alerts = [try SmallCatalogue.alert("visible"), try SmallCatalogue.alert("SECRET", offline: false)]
        let catalogue = SmallCatalogue.catalogue(site)
        var files = catalogue.kinds.flatMap { [$0.lines(), $0.table()] } + [catalogue.index, catalogue.openAPI]
        files += site.communes.map(catalogue.file)
        for file in files { #expect(!String(decoding: file, as: UTF8.self).contains("SECRET")) }
        #expect(try catalogue.lines("alerts").count == 1)
    }

    @Test func anAlertBeginsAndEndsAtAnInstant() throws {
        var site = try SmallCatalogue.site()
        site.alerts = [try SmallCatalogue.alert("vols")]
        site.alerts[0].onset = LocalMoment(try SmallCatalogue.day("2026-12-01"), minute: 18 * 60)
        let row = try SmallCatalogue.catalogue(site).rows("alerts")[0]
        #expect(row["kind"] == "vol" && row["sent"] == "2026-11-20T00:00:00+01:00")
        #expect(row["onset"] == "2026-12-01T18:00:00+01:00" && row["expires"] == "2027-01-31T23:59:59+01:00")
    }

    @Test func ofAnImmersionTheMonthAloneIsTold() throws {
        var site = try SmallCatalogue.site()
        var event = Event(
            kind: .immersion, title: "Immersion", date: try SmallCatalogue.day("2027-01-26"), start: 840, end: 1020, place: "LIEU",
            communes: [site.communes[0].code])
        event.identity = "x"
        site.events = [event]
        let line = try SmallCatalogue.catalogue(site).lines("events")[0]
        #expect(line.contains("\"month\":\"2027-01\",\"date\":null,\"lastDate\":null,\"start\":null,\"end\":null,\"place\":null,\"communes\":[]"))
        site.events[0].isPublic = true
        #expect(try SmallCatalogue.catalogue(site).lines("events")[0].contains("\"start\":\"2027-01-26T14:00:00+01:00\""))
    }

    @Test func resultsAreToldOnceTheyArePublished() throws {
        var site = try SmallCatalogue.site()
        let question = Question(code: "Q1", text: "Êtes-vous prêt ?", kind: .list([.init(code: "A1", label: "Oui"), .init(code: "A2", label: "Non")]))
        func consultation(_ status: Consultation.Status) throws -> Consultation {
            Consultation(
                slug: "essai", file: "essai/questions.yml", title: "Essai", summary: "Un essai.", who: "Les maires",
                opens: try SmallCatalogue.day("2026-09-01"), closes: try SmallCatalogue.day("2026-10-01"), status: status,
                contact: ConsultationContact(function: "Le bureau"), isAnonymous: true, themes: [.init(title: "Thème", questions: [question])])
        }
        site.consultationResults = [
            "essai": ConsultationResults(
                counted: site.today, answers: 40, invited: 60, minimum: .usual,
                tables: [
                    ConsultationTable(
                        question: "Q1", codes: ["A1", "A2"], answered: .count(40), cells: [.count(40), .count(0)],
                        breakdowns: [
                            .init(axis: .size, groups: [.init(group: "S1", label: "Petites", answered: .hidden, cells: [.hidden, .hidden])])
                        ])
                ])
        ]
        site.consultations = [try consultation(.closed)]
        #expect(try SmallCatalogue.catalogue(site).lines("results").isEmpty)
        #expect(try SmallCatalogue.catalogue(site).rows("consultations")[0]["answers"] == "")
        site.consultations = [try consultation(.published)]
        let rows = try SmallCatalogue.catalogue(site).rows("results")
        #expect(rows.map { $0["status"] } == ["number", "number", "zero", "suppressed", "suppressed", "suppressed"])
        #expect(rows.map { $0["value"] } == ["40", "40", "0", "", "", ""])
        #expect(rows.map { $0["measure"] } == ["answered", "choice", "choice", "answered", "choice", "choice"])
    }

    @Test func aFactOutsideItsWindowIsNotTold() throws {
        var site = try SmallCatalogue.site()
        var past = Fact(id: "b", kind: .amount, value: "10 €", label: "B", reference: nil, source: "Page", sourceURL: nil, checked: site.today)
        past.until = try SmallCatalogue.day("2025-12-31")
        var unsure = Fact(id: "a", kind: .amount, value: "20 €", label: "A", reference: nil, source: "Page", sourceURL: "javascript:1", checked: site.today)
        unsure.status = .toCheck
        site.facts = ["a": unsure, "b": past]
        let rows = try SmallCatalogue.catalogue(site).rows("facts")
        #expect(rows.map { $0["id"] } == ["a"])
        #expect(rows[0]["status"] == "to-check" && rows[0]["checked"] == "" && rows[0]["nextReview"] == "" && rows[0]["sourceAddress"] == "")
    }

    @Test func aDemonstrationSaysSoInEachRecord() throws {
        var site = try SmallCatalogue.site(demonstration: true)
        site.alerts = [try SmallCatalogue.alert("vols")]
        let catalogue = SmallCatalogue.catalogue(site)
        for kind in ["communes", "alerts"] {
            for line in try catalogue.lines(kind) { #expect(line.hasPrefix("{\"notice\":\"\(Demonstration.notice)\",")) }
            for row in try catalogue.rows(kind) { #expect(row["notice"] == Demonstration.notice) }
        }
        #expect(String(decoding: catalogue.file(of: site.communes[0]), as: UTF8.self).hasPrefix("{\"notice\":\"\(Demonstration.notice)\","))
        site.settings = try SmallCatalogue.site().settings
        #expect(try SmallCatalogue.catalogue(site).lines("alerts")[0].hasPrefix("{\"notice\":null,"))
    }

    @Test func noNameIsUsedTwice() throws {
        for schema in SmallCatalogue.catalogue(try SmallCatalogue.site()).schemas {
            #expect(Set(schema.fields.map(\.name)).count == schema.fields.count, "\(schema.name)")
            for field in schema.fields { #expect(field.meaning.hasSuffix(".") || field.meaning.hasSuffix("…"), "\(schema.name).\(field.name)") }
        }
    }
}
