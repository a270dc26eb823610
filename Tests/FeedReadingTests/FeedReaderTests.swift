import Diagnostics
import FeedReading
import SiteModel
import Testing

/// Three communes of the official files, as they are published.
private let official: [String: String] = [
    "cog.csv": Header.cogCommunes + """
        COM,01001,84,01,01D,012,5,ABERGEMENT CLEMENCIAT,Abergement-Clémenciat,L'Abergement-Clémenciat,0108,
        COM,74010,84,74,74D,741,1,ANNECY,Annecy,Annecy,7499,
        COM,74080,84,74,74D,741,3,CLUSAZ,Clusaz,La Clusaz,7408,
        COM,74282,84,74,74D,742,0,FILLIERE,Fillière,Fillière,7408,
        COMD,74010,,,,,1,ANNECY,Annecy,Annecy,,74010
        COMD,74011,,,,,1,ANNECY LE VIEUX,Annecy-le-Vieux,Annecy-le-Vieux,,74010
        COMD,74282,,,,,0,THORENS GLIERES,Thorens-Glières,Thorens-Glières,,74282
        COMD,01025,,,,,0,BAGE LA VILLE,Bâgé-la-Ville,Bâgé-la-Ville,,01025

        """,
    "arr.csv": Header.cogArrondissements + """
        012,01,84,01053,0,BOURG EN BRESSE,Bourg-en-Bresse,Bourg-en-Bresse
        741,74,84,74010,1,ANNECY,Annecy,Annecy
        742,74,84,74042,0,BONNEVILLE,Bonneville,Bonneville

        """,
    "mvt.csv": Header.cogMovements + """
        10,2026-01-01,COM,74080,3,CLUSE,Cluse,La Cluse,COM,74080,3,CLUSAZ,Clusaz,La Clusaz
        32,2017-01-01,COM,74022,1,AVIERNOZ,Aviernoz,Aviernoz,COM,74282,0,FILLIERE,Fillière,Fillière
        32,2017-01-01,COM,74022,1,AVIERNOZ,Aviernoz,Aviernoz,COMD,74022,1,AVIERNOZ,Aviernoz,Aviernoz
        20,2011-03-31,,,,,,,COM,74010,1,ANNECY,Annecy,Annecy

        """,
    "pop.csv": Header.populations
        + "84;Auvergne-Rhône-Alpes;01;2;08;001;01001;L'Abergement-Clémenciat;860;20;880\r\n"
        + "84;Auvergne-Rhône-Alpes;74;1;99;010;74010;Annecy;132117;2000;134117\r\n"
        + "84;Auvergne-Rhône-Alpes;74;1;08;080;74080;La Clusaz;1 703;20;1723\r\n"
        + "84;Auvergne-Rhône-Alpes;74;2;08;282;74282;Fillière;10187;100;10287\r\n",
    "comp.csv": Header.competence + """
        "01001";"L'Abergement-Clémenciat";"GN";"1008602";"Gendarmerie - Brigade de Châtillon";"01400";"01400"
        "74010";"Annecy";"PN";"";"Commissariat de police d'Annecy";"74000";"74960-74000-74370"
        "74010";"Annecy";"GN";"1009192";"Gendarmerie - Brigade d'Annecy-Meythet";"74000";"74000-74370-74960"
        "74080";"La Clusaz";"GN";"1009198";"Gendarmerie - Brigade de La-Roche";"01200";"01200"
        "74282";"Fillière";"GN";"1009198";"Gendarmerie - Brigade de La-Roche";"74570";"74570"

        """,
]

private let officialFeeds = [
    "cog.csv insee-cog-communes", "arr.csv insee-cog-arrondissements", "mvt.csv insee-cog-movements",
    "pop.csv insee-populations", "comp.csv competence-territoriale",
]

/// The official site, with one file changed.
private func changed(_ file: String, _ old: String, _ new: String) -> TestSite {
    var files = official
    files[file] = files[file]?.replacing(old, with: new)
    #expect(files[file] != official[file], "« \(old) » stands in \(file)")
    return TestSite(feeds: officialFeeds, files: files)
}

private func told(_ site: TestSite) throws -> [String] { site.told(try site.read().diagnostics) }

@Suite struct OfficialFeedTests {
    @Test func communesAreJoinedByCode() throws {
        let site = TestSite(feeds: officialFeeds, files: official)
        let records = try site.read()
        #expect(site.told(records.diagnostics).isEmpty)
        #expect(
            try records.communes == [
                Commune(
                    code: #require(INSEECode("74010")), name: "Annecy", article: .vowel,
                    postalCodes: ["74000", "74960", "74370"], population: 132_117, arrondissement: "Annecy",
                    unitIDs: ["1009192", "Commissariat de police d'Annecy"],
                    parts: [
                        CommunePart(kind: .delegated, code: #require(INSEECode("74010")), name: "Annecy"),
                        CommunePart(kind: .delegated, code: #require(INSEECode("74011")), name: "Annecy-le-Vieux"),
                    ]),
                Commune(
                    code: #require(INSEECode("74080")), name: "La Clusaz", article: .la, postalCodes: ["01200"],
                    population: 1703, arrondissement: "Annecy", unitIDs: ["1009198"]),
                Commune(
                    code: #require(INSEECode("74282")), name: "Fillière", article: .none, postalCodes: ["74570"],
                    population: 10_187, arrondissement: "Bonneville", unitIDs: ["1009198"],
                    parts: [CommunePart(kind: .delegated, code: #require(INSEECode("74282")), name: "Thorens-Glières")]),
            ])
        #expect(
            records.units == [
                Unit(
                    id: "1009192", institution: .gendarmerie, name: "Brigade de gendarmerie d’Annecy-Meythet"),
                Unit(id: "1009198", institution: .gendarmerie, name: "Brigade de gendarmerie de La Roche"),
                Unit(
                    id: "Commissariat de police d'Annecy", institution: .police,
                    name: "Commissariat de police d’Annecy"),
            ])
        #expect(records.feeds.map(\.format) == officialFeeds.map { $0.split(separator: " ")[1] }.map(String.init))
        #expect(
            records.summaries.map { "\($0.rows) \($0.kept) \($0.communes ?? -1)" } == [
                "8 3 3", "3 2 3", "4 2 -1", "4 3 3", "5 4 3",
            ])
    }

    @Test func theOrderOfTheFeedsIsOfNoConsequence() throws {
        let forward = try TestSite(feeds: officialFeeds, files: official).read()
        let backward = try TestSite(feeds: officialFeeds.reversed(), files: official).read()
        #expect(forward.communes == backward.communes)
        #expect(forward.units == backward.units)
    }

    @Test func anotherDepartementReadsItsOwnRows() throws {
        let records = try TestSite(feeds: officialFeeds, files: official).read(departement: "01")
        #expect(records.communes.map(\.code.text) == ["01001"])
        #expect(records.communes.map(\.name) == ["L'Abergement-Clémenciat"])
        #expect(records.communes.map(\.article) == [.lApostrophe])
        #expect(records.diagnostics.isEmpty)
    }

    @Test func aFileOfOtherDepartementsOnlyIsAnError() throws {
        let site = TestSite(feeds: officialFeeds, files: official)
        #expect(
            site.told(try site.read(departement: "2A").diagnostics) == [
                "error feed-code-foreign cog.csv: aucune ligne du département 2A dans le fichier « content/feeds/cog.csv » = vérifiez que c’est le bon fichier, et le code du département dans site.yml",
                "error feed-code-foreign pop.csv: aucune ligne du département 2A dans le fichier « content/feeds/pop.csv » = vérifiez que c’est le bon fichier, et le code du département dans site.yml",
                "error feed-code-foreign comp.csv: aucune ligne du département 2A dans le fichier « content/feeds/comp.csv » = vérifiez que c’est le bon fichier, et le code du département dans site.yml",
            ])
    }

    @Test func aFormerCodeLeadsToTodaysCommune() throws {
        let site = changed("comp.csv", "\"74282\";\"Fillière\"", "\"74022\";\"Aviernoz\"")
        let records = try site.read()
        #expect(
            site.told(records.diagnostics) == [
                "note feed-code-former comp.csv:6 «74022»: 74022 est devenu Fillière (74282) le 1er\u{A0}janvier 2017 : ses services y sont comptés = "
            ])
        #expect(records.communes.last?.unitIDs == ["1009198"])
    }

    @Test func aCommuneDelegueeLeadsToItsCommune() throws {
        let site = changed("comp.csv", "\"74010\";\"Annecy\";\"GN\"", "\"74011\";\"Annecy-le-Vieux\";\"GN\"")
        let records = try site.read()
        #expect(
            site.told(records.diagnostics) == [
                "note feed-code-former comp.csv:4 «74011»: 74011 appartient à la commune Annecy (74010) : ses services y sont comptés = "
            ])
        #expect(records.communes.first?.unitIDs == ["1009192", "Commissariat de police d'Annecy"])
    }

    @Test func populationsOfMergedCommunesAreAdded() throws {
        let site = changed(
            "pop.csv", "74282;Fillière;10187;100;10287\r\n",
            "74282;Fillière;9000;100;9100\r\n84;Auvergne-Rhône-Alpes;74;2;08;022;74022;Aviernoz;1187;10;1197\r\n")
        let records = try site.read()
        #expect(records.communes.last?.population == 10_187)
        #expect(
            site.told(records.diagnostics) == [
                "warning feed-code-former pop.csv:6 «74022»: 74022 est devenu Fillière (74282) le 1er\u{A0}janvier 2017 : sa population y est ajoutée = vérifiez que le fichier est du même millésime que la liste des communes"
            ])
    }

    @Test func anUnknownCodeIsAWarning() throws {
        #expect(
            try told(changed("comp.csv", "\"74282\";\"Fillière\"", "\"74999\";\"Nulle-Part\"")) == [
                "warning feed-code-unknown comp.csv:6 «74999»: aucune commune d’aujourd’hui ne répond au code 74999 : la ligne est laissée de côté = prenez des fichiers du même millésime, ou déclarez les mouvements de l’INSEE (format « insee-cog-movements »)",
                "warning feed-commune-without-unit cog.csv:5 «74282»: aucune brigade ni aucun commissariat ne répond pour Fillière (74282) = complétez la table des communes, ou signalez-le au producteur de la compétence territoriale",
            ])
    }

    @Test func aRenamingIsANoteAndAnyOtherNameAWarning() throws {
        #expect(
            try told(changed("comp.csv", "La Clusaz", "La Cluse")) == [
                "note feed-name-differs comp.csv:5 «La Cluse»: 74080 « La Cluse » s’appelle « La Clusaz » depuis le 1er\u{A0}janvier 2026 = "
            ])
        #expect(
            try told(changed("comp.csv", "La Clusaz", "Le Grand-Bornand")) == [
                "warning feed-name-differs comp.csv:5 «Le Grand-Bornand»: 74080 s’appelle ici « Le Grand-Bornand », mais « La Clusaz » dans la liste des communes = vérifiez le code et le nom ; celui de la liste des communes est gardé + liste des communes cog.csv:4 «74080»"
            ])
    }

    @Test func aMissingColumnIsNamed() throws {
        #expect(
            try told(changed("pop.csv", "PMUN", "PMUNI")) == [
                "error feed-column-missing pop.csv:1 «PMUNI»: la colonne « PMUN » manque ; colonnes lues : « REG », « Région », « DEP », « CODARR », « CODCAN », « CODCOM », « COM », « Commune », « PMUNI », « PCAP », « PTOT » = rétablissez le nom de la colonne ; est-ce « PMUNI » ?"
            ])
    }

    @Test(arguments: [("1 703", "1703,5"), ("1 703", "17 03"), ("1 703", ""), ("1 703", "environ 1700"), ("1 703", "-1")])
    func aPopulationIsAWholeNumber(_ old: String, _ new: String) throws {
        let told = try told(changed("pop.csv", ";\(old);", ";\(new);"))
        #expect(told.count == 1)
        #expect(told.first?.hasPrefix("error feed-row-invalid pop.csv:4 «\(new.isEmpty ? ";" : new)»: ") == true)
    }

    @Test(arguments: ["1 703", "1\u{A0}703", "1\u{202F}703", "1703"])
    func thousandsMayBeSetApart(_ text: String) throws {
        var files = official
        files["pop.csv"] = files["pop.csv"]?.replacing(";1 703;", with: ";\(text);")
        let records = try TestSite(feeds: officialFeeds, files: files).read()
        #expect(records.communes[1].population == 1703)
    }

    @Test func theKeyOfTheCOGIsTypeAndCode() throws {
        #expect(
            try told(changed("cog.csv", "COMD,74011,", "COMD,74010,")) == [
                "error feed-code-duplicate cog.csv:7 «74010»: « COMD 74010 » figure deux fois dans ce fichier = supprimez celle des deux lignes qui est de trop, ou corrigez son code + première ligne cog.csv:6 «74010»"
            ])
    }

    @Test func faultsOfTheCOGAreTold() throws {
        #expect(
            try told(changed("cog.csv", "COM,74080,84,74,74D,741,3", "COM,74080,84,74,74D,749,9")) == [
                "error feed-row-invalid cog.csv:4 «9»: « 9 » ne convient pas à la colonne « TNCC », qui attend un code d’article (TNCC) de 0 à 8 = 0 : Cluses ; 1 : Annecy (d’) ; 2 : Le ; 3 : La ; 4 : Les ; 5 : L’ ; 6 : Aux ; 7 : Las ; 8 : Los",
                "warning feed-code-unknown cog.csv:4 «74080»: l’arrondissement 749 de La Clusaz est inconnu = prenez les arrondissements du même millésime que les communes",
            ])
        #expect(
            try told(changed("cog.csv", "COM,74080,84,74", "COM,74O80,84,74")).first
                == "error feed-code-invalid cog.csv:4 «74O80»: « 74O80 » n’est pas un code INSEE de commune = écrivez ses cinq caractères, qui commencent par « 74 »"
        )
    }

    /// A spreadsheet has taken the codes for numbers: that concerns the first nine départements only.
    @Test func aLostZeroIsToldWhereItMatters() throws {
        let site = changed("pop.csv", "01001", "1001")
        #expect(try told(site).isEmpty)
        #expect(
            site.told(try site.read(departement: "01").diagnostics) == [
                "note feed-code-padded pop.csv:2 «1001»: le code « 1001 » a perdu son zéro de tête : il est lu « 01001 » = "
            ])
        #expect(try site.read(departement: "01").communes.map(\.population) == [860])
    }

    @Test func lostZerosAreToldOnceForAFile() throws {
        let codes = (1001...1004).map { "\($0)" }
        let site = TestSite(
            feeds: ["cog.csv insee-cog-communes", "pop.csv insee-populations"],
            files: [
                "cog.csv": Header.cogCommunes
                    + codes.map { "COM,0\($0),84,01,01D,,0,NOM,Nom,Nom,0108,\n" }.joined(),
                "pop.csv": Header.populations + codes.map { "84;;01;2;08;;\($0);Nom;860;20;880\r\n" }.joined(),
            ])
        let told = site.told(try site.read(departement: "01").diagnostics).filter { $0.contains("padded") }
        #expect(
            told == [
                "note feed-code-padded pop.csv:2 «1001»: le code « 1001 » a perdu son zéro de tête : il est lu « 01001 », comme 3 autres de ce fichier = "
            ])
    }

    @Test func faultsOfTheCompetenceAreTold() throws {
        #expect(
            try told(changed("comp.csv", "\"74080\";\"La Clusaz\";\"GN\"", "\"74080\";\"La Clusaz\";\"PM\"")) == [
                "error feed-row-invalid comp.csv:5 «PM»: « PM » ne convient pas à la colonne « institution », qui attend « GN » (gendarmerie) ou « PN » (police) = corrigez la case"
            ])
        #expect(
            try told(changed("comp.csv", "\"74282\";\"Fillière\"", "\"74080\";\"La Clusaz\"")).first
                == "error feed-code-duplicate comp.csv:6 «74080»: « 74080 1009198 » figure deux fois dans ce fichier = supprimez celle des deux lignes qui est de trop, ou corrigez son code + première ligne comp.csv:5 «74080»"
        )
        #expect(
            try told(changed("comp.csv", "\"74570\";\"74570\"", "\"74570\";\"7457\"")) == [
                "error feed-row-invalid comp.csv:6 «7457»: « 7457 » ne convient pas à la colonne « codes_postaux », qui attend un code postal de cinq chiffres = corrigez la case"
            ])
        #expect(
            try told(changed("comp.csv", "Brigade de La-Roche\";\"74570", "Brigade de Thônes\";\"74570")) == [
                "warning feed-name-differs comp.csv:6 «Gendarmerie - Brigade de Thônes»: le service 1009198 s’appelle ici « Gendarmerie - Brigade de Thônes », et plus haut « Gendarmerie - Brigade de La-Roche » = le premier nom est gardé ; signalez-le au producteur du fichier + premier nom comp.csv:5 «Gendarmerie - Brigade de La-Roche»"
            ])
    }

    @Test func windows1252IsReadWhereFeedsYmlDeclaresIt() throws {
        var site = TestSite(
            feeds: officialFeeds.map { $0.hasPrefix("comp") ? $0 + " encoding: windows-1252" : $0 }, files: official)
        let text = official["comp.csv"] ?? ""
        site.files["content/feeds/comp.csv"] = text.unicodeScalars.map { UInt8(exactly: $0.value) ?? 0x3F }
        let records = try site.read()
        #expect(site.told(records.diagnostics).isEmpty)
        #expect(records.communes.count == 3)
    }

    /// Mayotte has no arrondissement, and a population file of its own without COM.
    @Test func mayotteIsReadFromItsOwnPopulations() throws {
        let site = TestSite(
            feeds: ["cog.csv insee-cog-communes", "may.csv insee-populations", "comp.csv competence-territoriale"],
            files: [
                "cog.csv": Header.cogCommunes
                    + "COM,97608,06,976,976R,,0,DZAOUDZI,Dzaoudzi,Dzaoudzi,,\n",
                "may.csv": "CODREG;REG;DEP;CODARR;CODCAN;CODCOM;COM;PMUN;PCAP;PTOT\n06;;976;;;608;;17831;150;17981\n",
                "comp.csv": Header.competence
                    + "\"97608\";\"Dzaoudzi\";\"GN\";\"1012345\";\"Gendarmerie - Brigade de Pamandzi\";\"97615\";\"97615\"\n",
            ])
        let records = try site.read(departement: "976")
        #expect(site.told(records.diagnostics).isEmpty)
        #expect(records.communes.map(\.population) == [17_831])
        #expect(records.communes.map(\.arrondissement) == [""])
    }

    @Test func arrondissementsOfALargeCityLeadToIt() throws {
        let site = TestSite(
            feeds: ["cog.csv insee-cog-communes", "pop.csv insee-populations", "comp.csv competence-territoriale"],
            files: [
                "cog.csv": Header.cogCommunes + """
                    COM,75056,11,75,75C,751,0,PARIS,Paris,Paris,ZZZZ,
                    ARM,75101,11,75,75C,751,0,PARIS 1ER,Paris 1er,Paris 1er Arrondissement,7599,75056
                    ARM,75102,11,75,75C,751,0,PARIS 2E,Paris 2e,Paris 2e Arrondissement,7599,75056

                    """,
                "pop.csv": Header.populations
                    + "11;IDF;75;1;99;101;75101;Paris 1er;15000;0;15000\r\n11;IDF;75;1;99;102;75102;Paris 2e;20000;0;20000\r\n",
                "comp.csv": Header.competence + """
                    "75101";"Paris 1er arrondissement";"PN";"";"Commissariat du 1er";"75001";"75001"
                    "75102";"Paris 2e arrondissement";"PN";"";"Commissariat du 2e";"75002";"75002"

                    """,
            ])
        let records = try site.read(departement: "75")
        #expect(site.told(records.diagnostics).isEmpty)
        #expect(records.communes.map(\.name) == ["Paris"])
        #expect(records.communes.map(\.population) == [35_000])
        #expect(records.communes[0].parts.isEmpty)
        #expect(records.communes.map(\.unitIDs) == [["Commissariat du 1er", "Commissariat du 2e"]])
    }

    /// Some files give the city beside its arrondissements.
    @Test func arrondissementsAreNeverCountedTwice() throws {
        let site = TestSite(
            feeds: ["communes.csv communes", "pop.csv insee-populations"],
            files: [
                "communes.csv": Header.communes + "69123,Lyon,0,69001,,Lyon,\n",
                "pop.csv": Header.populations
                    + "84;;69;1;99;381;69381;Lyon 1er;28000;0;28000\r\n84;;69;1;99;123;69123;Lyon;520000;0;520000\r\n"
                    + "84;;69;1;99;382;69382;Lyon 2e;31000;0;31000\r\n",
            ])
        let records = try site.read(departement: "69")
        #expect(records.diagnostics.filter { $0.id != .feedCommuneWithoutUnit }.isEmpty)
        #expect(records.communes.map(\.population) == [520_000])
    }

    @Test func aCommuneDelegueeOfTheSameCodeIsNoCommune() throws {
        var files = official
        files["mvt.csv", default: ""] += "35,2020-01-01,COMD,74080,3,CLUSAZ,Clusaz,La Clusaz,COM,74282,0,FILLIERE,Fillière,Fillière\n"
        let records = try TestSite(feeds: officialFeeds, files: files).read()
        #expect(records.communes.map(\.code.text) == ["74010", "74080", "74282"])
        #expect(records.summaries.first { $0.id == "insee-cog-movements-mvt.csv" }?.kept == 2)
    }

    @Test func whatIsSaidOfASharedCommuneIsLeftAside() throws {
        var files = official
        files["mvt.csv", default: ""] += """
            30,1965-01-01,COM,74999,0,PERDUE,Perdue,Perdue,COM,74010,1,ANNECY,Annecy,Annecy
            30,1965-01-01,COM,74999,0,PERDUE,Perdue,Perdue,COM,74080,3,CLUSAZ,Clusaz,La Clusaz

            """
        files["pop.csv", default: ""] += "84;ARA;74;1;99;999;74999;Perdue;500;2;502\r\n"
        let site = TestSite(feeds: officialFeeds, files: files)
        #expect(
            site.told(try site.read().diagnostics) == [
                "warning feed-code-unknown pop.csv:6 «74999»: la commune 74999 a été partagée le 1er\u{A0}janvier 1965 entre Annecy (74010) et La Clusaz (74080) : la ligne est laissée de côté = prenez un fichier du même millésime que la liste des communes"
            ])
    }

    @Test func twoPopulationsThatDisagreeAreToldOnce() throws {
        var files = official
        files["autre.csv"] = official["pop.csv"]?.replacing(";132117;", with: ";131000;").replacing(";10187;", with: ";10100;")
        let site = TestSite(feeds: officialFeeds + ["autre.csv insee-populations"], files: files)
        let records = try site.read()
        #expect(records.communes.map(\.population) == [132_117, 1703, 10_187])
        #expect(
            site.told(records.diagnostics) == [
                "warning feed-conflict feeds.yml:48 «autre.csv»: deux fichiers disent la population : 132117 puis 131000 pour Annecy (74010) (2 communes diffèrent) = retirez l’un des deux de feeds.yml ; le premier est gardé"
            ])
    }
}
