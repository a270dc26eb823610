import Diagnostics
import FeedReading
import SiteModel
import Testing

private let entries = """
    {"code":"74010","nom":"Annecy","typeLiaison":1,"zone":"metro","arrondissement":"741","departement":"74","region":"84","type":"commune-actuelle","rangChefLieu":4,"anciensCodes":["74011"],"siren":"200063402","codesPostaux":["74000","74940"],"population":132117},
    {"code":"74109","nom":"Éloise","typeLiaison":1,"arrondissement":"741","departement":"74","type":"commune-actuelle","codesPostaux":["01200"],"population":1028},
    {"code":"74010","nom":"Annecy","typeLiaison":1,"zone":"metro","type":"commune-deleguee","chefLieu":"74010"},
    {"code":"74011","nom":"Annecy-le-Vieux","typeLiaison":1,"zone":"metro","type":"commune-deleguee","chefLieu":"74010"},
    {"code":"01001","nom":"L'Abergement-Clémenciat","typeLiaison":5,"arrondissement":"012","departement":"01","type":"commune-actuelle","codesPostaux":["01400"],"population":860}
    """

private func site(_ entries: String, populations: String? = nil) -> TestSite {
    var feeds = ["communes.json etalab-communes", "units.csv units"]
    var files = ["communes.json": "[\n\(entries)\n]\n", "units.csv": Header.units + "1,GN,Brigade,,,\n"]
    if let populations {
        feeds.append("pop.csv insee-populations")
        files["pop.csv"] = Header.populations + populations
    }
    return TestSite(feeds: feeds, files: files)
}

@Suite struct EtalabTests {
    @Test func theListHoldsAllThatSitesNeed() throws {
        let records = try site(entries).read()
        #expect(records.diagnostics.allSatisfy { $0.id == .feedCommuneWithoutUnit })
        #expect(records.communes.map(\.name) == ["Annecy", "Éloise"])
        #expect(records.communes.map(\.article) == [.vowel, .vowel])
        #expect(records.communes.map(\.postalCodes) == [["74000", "74940"], ["01200"]])
        #expect(records.communes.map(\.population) == [132_117, 1028])
        #expect(records.communes[0].parts.map(\.name) == ["Annecy", "Annecy-le-Vieux"])
        #expect(records.summaries.first.map { "\($0.rows) \($0.kept) \($0.communes ?? 0)" } == "5 2 2")
    }

    /// The legal populations are of a year that is told; Etalab's are not.
    @Test func legalPopulationsComeFirstAndFormerCodesAreFollowed() throws {
        let site = site(entries, populations: "84;;74;1;99;010;74010;Annecy;100;0;100\r\n84;;74;1;99;011;74011;Vieux;30;0;30\r\n")
        let records = try site.read()
        #expect(records.communes.map(\.population) == [130, 1028])
        #expect(
            site.told(records.diagnostics.filter { $0.id == .feedCodeFormer }) == [
                "warning feed-code-former pop.csv:3 «74011»: 74011 appartient à la commune Annecy (74010) : sa population y est ajoutée = vérifiez que le fichier est du même millésime que la liste des communes"
            ])
    }

    @Test func districtsBelongToTheirCity() throws {
        let records = try site(
            """
            {"code":"13055","nom":"Marseille","typeLiaison":0,"type":"commune-actuelle","codesPostaux":["13001"],"population":877215},
            {"code":"13201","nom":"Marseille 1er Arrondissement","typeLiaison":0,"type":"arrondissement-municipal","commune":"13055","codesPostaux":["13001"],"population":38585}
            """, populations: "93;;13;1;99;201;13201;Marseille 1er;38585;0;1\r\n93;;13;1;99;202;13202;Marseille 2e;24000;0;1\r\n"
        ).read(departement: "13")
        #expect(records.communes.map(\.name) == ["Marseille"])
        #expect(records.communes.map(\.population) == [62_585])
    }

    @Test(arguments: [
        ("\"typeLiaison\":1,\"zone\"", "\"typeLiaison\":9,\"zone\"", "error feed-row-invalid communes.json:2 «{»: « 9 » ne convient pas à la colonne « typeLiaison », qui attend un code d’article (TNCC) de 0 à 8 = reprenez le fichier tel qu’il est publié"),
        ("\"nom\":\"Annecy\"", "\"libelle\":\"Annecy\"", "error feed-json communes.json:2 «{»: cet enregistrement est laissé de côté : son champ « nom » n’a pas la forme attendue = téléchargez le fichier de nouveau, ou signalez-le au producteur"),
        ("\"commune-actuelle\",\"rang", "\"commune\",\"rang", "error feed-row-invalid communes.json:2 «{»: « commune » ne convient pas à la colonne « type », qui attend « commune-actuelle », « commune-deleguee » ou un autre type d’Etalab = reprenez le fichier tel qu’il est publié"),
    ])
    func faultsAreErrors(_ old: String, _ new: String, _ message: String) throws {
        let site = site(entries.replacingFirst(old, with: new))
        #expect(site.told(try site.read().diagnostics).contains(message))
    }

    @Test func aFileThatEndsEarlyIsOneError() throws {
        var cut = site(entries)
        cut.files["content/feeds/communes.json"] = Array("[\(entries.prefix(400))".utf8)
        let records = try cut.read()
        #expect(records.diagnostics.map(\.id) == [.feedJSON])
        #expect(records.communes.isEmpty)
    }

    @Test(.enabled(if: OfficialFiles.areThere, Comment(rawValue: OfficialFiles.absence)))
    func theRealExtractIsRead() throws {
        var real = TestSite(feeds: ["communes.json etalab-communes"], files: [:])
        real.files["content/feeds/communes.json"] = try OfficialFiles.read("communes/etalab-communes-extrait-72.json")
        let records = try real.read(departement: "72")
        #expect(records.communes.count == 13)
        #expect(records.communes.allSatisfy { $0.population != nil && !$0.postalCodes.isEmpty })
        #expect(records.diagnostics.allSatisfy { $0.id == .feedCommuneWithoutUnit })
        #expect(records.summaries[0].rows == 18)
    }
}

extension String {
    fileprivate func replacingFirst(_ old: String, with new: String) -> String {
        guard let range = firstRange(of: old) else { return self }
        return replacingCharacters(in: range, with: new)
    }

    private func replacingCharacters(in range: Range<Index>, with new: String) -> String {
        String(self[..<range.lowerBound]) + new + self[range.upperBound...]
    }
}
