import Diagnostics
import FeedReading
import Files
import Glibc
import SiteModel
import Testing

private let units = Header.units + """
    police-annecy,PN,Commissariat de police d’Annecy,,,
    1009192,GN,Brigade de gendarmerie d’Annecy-Meythet,04 65 71 11 51,Annecy,"lundi, mardi"

    """

private func site(_ communes: String, units: String = units) -> TestSite {
    TestSite(
        feeds: ["communes.csv communes", "units.csv units"],
        files: ["communes.csv": Header.communes + communes, "units.csv": units])
}

private func told(_ site: TestSite) throws -> [String] { site.told(try site.read().diagnostics) }

@Suite struct OwnTableTests {
    @Test func communesAndUnitsAreRead() throws {
        let site = site(
            """
            74080,La Clusaz,3,74220,1 703,Annecy,1009192
            74010,Annecy,1,74000-74370 74600,,Annecy,police-annecy 1009192

            """)
        let records = try site.read()
        #expect(site.told(records.diagnostics).isEmpty)
        #expect(
            try records.communes == [
                Commune(
                    code: #require(INSEECode("74010")), name: "Annecy", article: .vowel,
                    postalCodes: ["74000", "74370", "74600"], population: nil, arrondissement: "Annecy",
                    unitIDs: ["1009192", "police-annecy"]),
                Commune(
                    code: #require(INSEECode("74080")), name: "La Clusaz", article: .la, postalCodes: ["74220"],
                    population: 1703, arrondissement: "Annecy", unitIDs: ["1009192"]),
            ])
        #expect(
            records.units == [
                Unit(
                    id: "1009192", institution: .gendarmerie, name: "Brigade de gendarmerie d’Annecy-Meythet",
                    telephone: "04 65 71 11 51", address: "Annecy", hours: "lundi, mardi"),
                Unit(id: "police-annecy", institution: .police, name: "Commissariat de police d’Annecy"),
            ])
        #expect(records.summaries.map(\.communes) == [2, 2])
    }

    @Test func aSiteOfTheCountryKeepsEveryDepartement() throws {
        let site = site(
            """
            2A004,Ajaccio,1,20000,1,Ajaccio,1009192
            01001,L'Abergement,5,01400,1,Bourg,1009192
            1004,Ambérieu,1,01500,1,Belley,1009192

            """)
        let records = try site.reader(departement: SiteSettings.Departement.country).read()
        #expect(records.communes.map(\.code.text) == ["01001", "01004", "2A004"])
        #expect(records.diagnostics.count == 1)
    }

    /// A column that tables may have or not.
    @Test func formerCommunesMayBeNamed() throws {
        let header = Header.communes.replacing("units\n", with: "units,parts\n")
        let site = TestSite(
            feeds: ["communes.csv communes", "units.csv units"],
            files: [
                "communes.csv": header + """
                    74010,Annecy,1,74000,1,Annecy,1,74093 Cran-Gevrier | 74011 Annecy-le-Vieux
                    74220,Reignier-Ésery,0,74930,1,Bonneville,1,74113 Ésery (associée)
                    74080,La Clusaz,3,74220,1,Annecy,1,
                    74282,Fillière,0,74570,1,Annecy,1,Thorens

                    """,
                "units.csv": Header.units + "1,GN,Brigade,,,\n",
            ])
        let records = try site.read()
        #expect(
            records.communes.map { $0.parts.map { "\($0.kind.rawValue) \($0.code) \($0.name)" } } == [
                ["COMD 74011 Annecy-le-Vieux", "COMD 74093 Cran-Gevrier"], [], ["COMA 74113 Ésery"], [],
            ])
        #expect(
            site.told(records.diagnostics) == [
                "error feed-row-invalid communes.csv:5 «Thorens»: « Thorens » ne convient pas à la colonne « parts », qui attend un code INSEE et un nom = écrivez « 74011 Annecy-le-Vieux | 74093 Cran-Gevrier »"
            ])
    }

    @Test func everyFaultyRowIsTold() throws {
        let site = site(
            """
            1004,Ambérieu,1,01500,1,Belley,1009192
            740100,Annecy,1,74000,1,Annecy,1009192
            ,Annecy,1,74000,1,Annecy,1009192
            01001,L'Abergement,5,01400,1,Bourg,1009192
            74010,Annecy,1,74000,1,Annecy,1009192
            74010,Annecy,1,74000,1,Annecy,1009192
            74080,,x,7422,12.5,Annecy,1009191
            74081,Cluses
            74082,Collonges,0,74160,1,Annecy,

            """)
        let advice = "écrivez ses cinq caractères, qui commencent par « 74 »"
        #expect(
            try told(site) == [
                "error feed-code-invalid communes.csv:2 «1004»: « 1004 » n’est pas un code INSEE : il n’a que quatre chiffres = écrivez ses cinq caractères, qui commencent par « 74 »",
                "error feed-code-invalid communes.csv:3 «740100»: « 740100 » n’est pas un code INSEE de commune = \(advice)",
                "error feed-code-invalid communes.csv:4 «,»: le code INSEE de la commune manque = \(advice)",
                "error feed-code-duplicate communes.csv:7 «74010»: « 74010 » figure deux fois dans ce fichier = supprimez celle des deux lignes qui est de trop, ou corrigez son code + première ligne communes.csv:6 «74010»",
                "error feed-row-invalid communes.csv:8 «,»: la colonne « name » est vide et attend un nom = complétez la case",
                "error feed-row-invalid communes.csv:8 «x»: « x » ne convient pas à la colonne « article », qui attend un code d’article (TNCC) de 0 à 8 = 0 : Cluses ; 1 : Annecy (d’) ; 2 : Le ; 3 : La ; 4 : Les ; 5 : L’ ; 6 : Aux ; 7 : Las ; 8 : Los",
                "error feed-row-invalid communes.csv:8 «7422»: « 7422 » ne convient pas à la colonne « postal_codes », qui attend un code postal de cinq chiffres = corrigez la case",
                "error feed-row-invalid communes.csv:8 «12.5»: « 12.5 » ne convient pas à la colonne « population », qui attend un nombre entier d’habitants = écrivez-le en chiffres (1583 ou 1 583), ou laissez la case vide",
                "error feed-row-short communes.csv:9 «74081,Cluses»: ligne trop courte : 2 champs au lieu de 7, tout manque à partir de la colonne « article » = complétez la ligne (une case vide garde son « , »), ou supprimez-la",
                "error feed-code-foreign communes.csv:5 «01001»: la commune « 01001 » n’est pas du département 74 = corrigez le code, ou retirez la ligne",
                "error feed-unit-unknown communes.csv:8 «1009191»: le service « 1009191 » ne figure pas dans la table des services = vouliez-vous dire « 1009192 » ?",
            ])
    }

    @Test func aCommuneWithoutUnitIsAWarning() throws {
        let site = site("74010,Annecy,1,74000,1,Annecy,1009192\n74082,Collonges,0,74160,1,Annecy,\n")
        #expect(
            try told(site) == [
                "warning feed-commune-without-unit communes.csv:3 «74082»: aucune brigade ni aucun commissariat ne répond pour Collonges (74082) = complétez la table des communes, ou signalez-le au producteur de la compétence territoriale"
            ])
    }

    @Test func theTableOfAnotherDepartementIsOneMistake() throws {
        let site = site("01001,L'Abergement,5,01400,1,Bourg,1009192\n01002,L'Abergement,5,01400,1,Bourg,1009192\n")
        #expect(
            try told(site) == [
                "error feed-code-foreign communes.csv: aucune ligne du département 74 dans le fichier « content/feeds/communes.csv » = vérifiez que c’est le bon fichier, et le code du département dans site.yml"
            ])
    }

    @Test func faultyUnitsAreTold() throws {
        let site = site(
            "74010,Annecy,1,74000,1,Annecy,1009192\n",
            units: Header.units + ",GN,A,,,\n1009192,GN,A,,,\n1009192,GN,B,,,\n3,GM,C,,,\n4,PN,,,,\n")
        #expect(
            try told(site) == [
                "error feed-row-invalid units.csv:2 «,»: la colonne « id » est vide et attend un identifiant = complétez la case",
                "error feed-code-duplicate units.csv:4 «1009192»: « 1009192 » figure deux fois dans ce fichier = supprimez celle des deux lignes qui est de trop, ou corrigez son code + première ligne units.csv:3 «1009192»",
                "error feed-row-invalid units.csv:5 «GM»: « GM » ne convient pas à la colonne « institution », qui attend « GN » (gendarmerie) ou « PN » (police) = corrigez la case",
                "error feed-row-invalid units.csv:6 «,»: la colonne « name » est vide et attend un nom = complétez la case",
            ])
    }

    @Test func unitsWithoutATableAreOneMistake() throws {
        let site = TestSite(
            feeds: ["communes.csv communes"],
            files: ["communes.csv": Header.communes + "74010,Annecy,1,74000,1,Annecy,1 2\n74080,La Clusaz,3,74220,1,Annecy,2\n"])
        #expect(
            try told(site) == [
                "error feed-unit-unknown communes.csv:2 «1»: le service « 1 » n’est décrit par aucun fichier = ajoutez-le dans un fichier au format « units »"
            ])
    }

    @Test func theOwnTableOfUnitsCompletesTheOfficialOne() throws {
        let site = TestSite(
            feeds: ["communes.csv communes", "comp.csv competence-territoriale", "units.csv units"],
            files: [
                "communes.csv": Header.communes + "74010,Annecy,1,,,Annecy,\n",
                "comp.csv": Header.competence
                    + "\"74010\";\"Annecy\";\"GN\";\"1009192\";\"Gendarmerie - Brigade d'Annecy\";\"74000\";\"74000\"\n",
                "units.csv": Header.units + "1009192,GN,Brigade d’Annecy,04 65 71 11 51,,\n",
            ])
        let records = try site.read()
        #expect(site.told(records.diagnostics).isEmpty)
        #expect(records.communes.map(\.postalCodes) == [["74000"]])
        #expect(records.communes.map(\.unitIDs) == [["1009192"]])
        #expect(records.units.map(\.telephone) == ["04 65 71 11 51"])
    }
}

@Suite struct FeedFileTests {
    @Test func aMissingFileIsOneMistake() throws {
        var site = site("74010,Annecy,1,74000,1,Annecy,1009192\n")
        site.files["content/feeds/units.csv"] = nil
        #expect(
            try told(site) == [
                "error feed-missing feeds.yml:12 «units.csv»: le fichier « content/feeds/units.csv » n’existe pas = déposez-le à cet endroit, ou corrigez son nom"
            ])
    }

    @Test func aMissingListIsAMistake() throws {
        let site = TestSite(feeds: [], files: [:])
        let reader = FeedReader(departement: "74", contentRoot: "ailleurs") { path throws(DiskError) in
            throw DiskError("lire", path, code: ENOENT)
        }
        #expect(
            site.told(try reader.read().diagnostics) == [
                "error feed-missing feeds.yml: le fichier « ailleurs/feeds/feeds.yml » n’existe pas = créez-le : il dit de quels fichiers le site est fait"
            ])
    }

    @Test func anEmptyFileIsAMistake() throws {
        var site = site("74010,Annecy,1,74000,1,Annecy,1009192\n")
        site.files["content/feeds/communes.csv"] = []
        #expect(
            try told(site) == [
                "error feed-empty communes.csv: le fichier « content/feeds/communes.csv » est vide = déposez-le de nouveau"
            ])
        site.files["content/feeds/communes.csv"] = Array(Header.communes.utf8)
        #expect(
            try told(site) == [
                "error feed-empty communes.csv: le fichier « content/feeds/communes.csv » n’a aucune ligne sous les noms de ses colonnes = déposez-le de nouveau"
            ])
    }

    @Test func aFileClosedToTheReaderIsAMistakeAndABrokenDiskIsNot() throws {
        let list = site("74010,Annecy,1,74000,1,Annecy,1009192\n").files["content/feeds/feeds.yml"] ?? []
        let closed = FeedReader(departement: "74") { path throws(DiskError) in
            if path.hasSuffix(".yml") { return list }
            throw DiskError("lire", path, code: EACCES)
        }
        #expect(try closed.read().diagnostics.map(\.id) == [.fileUnreadable, .fileUnreadable])
        let broken = FeedReader(departement: "74") { path throws(DiskError) in throw DiskError("lire", path, code: EIO) }
        #expect(throws: DiskError.self) { try broken.read() }
    }

    @Test func aListWithoutCommunesIsAMistake() throws {
        let site = TestSite(feeds: ["units.csv units"], files: ["units.csv": units])
        #expect(
            try told(site) == [
                "error feed-missing feeds.yml: aucun fichier ne donne la liste des communes = déclarez-en un au format « communes », « insee-cog-communes » ou « etalab-communes »"
            ])
        #expect(try site.read().feeds.count == 1)
    }

    @Test func twoFeedsThatSayOneThingAreAMistake() throws {
        var site = TestSite(
            feeds: ["communes.csv communes", "units.csv units", "cog.csv insee-cog-communes"],
            files: ["communes.csv": Header.communes + "74010,Annecy,1,74000,1,Annecy,1009192\n", "units.csv": units])
        site.files["content/feeds/cog.csv"] = Array(Header.cogCommunes.utf8)
        #expect(
            try told(site) == [
                "error feed-conflict feeds.yml:22 «insee-cog-communes»: « insee-cog-communes-cog.csv » et « communes-communes.csv » disent la même chose = gardez un seul des deux fichiers dans feeds.yml + premier fichier feeds.yml:4 «communes»"
            ])
        #expect(try site.read().communes.count == 1)
    }
}
