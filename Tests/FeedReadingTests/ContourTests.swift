import Diagnostics
import FeedReading
import SiteModel
import Testing

private func feature(_ properties: String, _ coordinates: String, type: String = "Polygon") -> String {
    #"{"type":"Feature","geometry":{"type":"\#(type)","coordinates":\#(coordinates)},"properties":{\#(properties)}}"#
}

private func square(_ west: Double, _ south: Double, _ side: Double = 0.1) -> String {
    let (east, north) = (west + side, south + side)
    return "[[[\(west),\(south)],[\(east),\(south)],[\(east),\(north)],[\(west),\(north)],[\(west),\(south)]]]"
}

private func collection(_ features: [String]) -> String {
    #"{"type":"FeatureCollection","features":[\#(features.joined(separator: ",\n"))]}"#
}

private func site(_ contours: String, communes: String = communes, movements: String? = nil) -> TestSite {
    var feeds = ["c.csv insee-cog-communes", "contours.geojson contours"]
    var files = ["c.csv": Header.cogCommunes + communes, "contours.geojson": contours]
    if let movements {
        feeds.append("m.csv insee-cog-movements")
        files["m.csv"] = Header.cogMovements + movements
    }
    return TestSite(feeds: feeds, files: files)
}

private let communes = """
    COM,74010,84,74,74D,741,1,ANNECY,Annecy,Annecy,7499,
    COM,74080,84,74,74D,741,3,CLUSAZ,Clusaz,La Clusaz,7499,
    COM,74119,84,74,74D,741,1,ETEAUX,Eteaux,Eteaux,7499,

    """

private let three = [
    feature(#""code":"74010","nom":"Annecy""#, square(6.0, 45.0)),
    feature(#""code":"74080","nom":"La Clusaz""#, square(6.1, 45.0)),
    feature(#""code":"74119","nom":"Eteaux""#, square(6.2, 45.1)),
]

private func contourFaults(_ site: TestSite) throws -> [String] {
    let all = site.told(try site.read().diagnostics)
    return all.filter { $0.contains("contours.geojson") }
}

@Suite struct ContourTests {
    @Test func contoursAreJoinedByCodeAndNeighboursByTheirBorders() throws {
        let records = try site(collection(three)).read()
        #expect(records.contours.count == 3)
        // Eteaux touches La Clusaz at a corner only.
        #expect(records.communes.map { $0.neighbours.map(\.text) } == [["74080"], ["74010"], []])
        let annecy = try contour("74010", records)
        #expect(annecy.polygons.map { $0.map(\.count) } == [[4]])
        #expect(annecy.contains(MapPoint(longitude: 6_050_000, latitude: 45_050_000)))
        #expect(!annecy.contains(MapPoint(longitude: 6_150_000, latitude: 45_050_000)))
    }

    @Test func ringsMayTurnEitherWayAndLeaveHoles() throws {
        let outer = "[[6.0,45.0],[6.0,45.3],[6.3,45.3],[6.3,45.0],[6.0,45.0]]"
        let hole = "[[6.1,45.1],[6.1,45.2],[6.2,45.2],[6.2,45.1],[6.1,45.1]]"
        let records = try site(
            collection([
                feature(#""code":"74010""#, "[\(outer),\(hole)]"),
                feature(#""code":"74080""#, "[\(square(6.1, 45.1)),\(square(6.5, 45.0))]", type: "MultiPolygon"),
            ])
        ).read()
        let annecy = try contour("74010", records)
        let clusaz = try contour("74080", records)
        let enclave = MapPoint(longitude: 6_150_000, latitude: 45_150_000)
        #expect(!annecy.contains(enclave) && clusaz.contains(enclave))
        #expect(clusaz.contains(MapPoint(longitude: 6_550_000, latitude: 45_050_000)))
        #expect(records.communes.prefix(2).map { $0.neighbours.map(\.text) } == [["74080"], ["74010"]])
    }

    @Test func aDeadCodeJoinsTheCommuneThatTookItsPlace() throws {
        let old = feature(#""code":"74011","nom":"Annecy-le-Vieux""#, square(5.9, 45.0))
        let site = site(
            collection(three + [old]),
            movements: "32,2017-01-01,COM,74011,1,ANNECY LE VIEUX,Annecy-le-Vieux,Annecy-le-Vieux,COM,74010,1,ANNECY,Annecy,Annecy\n")
        let records = try site.read()
        #expect(
            site.told(records.diagnostics).filter { $0.contains("contours") } == [
                "note feed-code-former contours.geojson:4 «74011»: 74011 est devenu Annecy (74010) le 1er\u{A0}janvier 2017 : son contour y est joint = "
            ])
        let annecy = try contour("74010", records)
        // One outline: the border between the two is gone.
        #expect(annecy.polygons.map { $0.map(\.count) } == [[6]])
        #expect(annecy.contains(MapPoint(longitude: 5_950_000, latitude: 45_050_000)))
    }

    @Test func namesAloneJoinToo() throws {
        let site = site(
            collection([
                feature(#""name":"ANNECY""#, square(6.0, 45.0)), feature(#""name":"La Clusaz""#, square(6.1, 45.0)),
                feature(#""name":"Étaux""#, square(6.2, 45.0)), feature(#""name":"Thonnes""#, square(6.3, 45.0)),
            ]),
            movements: "10,2026-01-01,COM,74119,1,ETAUX,Etaux,Etaux,COM,74119,1,ETEAUX,Eteaux,Eteaux\n")
        let records = try site.read()
        #expect(records.contours.count == 3)
        #expect(
            site.told(records.diagnostics).filter { $0.contains("contours") } == [
                "note feed-name-differs contours.geojson:3 «Étaux»: « Étaux » s’appelle « Eteaux » depuis le 1er\u{A0}janvier 2026 = ",
                "warning feed-code-unknown contours.geojson:4 «Thonnes»: aucune commune ne s’appelle « Thonnes » : ce contour est laissé de côté = donnez au contour une propriété « code » (code INSEE)",
            ])
    }

    @Test func otherDepartementsAreLeftOutAndMissingCommunesTold() throws {
        let foreign = feature(#""code":"73001""#, square(5.0, 45.0))
        #expect(
            try contourFaults(site(collection([three[0], foreign]))) == [
                "warning contour-missing contours.geojson: 2 communes n’ont pas de contour : La Clusaz (74080), Eteaux (74119) = prenez des contours du même millésime que la liste des communes"
            ])
    }

    @Test func onlyAnotherDepartementIsAnError() throws {
        let told = try contourFaults(site(collection([feature(#""code":"73001""#, square(5.0, 45.0))])))
        #expect(told.first?.hasPrefix("error feed-code-foreign contours.geojson") == true)
    }

    @Test(arguments: [
        (feature(#""code":"74010""#, "[[[6.0,45.0],[6.1,45.0]]]"), "«74010»: ce contour a moins de trois points (« 74010 »)"),
        (feature(#""code":"74010""#, "[6.0,45.0]", type: "Point"), "«74010»: ce contour n’est pas une surface (« 74010 »)"),
        (feature(#""code":"74010""#, "[]"), "«74010»: ce contour n’est pas une surface (« 74010 »)"),
        (
            feature(#""code":"74010","nom":"Annecy""#, "[[[45.0,6.0],[45.0,6.1],[45.1,6.1],[45.0,6.0]]]"),
            "«74010»: la latitude et la longitude de ce contour sont échangées (« Annecy »)"
        ),
        (
            feature(#""code":"74010""#, "[[[941000.5,6538000],[942000,6538000],[942000,6539000]]]"),
            "«74010»: ce contour sort du globe terrestre (« 74010 »)"
        ),
        (feature(#""region":"84""#, square(6.0, 45.0)), "«{»: ce contour ne dit pas de quelle commune il est"),
        (feature(#""code":"74O10""#, square(6.0, 45.0)), "«74O10»: « 74O10 » n’est pas un code INSEE de commune"),
        (feature(#""code":"74080""#, square(6.0, 45.0)), "«74080»: « 74080 » figure deux fois dans ce fichier"),
        (#"{"type":"Feature","geometry":null,"properties":{"code":"74010"}}"#, "«74010»: ce contour n’est pas une surface (« 74010 »)"),
    ])
    func aFaultyOutlineIsToldAndHidesNoOther(_ faulty: String, _ expected: String) throws {
        let site = site(collection([three[1], three[2], faulty]))
        let told = try contourFaults(site)
        #expect(told.contains { $0.contains(expected) }, "\(told)")
        #expect(try site.read().contours.count >= 2)
    }

    @Test(arguments: [
        ("{\"features\":[{\"type\":\"Feature\",\"geom", "ce texte n’a pas de guillemet fermant"),
        (String(collection(three).dropLast(62)), "le fichier s’arrête au milieu d’une valeur : il est tronqué"),
        (collection([feature(#""code":"74010""#, "[[[NaN,45.0],[6.1,45.0],[6.1,45.1]]]")]), "un nombre est attendu"),
        (collection([feature(#""code":"74010""#, "[[[1e999,45.0],[6.1,45.0],[6.1,45.1]]]")]), "ce n’est pas un nombre"),
        (collection([feature(#""code":"74010""#, "[[[[[[6]]]]]]")]), "ces coordonnées sont trop emboîtées"),
        ("{\"a\":" + String(repeating: "[", count: 100_000), "ce fichier emboîte plus de 64 niveaux"),
        ("{\"type\":\"Topology\",\"objects\":{}}", "ce fichier n’a pas de liste « features » : ce n’est pas une carte de communes"),
        ("[]", "un objet est attendu"),
        ("{\"features\":[]} x", "le fichier devrait finir ici"),
        ("{\"features\" []}", "« : » est attendu après le nom « features »"),
        ("{\"features\":[\(three[0]) {}]}", "« , » ou « ] » est attendu ici"),
        ("", "le fichier est vide"),
    ])
    func whatIsNoGeoJSONIsRefusedInOneSentence(_ text: String, _ sentence: String) throws {
        let told = try contourFaults(site(text))
        #expect(told.count == 1)
        #expect(told.first?.contains(sentence) == true, "\(told)")
    }

    // MARK: Real outlines

    @Test(.enabled(if: OfficialFiles.areThere, "\(OfficialFiles.absence)"))
    func theOutlinesOf2018AreThoseOfTodaysCommunes() throws {
        let (records, told) = try haute("communes-74-2018-avec-codes.geojson")
        #expect(
            told == [
                "note 74110 est devenu Glières-Val-de-Borne (74212) le 1er\u{A0}janvier 2019 : son contour y est joint",
                "note 74274 est devenu Vallières-sur-Fier (74289) le 1er\u{A0}janvier 2019 : son contour y est joint",
            ])
        #expect(records.contours.count == 279)
        #expect(neighbours("74080", records) == ["74089", "74136", "74160", "74239", "74256", "74280", "74302"])
        // A commune nouvelle is one piece, as its parts touch.
        let merged = try contour("74212", records)
        #expect(merged.polygons.count == 1)
        #expect(records.communes.allSatisfy { !$0.neighbours.isEmpty })
    }

    @Test(.enabled(if: OfficialFiles.areThere, "\(OfficialFiles.absence)"))
    func outlinesWithoutCodesAreJoinedByName() throws {
        let (records, told) = try haute("communes-74-279-sans-codes.geojson")
        #expect(told == ["note « Etaux » s’appelle « Eteaux » depuis le 1er\u{A0}janvier 2026"])
        #expect(records.contours.count == 279)
        #expect(records.communes.allSatisfy { !$0.neighbours.isEmpty })
        #expect(neighbours("74080", records).count == 7)
    }

    @Test(
        .enabled(if: OfficialFiles.areOfFrance, "\(OfficialFiles.absence)"),
        arguments: [("2A", "communes-2A-2018.geojson", 124), ("976", "communes-976-2018.geojson", 17)])
    func otherDepartementsHaveOutlinesToo(_ code: String, _ name: String, _ count: Int) throws {
        var site = TestSite(feeds: ["c.csv insee-cog-communes", "contours.geojson contours"], files: [:])
        site.files["content/feeds/c.csv"] = try OfficialFiles.unzip("communes/insee-cog-2026-communes.csv.gz")
        site.files["content/feeds/contours.geojson"] = try OfficialFiles.read("contours/\(name)")
        let records = try site.read(departement: code)
        #expect(records.contours.count == count)
        #expect(site.told(records.diagnostics).filter { $0.contains("contours.geojson") } == [])
    }

    private func haute(_ name: String) throws -> (records: FeedRecords, told: [String]) {
        var site = TestSite(
            feeds: ["c.csv insee-cog-communes", "m.csv insee-cog-movements", "contours.geojson contours"], files: [:])
        site.files["content/feeds/c.csv"] = try OfficialFiles.read("communes/74-insee-cog-2026-communes.csv")
        site.files["content/feeds/m.csv"] = try OfficialFiles.read("communes/74-insee-cog-2026-mouvements.csv")
        site.files["content/feeds/contours.geojson"] = try OfficialFiles.read("contours/\(name)")
        let records = try site.read()
        let told = records.diagnostics.filter { $0.location?.file.hasSuffix(".geojson") == true }
        return (records, told.map { "\($0.severity) \($0.message)" }.sorted())
    }

    private func contour(_ code: String, _ records: FeedRecords) throws -> Contour {
        let code = try #require(INSEECode(code))
        return try #require(records.contours[code])
    }

    private func neighbours(_ code: String, _ records: FeedRecords) -> [String] {
        records.communes.first { $0.code.text == code }?.neighbours.map(\.text) ?? []
    }
}
