import SiteModel
import Testing

@testable import API

/// A number, zero, what is not told, what is absent: four things in each file.
@Suite struct FigureRecordTests {
    private func catalogue() throws -> Catalogue {
        var table = FigureTable()
        let place = table.place("01004")
        let indicator = table.add(Indicator(name: "Cambriolages de logement", unit: "Infraction"))
        let family = table.add(Indicator(name: "Violences physiques intrafamiliales", unit: "Victime"))
        for (year, value) in [(2021, FigureValue.number(12)), (2022, .number(0)), (2023, .notPublished)] {
            let isNew = table.set(value, place: place, indicator: indicator, year: year, inhabitants: 900, dwellings: 500)
            #expect(isNew)
        }
        let isNew = table.set(.number(7), place: place, indicator: family, year: 2025, inhabitants: 900, dwellings: 500)
        #expect(isNew)
        table.withhold { _, indicator in indicator.isAboutFamilies }
        var site = try SmallCatalogue.site()
        site.figures = RecordedFigures(communes: .init(feed: "ssmsi", table: table))
        site.feeds = [
            Feed(
                id: "ssmsi", file: "ssmsi.csv", format: "ssmsi-communes", title: "Délinquance", producer: "SSMSI", licence: "Licence Ouverte 2.0",
                vintage: "2021 à 2025", retrieved: site.today, nature: .official)
        ]
        return SmallCatalogue.catalogue(site)
    }

    private func row(_ year: Int, _ indicator: String = "Cambriolages de logement") throws -> [String: String] {
        try #require(try catalogue().rows("figures").first { $0["year"] == "\(year)" && $0["indicator"] == indicator })
    }

    @Test func aNumberIsTold() throws {
        let row = try row(2021)
        #expect(row["status"] == "number" && row["value"] == "12" && row["ratePerThousand"] == "24.00" && row["suppressedBy"] == "")
    }

    @Test func zeroIsANumberOfItsOwn() throws {
        let row = try row(2022)
        #expect(row["status"] == "zero" && row["value"] == "0" && row["ratePerThousand"] == "0.00")
    }

    @Test func whatTheProducerKeepsBackHasNoNumber() throws {
        let row = try row(2023)
        #expect(row["status"] == "suppressed" && row["suppressedBy"] == "producer" && row["value"] == "" && row["ratePerThousand"] == "")
    }

    @Test func whatTheSiteKeepsBackHasNoNumber() throws {
        let row = try row(2025, "Violences physiques intrafamiliales")
        #expect(row["status"] == "suppressed" && row["suppressedBy"] == "publisher" && row["value"] == "" && row["ratePerThousand"] == "")
        #expect(try !catalogue().lines("figures").contains { $0.contains("\"value\":7") })
    }

    @Test func whatTheSourceDoesNotSayIsNotZero() throws {
        let row = try row(2024)
        #expect(row["status"] == "absent" && row["value"] == "" && row["suppressedBy"] == "")
        let line = try #require(try catalogue().lines("figures").first { $0.contains("\"year\":2024,\"status\":\"absent\"") })
        #expect(line.contains("\"value\":null,\"ratePerThousand\":null"))
    }

    @Test func eachFigureSaysWhereItComesFrom() throws {
        let row = try row(2021)
        #expect(row["producer"] == "SSMSI" && row["vintage"] == "2021 à 2025" && row["licence"] == "Licence Ouverte 2.0")
    }

    @Test func inACommunesFileTheSourceIsSaidOnce() throws {
        let catalogue = try catalogue()
        let text = String(decoding: catalogue.file(of: catalogue.context.site.communes[0]), as: UTF8.self)
        #expect(text.contains("\"figures\":[{\"indicator\":\"Cambriolages de logement\",\"unit\":\"Infraction\",\"year\":2021,\"status\":\"number\""))
        #expect(text.ranges(of: "\"producer\":").count == 1)
        let other = String(decoding: catalogue.file(of: catalogue.context.site.communes[1]), as: UTF8.self)
        #expect(other.contains("\"figures\":[]"))
    }

    @Test func countsOfAConsultationAreToldApartToo() {
        #expect(FigureStatus(ConsultationResults.Cell.count(3)) == .number)
        #expect(FigureStatus(ConsultationResults.Cell.count(0)) == .zero)
        #expect(FigureStatus(ConsultationResults.Cell.hidden) == .suppressed)
    }
}
