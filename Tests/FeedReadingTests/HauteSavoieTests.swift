import Diagnostics
import FeedReading
import SiteModel
import Testing

/// Haute-Savoie from the official files: COG 2026, populations 2023, compétence territoriale of August 2026.
@Suite(.enabled(if: OfficialFiles.areThere, Comment(rawValue: OfficialFiles.absence)))
struct HauteSavoieTests {
    private static func site(_ read: (String) throws -> [UInt8], _ names: [String]) rethrows -> TestSite {
        var site = TestSite(
            feeds: [
                "cog.csv insee-cog-communes", "mvt.csv insee-cog-movements", "arr.csv insee-cog-arrondissements",
                "pop.csv insee-populations", "comp.csv competence-territoriale",
            ], files: [:])
        for (file, name) in zip(["cog", "mvt", "arr", "pop", "comp"], names) {
            site.files["content/feeds/\(file).csv"] = try read(name)
        }
        return site
    }

    /// The files of the département alone.
    private static func ofTheDepartement() throws -> TestSite {
        try site(
            OfficialFiles.read,
            [
                "communes/74-insee-cog-2026-communes.csv", "communes/74-insee-cog-2026-mouvements.csv",
                "communes/insee-cog-2026-arrondissements.csv", "communes/74-insee-populations-legales-2023.csv",
                "gendarmerie/74-competence-territoriale-gn-pn.csv",
            ])
    }

    /// The files of all of France, where there are any.
    private static func ofFrance() throws -> TestSite {
        try site(
            { try $0.hasSuffix(".gz") ? OfficialFiles.unzip($0) : OfficialFiles.read($0) },
            [
                "communes/insee-cog-2026-communes.csv.gz", "communes/insee-cog-2026-mouvements.csv.gz",
                "communes/insee-cog-2026-arrondissements.csv", "communes/insee-populations-legales-2023.csv.gz",
                "gendarmerie/74-competence-territoriale-gn-pn.csv",
            ])
    }

    @Test func everyCommuneHasItsServices() throws {
        let site = try Self.ofTheDepartement()
        let records = try site.read()
        #expect(records.communes.count == 279)
        #expect(records.units.count { $0.institution == .gendarmerie } == 35)
        #expect(records.units.count { $0.institution == .police } == 3)
        let units = Dictionary(uniqueKeysWithValues: records.units.map { ($0.id, $0) })
        let links = records.communes.flatMap(\.unitIDs).compactMap { units[$0]?.institution }
        #expect(links.count { $0 == .gendarmerie } == 267)
        #expect(links.count { $0 == .police } == 13)
        #expect(records.summaries.map(\.communes) == [279, nil, 279, 279, 279])
    }

    @Test func formerCommunesLiveOnAsParts() throws {
        let communes = try Self.ofTheDepartement().read().communes
        #expect(communes.flatMap(\.parts).count { $0.kind == .delegated } == 15)
        #expect(communes.flatMap(\.parts).count { $0.kind == .associated } == 1)
        let annecy = try #require(communes.first { $0.code.text == "74010" })
        #expect(
            annecy.parts.map(\.name) == [
                "Annecy", "Annecy-le-Vieux", "Cran-Gevrier", "Meythet", "Pringy", "Seynod",
            ])
    }

    @Test func onlyEteauxHasChangedItsName() throws {
        let site = try Self.ofTheDepartement()
        #expect(
            site.told(try site.read().diagnostics) == [
                "note feed-name-differs comp.csv:105 «Etaux»: 74116 « Etaux » s’appelle « Eteaux » depuis le 1er\u{A0}janvier 2026 = "
            ])
    }

    @Test func knownCommunesAreRight() throws {
        let communes = try Self.ofTheDepartement().read().communes
        func commune(_ code: String) throws -> Commune { try #require(communes.first { $0.code.text == code }) }
        let annecy = try commune("74010")
        #expect(annecy.unitIDs == ["1009192", "Commissariat de police d'Annecy"])
        #expect(annecy.postalCodes == ["74000", "74370", "74600", "74940", "74960"])
        #expect(try commune("74109").name == "Éloise")
        #expect(try commune("74109").postalCodes == ["01200"])
        #expect(try commune("74116").name == "Eteaux")
        #expect(try commune("74282").name == "Fillière")
        #expect(try commune("74080").article == .la)
        #expect(try commune("74081").arrondissement == "Bonneville")
    }

    @Test func populationsAreTheLegalOnes() throws {
        let communes = try Self.ofTheDepartement().read().communes
        let rows = try OfficialFiles.rows("communes/74-insee-populations-legales-2023.csv", separator: ";")
        #expect(rows.count == 279)
        for row in rows {
            let commune = communes.first { $0.code.text == row["COM"] }
            #expect(commune?.population.map(String.init) == row["PMUN"], "\(row["COM"] ?? "")")
        }
    }

    @Test func noCodeIsLost() throws {
        let records = try Self.ofTheDepartement().read()
        let listed = try OfficialFiles.rows("communes/74-insee-cog-2026-communes.csv", separator: ",")
        let competent = try OfficialFiles.rows("gendarmerie/74-competence-territoriale-gn-pn.csv", separator: ";")
        let codes = records.communes.map(\.code.text)
        #expect(codes == listed.filter { $0["TYPECOM"] == "COM" }.compactMap { $0["COM"] }.sorted())
        for row in competent {
            let id = row["id_service"].flatMap { $0.isEmpty ? nil : $0 } ?? row["service"] ?? ""
            let commune = records.communes.first { $0.code.text == row["code_commune"] }
            #expect(commune?.unitIDs.contains(id) == true, "\(row)")
        }
    }

    @Test(.enabled(if: OfficialFiles.areOfFrance, Comment(rawValue: OfficialFiles.absence)))
    func theFilesOfFranceGiveTheSame() throws {
        let site = try Self.ofFrance()
        let records = try site.read()
        let expected = try Self.ofTheDepartement().read()
        #expect(records.communes == expected.communes)
        #expect(records.units == expected.units)
        #expect(records.diagnostics == expected.diagnostics)
        #expect(records.summaries.map(\.rows) == [37_496, 13_734, 333, 34_900, 280])
    }

    /// Every département's communes, without its services: the whole COG, movement and population files hold.
    @Test(.enabled(if: OfficialFiles.areOfFrance, Comment(rawValue: OfficialFiles.absence)), arguments: ["01", "2A", "75", "976", "69"])
    func otherDepartementsAreReadAlike(_ departement: String) throws {
        var site = try Self.ofFrance()
        let feeds = ["cog.csv insee-cog-communes", "mvt.csv insee-cog-movements", "arr.csv insee-cog-arrondissements"]
        let hasPopulations = departement != "976"
        let list = TestSite(feeds: feeds + (hasPopulations ? ["pop.csv insee-populations"] : []), files: [:])
        site.files.merge(list.files) { $1 }
        let records = try site.read(departement: departement)
        // Without compétence, one warning says so.
        #expect(records.diagnostics.map(\.id) == [.feedCommuneWithoutUnit])
        #expect(records.communes.allSatisfy { $0.code.departement == departement })
        #expect(records.communes.allSatisfy { ($0.population != nil) == hasPopulations })
        let counts = ["01": 391, "2A": 124, "75": 1, "976": 17, "69": 266]
        #expect(records.communes.count == counts[departement])
    }
}

/// The example's own tables, which were written from the official files' facts.
@Suite struct ExampleTableTests {
    private static func records() throws -> FeedRecords {
        try FeedReader(departement: "74", contentRoot: "\(OfficialFiles.packageRoot)/content").read()
    }

    @Test func theyAreReadWithoutFault() throws {
        let records = try Self.records()
        #expect(records.diagnostics.isEmpty, "\(records.diagnostics)")
        #expect(records.communes.count == 279)
        #expect(records.units.count == 38)
        #expect(records.feeds.contains { $0.nature == .demonstration })
    }

    /// The range that is kept for fiction by the regulator's numbering plan.
    @Test func telephoneNumbersAreFictional() throws {
        let numbers = try Self.records().units.compactMap { $0.telephone?.replacing("+33 ", with: "0") }
        #expect(numbers.count == 38)
        #expect(Set(numbers).count == numbers.count)
        #expect(numbers.allSatisfy { $0.hasPrefix("04 65 71 ") })
    }

    @Test(.enabled(if: OfficialFiles.areThere, Comment(rawValue: OfficialFiles.absence)))
    func theyAgreeWithTheOfficialFiles() throws {
        let records = try Self.records()
        let arrondissements = try OfficialFiles.rows("communes/insee-cog-2026-arrondissements.csv", separator: ",")
            .reduce(into: [:]) { $0[$1["ARR"] ?? ""] = $1["LIBELLE"] }
        let populations = try OfficialFiles.rows("communes/74-insee-populations-legales-2023.csv", separator: ";")
            .reduce(into: [:]) { $0[$1["COM"] ?? ""] = $1["PMUN"] }
        let competence = Dictionary(
            grouping: try OfficialFiles.rows("gendarmerie/74-competence-territoriale-gn-pn.csv", separator: ";")
        ) { $0["code_commune"] ?? "" }
        let official = try OfficialFiles.rows("communes/74-insee-cog-2026-communes.csv", separator: ",")
            .filter { $0["TYPECOM"] == "COM" }

        #expect(records.communes.map(\.code.text) == official.compactMap { $0["COM"] }.sorted())
        let parts = try OfficialFiles.rows("communes/74-insee-cog-2026-communes.csv", separator: ",")
            .filter { $0["TYPECOM"] != "COM" }.map { "\($0["TYPECOM"] ?? "") \($0["COM"] ?? "") \($0["LIBELLE"] ?? "") \($0["COMPARENT"] ?? "")" }
        let known = records.communes.flatMap { commune in
            commune.parts.map { "\($0.kind.rawValue) \($0.code) \($0.name) \(commune.code)" }
        }
        #expect(known.sorted() == parts.sorted())
        var policeServices: [String: Set<String>] = [:]
        for row in official {
            let code = row["COM"] ?? ""
            let commune = try #require(records.communes.first { $0.code.text == code })
            #expect(commune.name == row["LIBELLE"])
            #expect(String(commune.article.rawValue) == row["TNCC"], "\(code)")
            #expect(commune.arrondissement == arrondissements[row["ARR"] ?? ""], "\(code)")
            #expect(commune.population.map(String.init) == populations[code], "\(code)")
            let links = competence[code] ?? []
            let gendarmerie = links.filter { $0["institution"] == "GN" }.compactMap { $0["id_service"] }
            let police = links.filter { $0["institution"] == "PN" }.compactMap { $0["service"] }
            #expect(Array(commune.unitIDs.prefix(gendarmerie.count)) == gendarmerie, "\(code)")
            #expect(commune.unitIDs.count == links.count, "\(code)")
            for (id, service) in zip(commune.unitIDs.dropFirst(gendarmerie.count), police) {
                policeServices[id, default: []].insert(service)
            }
            let postalCodes = (links.first?["codes_postaux"] ?? "").split(separator: "-").map(String.init)
            #expect(Set(commune.postalCodes) == Set(postalCodes), "\(code)")
            #expect(commune.postalCodes.first == links.first?["code_postal"], "\(code)")
        }
        #expect(policeServices.count == 3)
        #expect(policeServices.values.allSatisfy { $0.count == 1 })
    }
}
