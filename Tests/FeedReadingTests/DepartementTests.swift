import Diagnostics
import FeedReading
import Files
import SiteModel
import Testing

/// Départements unlike the others, from the official files of all of France.
@Suite(.enabled(if: OfficialFiles.areOfFrance, Comment(rawValue: OfficialFiles.absence)))
struct DepartementTests {
    private static func read(
        _ departement: String, _ feeds: [String], _ files: [String: String],
    ) throws -> (site: TestSite, records: FeedRecords) {
        var site = TestSite(feeds: feeds, files: [:])
        for (name, path) in files {
            site.files["content/feeds/\(name)"] =
                path.hasSuffix(".gz") ? try OfficialFiles.unzip(path) : try OfficialFiles.read(path)
        }
        return (site, try site.read(departement: departement))
    }

    private static let cog = ["cog.csv": "communes/insee-cog-2026-communes.csv.gz"]
    private static let pop = ["pop.csv": "communes/insee-populations-legales-2023.csv.gz"]

    /// The file has their arrondissements and not them.
    @Test(arguments: [("75", "75056", 20), ("69", "69123", 9), ("13", "13055", 16)])
    func aLargeCityIsTheSumOfItsDistricts(_ departement: String, _ city: String, _ count: Int) throws {
        let (_, records) = try Self.read(
            departement, ["cog.csv insee-cog-communes", "pop.csv insee-populations"],
            Self.cog.merging(Self.pop) { first, _ in first })
        let text = String(decoding: try OfficialFiles.unzip(Self.pop["pop.csv"] ?? ""), as: UTF8.self)
        let start = city == "75056" ? "751" : city == "69123" ? "6938" : "132"
        let rows = text.split(whereSeparator: \.isNewline).map { $0.split(separator: ";", omittingEmptySubsequences: false) }
        let districts = rows.filter { $0.count > 8 && $0[6].hasPrefix(start) && $0[7].contains("Arrondissement") }
        #expect(districts.count == count)
        let sum = districts.compactMap { Int($0[8]) }.reduce(0, +)
        let commune = try #require(records.communes.first { $0.code.text == city })
        #expect(commune.population == sum)
        #expect(!records.communes.contains { districts.map { String($0[6]) }.contains($0.code.text) })
    }

    @Test func mayotteIsWhole() throws {
        let (site, records) = try Self.read(
            "976", ["cog.csv insee-cog-communes", "may.csv insee-populations"],
            Self.cog.merging(["may.csv": "communes/insee-populations-mayotte-2017.csv"]) { first, _ in first })
        #expect(records.communes.count == 17)
        #expect(records.communes.allSatisfy { $0.population != nil && $0.arrondissement.isEmpty })
        #expect(site.told(records.diagnostics).count == 1)
    }

    @Test func corsicaKeepsItsLetters() throws {
        let (_, records) = try Self.read(
            "2A", ["cog.csv insee-cog-communes", "pop.csv insee-populations", "cp.csv postal-codes"],
            ["cp.csv": "communes/datasfun-2024-communes-codes-postaux.csv.gz"].merging(Self.cog) { first, _ in first }
                .merging(Self.pop) { first, _ in first })
        let ajaccio = try #require(records.communes.first { $0.code.text == "2A004" })
        #expect(ajaccio.name == "Ajaccio")
        #expect(ajaccio.population == 76_320)
        #expect(ajaccio.postalCodes.contains("20000"))
        #expect(records.communes.allSatisfy { !$0.postalCodes.isEmpty })
    }

    /// Two sources that know nothing of each other.
    @Test func postalCodesAgreeWithTheCompetence() throws {
        let files = [
            "cog.csv": "communes/74-insee-cog-2026-communes.csv", "cp.csv": "communes/74-datasfun-2024-codes-postaux.csv",
            "comp.csv": "gendarmerie/74-competence-territoriale-gn-pn.csv",
            "mvt.csv": "communes/74-insee-cog-2026-mouvements.csv",
        ]
        let feeds = ["cog.csv insee-cog-communes", "comp.csv competence-territoriale", "mvt.csv insee-cog-movements"]
        let alone = try Self.read("74", feeds, files).records
        let both = try Self.read("74", feeds + ["cp.csv postal-codes"], files)
        #expect(both.records.communes.map(\.postalCodes) == alone.communes.map(\.postalCodes))
        #expect(both.records.summaries.last?.communes == 279)
        let eloise = try #require(both.records.communes.first { $0.name == "Éloise" })
        #expect(eloise.code.departement == "74" && eloise.postalCodes == ["01200"])
        // The file is of 2024; its codes lead to today's communes without a word.
        #expect(both.site.told(both.records.diagnostics) == both.site.told(alone.diagnostics))
    }

    /// Every code that a commune of Haute-Savoie ever had leads to one of today's.
    @Test func everyFormerCodeLeadsToACommuneOfToday() throws {
        let rows = try OfficialFiles.rows("communes/74-insee-cog-2026-mouvements.csv", separator: ",")
        let codes = Set(rows.filter { $0["TYPECOM_AV"] == "COM" }.compactMap { $0["COM_AV"] }.filter { $0.hasPrefix("74") })
        var site = TestSite(
            feeds: [
                "cog.csv insee-cog-communes", "mvt.csv insee-cog-movements", "pop.csv insee-populations",
            ],
            files: ["pop.csv": Header.populations + codes.sorted().map { "84;;74;1;1;1;\($0);Nom;1;0;1\n" }.joined()])
        site.files["content/feeds/cog.csv"] = try OfficialFiles.read("communes/74-insee-cog-2026-communes.csv")
        site.files["content/feeds/mvt.csv"] = try OfficialFiles.read("communes/74-insee-cog-2026-mouvements.csv")
        let records = try site.read()
        let summary = try #require(records.summaries.last)
        #expect(summary.unmatched.isEmpty)
        #expect(records.communes.compactMap(\.population).reduce(0, +) == codes.count)
        #expect(summary.former.map(\.text).contains("74110") && summary.former.map(\.text).contains("74274"))
    }
}
