import Diagnostics
import FeedReading
import SiteModel
import Testing

private let header =
    #""CODGEO_2026";"annee";"indicateur";"unite_de_compte";"nombre";"taux_pour_mille";"est_diffuse";"insee_pop";"insee_pop_millesime";"insee_log";"insee_log_millesime";"complement_info_nombre";"complement_info_taux""#
    + "\r\n"
private let communes = Header.communes + "74010,Annecy,1,74000,132117,Annecy,1\n74080,La Clusaz,3,74220,1758,Annecy,1\n"
private let burglaries = "Cambriolages de logement"

/// Rows of the base: `74010;2025;Cambriolages de logement;Infraction;12;6,0000000;diff;4000;2000` and so on.
private func base(_ rows: [String]) -> String {
    header
        + rows.map { row in
            var cells = row.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
            cells.insert("2023", at: 8)
            cells += ["2022", "777,7777777", "888,8888888"]
            return cells.map { "\"\($0)\"" }.joined(separator: ";") + "\r\n"
        }.joined()
}

private func read(_ text: String, departement: String = "74") throws -> (records: FeedRecords, told: [String]) {
    let site = TestSite(
        feeds: ["communes.csv communes", "units.csv units", "base.csv ssmsi-communes"],
        files: ["communes.csv": communes, "units.csv": Header.units + "1,GN,Brigade,,,\n", "base.csv": text])
    let records = try site.read(departement: departement)
    return (records, site.told(records.diagnostics))
}

private func values(_ records: FeedRecords, _ code: String, _ indicator: String) throws -> [Int: FigureValue] {
    let code = try #require(INSEECode(code))
    let series = records.figures.series(of: code).first { $0.indicator.name == indicator }
    return Dictionary(uniqueKeysWithValues: (series?.points ?? []).map { ($0.year, $0.value) })
}

@Suite struct FigureReaderTests {
    @Test func theFourKindsOfValueAreKeptApart() throws {
        let (records, told) = try read(
            base([
                "74010;2023;Cambriolages de logement;Infraction;12;6,0000000;diff;4000;2000",
                "74010;2024;Cambriolages de logement;Infraction;0;0,0000000;diff;4000;2000",
                "74010;2025;Cambriolages de logement;Infraction;NA;NA;ndiff;4000;2000",
                "74010;2025;Vols avec armes;Infraction;4;1,0000000;diff;4000;2000",
                "01001;2025;Vols avec armes;Infraction;4;1,0000000;diff;4000;2000",
            ]))
        #expect(told.isEmpty)
        #expect(try values(records, "74010", burglaries) == [2023: .number(12), 2024: .number(0), 2025: .notPublished])
        #expect(try values(records, "74010", "Vols avec armes") == [2023: .absent, 2024: .absent, 2025: .number(4)])
        #expect(try values(records, "74080", burglaries).isEmpty)
        #expect(records.summaries.last?.rows == 5)
        #expect(records.summaries.last?.kept == 4)
        #expect(records.summaries.last?.communes == 1)
    }

    @Test func ratesAreForThousandDwellingsOrInhabitants() throws {
        let (records, _) = try read(
            base([
                "74010;2025;Cambriolages de logement;Infraction;12;6,0000000;diff;4000;2000",
                "74010;2025;Vols avec armes;Infraction;4;1,0000000;diff;4000;2000",
            ]))
        let series = records.figures.series(of: try #require(INSEECode("74010")))
        #expect(series.map { $0.points.last?.rate?.tenths } == [60, 10])
        #expect(series.map { $0.points.last?.denominator } == [2000, 4000])
        #expect(series.map(\.indicator.denominator) == [.dwellings, .inhabitants])
        #expect(records.figures.communes?.table.vintage(of: .dwellings, year: 2025) == 2022)
        #expect(records.figures.communes?.table.vintage(of: .inhabitants, year: 2025) == 2023)
    }

    /// Even where the file gives a number beside it, and whatever `complement_info` says.
    @Test(arguments: ["NA", "3", "0", ""])
    func whatIsNotPublishedNeverBecomesANumber(_ count: String) throws {
        let (records, _) = try read(base(["74010;2025;Vols avec armes;Infraction;\(count);NA;ndiff;4000;2000"]))
        #expect(try values(records, "74010", "Vols avec armes") == [2025: .notPublished])
        #expect(records.figures.series(of: try #require(INSEECode("74010"))).first?.points.first?.rate == nil)
    }

    @Test func aRateThatDisagreesIsToldAndRecomputed() throws {
        let (records, told) = try read(
            base([
                "74010;2025;Cambriolages de logement;Infraction;12;3,0000000;diff;4000;2000",
                "74010;2024;Cambriolages de logement;Infraction;1;0,3333333;diff;9000;3000",
                "74010;2023;Cambriolages de logement;Infraction;1;0.33;diff;9000;3000",
            ]))
        #expect(
            told == [
                "warning feed-rate-differs base.csv:2 «3,0000000»: « Cambriolages de logement » de 74010 en 2025 : le taux publié est 3 pour 1 000, mais 12 pour 2\u{202F}000 logements font 6,00 = vérifiez la ligne auprès du producteur ; le taux recalculé est affiché"
            ])
        #expect(try values(records, "74010", burglaries)[2025] == .number(12))
    }

    @Test func manyDisagreementsAreCounted() throws {
        let rows = (1...30).map { "74010;20\($0 < 10 ? "0" : "")\($0);Vols avec armes;Infraction;1;9,0000000;diff;4000;2000" }
        let (_, told) = try read(base(rows))
        #expect(told.count == 21)
        #expect(told.last?.contains("10 autres taux publiés ne sont pas ceux qui se calculent") == true)
    }

    /// The words, the spelling without quotes and the years of two digits of older editions.
    @Test func theOlderVocabularyIsRead() throws {
        let text = """
            CODGEO_2024;annee;classe;unité.de.compte;valeur.publiée;faits;tauxpourmille;complementinfoval;complementinfotaux;POP;millPOP;LOG;millLOG
            74010;23;Cambriolages de logement;Infraction;diff;12;6,0;NA;NA;4000;21;2000;20
            74080;23;Cambriolages de logement;Infraction;ndiff;NA;NA;2,5;1,9;1758;21;4000;20

            """
        let (records, told) = try read(text)
        #expect(told.isEmpty)
        #expect(try values(records, "74010", burglaries) == [2023: .number(12)])
        #expect(try values(records, "74080", burglaries) == [2023: .notPublished])
    }

    @Test func theDepartementIsReadBesideItsCommunes() throws {
        let site = TestSite(
            feeds: ["communes.csv communes", "units.csv units", "dep.csv ssmsi-departements"],
            files: [
                "communes.csv": communes, "units.csv": Header.units + "1,GN,Brigade,,,\n",
                "dep.csv": """
                    "Code_departement";"Code_region";"annee";"indicateur";"unite_de_compte";"nombre";"taux_pour_mille";"insee_pop";"insee_pop_millesime";"insee_log";"insee_log_millesime"
                    "2A";"94";"2025";"Vols avec armes";"Infraction";"5";"0,0312500";"160000";"2023";"120000";"2022"
                    "74";"84";"2025";"Vols avec armes";"Infraction";"84";"0,1000000";"840000";"2023";"500000";"2022"
                    """,
            ])
        let records = try site.read()
        #expect(site.told(records.diagnostics).isEmpty)
        let series = records.figures.departement?.table.series(of: "74")
        #expect(series?.first?.points == [.init(year: 2025, value: .number(84), denominator: 840_000)])
        #expect(records.figures.departement?.table.contains("2A") == false)
    }

    @Test func rowsAtFaultAreToldAndHideNoOthers() throws {
        let (records, told) = try read(
            base([
                "74010;25x;Vols avec armes;Infraction;4;1,0000000;diff;4000;2000",
                "74010;2025;Vols avec armes;Infraction;-4;1,0000000;diff;4000;2000",
                "74010;2024;Vols avec armes;Infraction;4;1,0000000;oui;4000;2000",
                "74010;2023;Vols avec armes;Victime;4;1,0000000;diff;4000;2000",
                "74010;2023;<b>Vols</b>;Victime;4;1,0000000;diff;4000;2000",
                "74010;2023;=cmd|' /C calc'!A0;Victime;4;1,0000000;diff;4000;2000",
                "74010;2022;Vols avec armes;Infraction;4;1,0000000;diff;4000;2000",
                "74010;2022;Vols avec armes;Infraction;5;1,2500000;diff;4000;2000",
                "74010;2021;Vols avec armes;Infraction;4;un;diff;4000;2000",
                "74999;2021;Vols avec armes;Infraction;4;1,0000000;diff;4000;2000",
            ]))
        #expect(
            told.map { $0.split(separator: " = ")[0] } == [
                "warning feed-row-invalid base.csv:2 «25x»: « 25x » ne convient pas à la colonne « annee », qui attend une année comme 2025 : la case est laissée de côté",
                "warning feed-row-invalid base.csv:3 «-4»: « -4 » ne convient pas à la colonne « nombre », qui attend un nombre entier ou « NA » : la case est laissée de côté",
                "warning feed-row-invalid base.csv:4 «oui»: « oui » ne convient pas à la colonne « est_diffuse », qui attend « diff » ou « ndiff » : la case est laissée de côté",
                "warning feed-row-invalid base.csv:5 «Victime»: « Vols avec armes » se compte ici en « Victime », et plus haut en « Infraction » : la case est laissée de côté",
                "warning feed-cell-unsafe base.csv:6 «<b>Vols</b>»: la colonne « indicateur » contient ici du HTML : la case est laissée de côté",
                "warning feed-cell-unsafe base.csv:7 «=cmd|' /C calc'!A0»: la colonne « indicateur » contient ici une formule de tableur : la case est laissée de côté",
                "warning feed-code-duplicate base.csv:9 «Vols avec armes»: « Vols avec armes » figure deux fois pour 74010 en 2022 : la ligne est laissée de côté",
                "warning feed-row-invalid base.csv:10 «un»: « un » ne convient pas à la colonne « taux_pour_mille », qui attend un nombre ou « NA » : la case est laissée de côté",
                "warning feed-code-unknown base.csv:11 «74999»: aucune commune d’aujourd’hui ne répond au code 74999 : la ligne est laissée de côté",
            ])
        #expect(try values(records, "74010", "Vols avec armes")[2022] == .number(4))
    }

    @Test func aRenamedColumnIsNamed() throws {
        let (_, told) = try read(base([]).replacing("nombre\"", with: "nombre_faits\"", maxReplacements: 1))
        #expect(told.first?.contains("la colonne « nombre » manque") == true)
        let (_, other) = try read(base([]).replacing("CODGEO_2026", with: "CODGEO", maxReplacements: 1))
        #expect(other.first?.contains("la colonne « CODGEO_<année> » manque") == true)
    }
}

/// The extracts of the official bases: every published rate is the one that is recomputed.
@Suite(.enabled(if: OfficialFiles.areThere, "\(OfficialFiles.absence)"))
struct OfficialFiguresTests {
    private static let files = [
        "ssmsi-communes": "delinquance/ssmsi-communes-2025-extrait.csv",
        "ssmsi-departements": "delinquance/ssmsi-departements-2024-2025-extrait.csv",
    ]

    private func figures(_ format: String) throws -> FigureTable {
        var site = TestSite(
            feeds: ["communes.csv communes", "base.csv \(format)"],
            files: ["communes.csv": Header.communes + "01001,L’Abergement-Clémenciat,5,01400,860,,\n"])
        site.files["content/feeds/base.csv"] = try OfficialFiles.read(try #require(Self.files[format]))
        let records = try site.read(departement: "FR")
        #expect(records.diagnostics.filter { $0.id == .feedRateDiffers || $0.id == .feedRowInvalid } == [])
        let figures = format == "ssmsi-communes" ? records.figures.communes : records.figures.departement
        return try #require(figures?.table)
    }

    private func point(_ table: FigureTable, _ code: String, _ row: [String: String]) throws -> FigureSeries.Point {
        let series = table.series(of: code).first { $0.indicator.name == row["indicateur"] }
        return try #require(series?.points.first { "\($0.year)" == row["annee"] })
    }

    private func isRecomputed(_ point: FigureSeries.Point, _ row: [String: String]) throws -> Bool {
        let published = try #require(row["taux_pour_mille"].flatMap { Double($0.replacing(",", with: ".")) })
        let rate = try #require(point.rate)
        // Dwellings are published whole, and the rate was made from their fraction.
        let rounding = published * 0.5 / Double(rate.denominator) + 0.000_000_2
        return abs(1000 * Double(rate.count) / Double(rate.denominator) - published) < rounding
    }

    @Test func everyRateOfTheCommunesIsRecomputedAndSecretsStay() throws {
        let table = try figures("ssmsi-communes")
        var published = 0
        var secret = 0
        for row in try OfficialFiles.rows(try #require(Self.files["ssmsi-communes"]), separator: ";") {
            let point = try point(table, try #require(row["CODGEO_2026"]), row)
            if row["est_diffuse"] == "ndiff" {
                #expect(point.value == .notPublished)
                secret += 1
            } else {
                #expect(try isRecomputed(point, row), "\(row)")
                published += 1
            }
        }
        #expect(published == 54)
        #expect(secret > 0)
    }

    @Test func everyRateOfTheDepartementsIsRecomputed() throws {
        let table = try figures("ssmsi-departements")
        let rows = try OfficialFiles.rows(try #require(Self.files["ssmsi-departements"]), separator: ";")
        for row in rows {
            #expect(try isRecomputed(try point(table, try #require(row["Code_departement"]), row), row), "\(row)")
        }
        #expect(rows.count > 50)
    }
}
