import FeedReading
import SiteModel
import Testing

private let days = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "jours_feries"]
private let gendarmerieHeader =
    "\u{FEFF}identifiant_public_unite;service;telephone;departement;code_commune_insee;voie;code_postal;commune;"
    + "geocodage_epsg;geocodage_x;geocodage_y;geocodage_x_GPS;geocodage_y_GPS;horaires_accueil;"
    + days.flatMap { day in (1...3).flatMap { ["\(day)_plage\($0)_debut", "\(day)_plage\($0)_fin"] } }.joined(separator: ";")
    + ";url;adresse_geographique\r\n"
private let policeHeader =
    "service;telephone;departement;code_commune_insee;geocodage_x_GPS;geocodage_y_GPS;adresse_geographique\n"
private let communes = Header.communes + """
    74010,Annecy,1,74000,,Annecy,1009192 police-annecy
    74225,Rumilly,0,74150,,Annecy,1009195

    """
private let ownUnits = Header.units + """
    1009192,GN,Brigade de gendarmerie d’Annecy-Meythet,,,
    1009195,GN,Brigade de gendarmerie de Rumilly,04 65 71 00 95,,sur rendez-vous
    police-annecy,PN,Commissariat de police d’Annecy,,,

    """

/// A row of `export-gn2.csv`. Of `times`, each entry is a column and its text: `lundi_plage1_debut=8h00`.
private func gendarmerie(
    _ id: String, _ service: String, telephone: String = "+33 4 65 71 00 92", code: String = "74010",
    departement: String = "74", x: String = "6.12", y: String = "45.9", words: String = "", times: String = "",
) -> String {
    let given = Dictionary(
        uniqueKeysWithValues: times.split(separator: " ").map { entry in
            let halves = entry.split(separator: "=", omittingEmptySubsequences: false)
            return (String(halves[0]), String(halves[1]))
        })
    let cells = days.flatMap { day in
        (1...3).flatMap { span in ["debut", "fin"].map { given["\(day)_plage\(span)_\($0)"] ?? "" } }
    }
    return "\(id);\"\(service)\";\(telephone);\(departement);\(code);1 rue de l'Exemple;74000;ANNECY;2154;;;\(x);\(y);"
        + "\"\(words)\";\(cells.joined(separator: ";"));;\r\n"
}

private func site(_ rows: String..., police: String = "") -> TestSite {
    var feeds = ["communes.csv communes", "units.csv units", "gn.csv gendarmerie-units"]
    if !police.isEmpty { feeds.append("pn.csv police-units") }
    return TestSite(
        feeds: feeds,
        files: [
            "communes.csv": communes, "units.csv": ownUnits, "gn.csv": gendarmerieHeader + rows.joined(),
            "pn.csv": policeHeader + police,
        ])
}

@Suite struct PublicUnitTests {
    @Test func aBrigadeIsCompletedByTheMinistrysList() throws {
        let site = site(
            gendarmerie(
                "1009192", "Gendarmerie - Brigade d'Annecy-Meythet",
                times: "lundi_plage1_debut=8h00 lundi_plage1_fin=12h00 lundi_plage2_debut=14h0 lundi_plage2_fin=18h0 "
                    + "lundi_plage3_debut=20h00 lundi_plage3_fin=24h00 jours_feries_plage1_debut=09h0 jours_feries_plage1_fin=12h00"))
        let records = try site.read()
        #expect(site.told(records.diagnostics).isEmpty)
        let unit = try #require(records.units.first { $0.id == "1009192" })
        #expect(unit.name == "Brigade de gendarmerie d’Annecy-Meythet")
        #expect(unit.telephone == "+33 4 65 71 00 92")
        // The town as the list of communes spells it, not in capitals.
        #expect(unit.address == "1 rue de l’Exemple, 74000 Annecy")
        #expect(unit.position == GeoPoint(latitude: 45.9, longitude: 6.12))
        let hours = try #require(unit.openingHours)
        #expect(hours.week[0].spans.map(\.start) == [480, 840, 1200])
        #expect(hours.week[0].spans.map(\.end) == [720, 1080, 1440])
        #expect(hours.week.map(\.isClosed) == [false, true, true, true, true, true, true])
        #expect(hours.holidays?.spans.first?.start == 540)
        #expect(records.summaries.last?.communes == 1)
    }

    @Test func theSitesOwnTableGoesFirst() throws {
        let site = site(
            gendarmerie(
                "1009195", "Gendarmerie - Brigade de Rumilly", code: "74225",
                times: "lundi_plage1_debut=8h00 lundi_plage1_fin=12h00"))
        let unit = try #require(try site.read().units.first { $0.id == "1009195" })
        #expect(unit.telephone == "04 65 71 00 95")
        #expect(unit.hours == "sur rendez-vous")
        #expect(unit.openingHours == nil)
        #expect(unit.address == "1 rue de l’Exemple, 74000 Rumilly")
    }

    @Test(arguments: ["", "0"])
    func aUnitWithoutIdentifierIsKnownByItsName(_ id: String) throws {
        let site = site(gendarmerie(id, "Gendarmerie - Brigade d’Annecy Meythet"))
        let records = try site.read()
        #expect(site.told(records.diagnostics).isEmpty)
        #expect(records.units.map(\.id) == ["1009192", "1009195", "police-annecy"])
        #expect(records.units.first?.telephone == "+33 4 65 71 00 92")
    }

    @Test func nobodysContactsAreLeftOut() throws {
        let site = site(
            gendarmerie("1", "Gendarmerie - Centre d'information et de recrutement d'Annecy"),
            gendarmerie("2", "Gendarmerie - Brigade motorisée d'Annecy"),
            gendarmerie("3", "Gendarmerie - Brigade de Seynod"),
            gendarmerie("1009192", "Gendarmerie - Brigade d'Annecy-Meythet"))
        let records = try site.read()
        #expect(site.told(records.diagnostics).isEmpty)
        #expect(records.units.map(\.id) == ["1009192", "1009195", "police-annecy"])
        #expect(records.summaries.last.map { [$0.rows, $0.kept] } == [4, 2])
    }

    @Test func aSeasonalPostIsTold() throws {
        let site = TestSite(
            feeds: ["communes.csv communes", "gn.csv gendarmerie-units"],
            files: [
                "communes.csv": Header.communes + "74010,Annecy,1,74000,,Annecy,77\n",
                "gn.csv": gendarmerieHeader + gendarmerie("77", "Gendarmerie - Poste provisoire de La-Clusaz"),
            ])
        let records = try site.read()
        #expect(site.told(records.diagnostics).isEmpty)
        #expect(records.units.map(\.name) == ["Poste provisoire de gendarmerie de La Clusaz"])
        #expect(records.units.map(\.isSeasonal) == [true])
    }

    @Test(arguments: [
        (" Lundi : 8h00-12h00 14h00-18h00 Mardi : Fermé Jours fériés : 9h00-12h00", [480, 840], 540),
        ("Lundi : 8h-12h", [480], nil),
    ] as [(String, [Int], Int?)])
    func hoursInWordsAreReadWhereNoColumnGivesThem(_ words: String, _ monday: [Int], _ holidays: Int?) throws {
        let site = site(gendarmerie("1009192", "Gendarmerie - Brigade d'Annecy-Meythet", words: words))
        let hours = try #require(try site.read().units.first?.openingHours)
        #expect(hours.week[0].spans.map(\.start) == monday)
        #expect(hours.holidays?.spans.first?.start == holidays)
    }

    @Test func otherWordsStayWords() throws {
        let site = site(gendarmerie("1009192", "Gendarmerie - Brigade d'Annecy-Meythet", words: "Sur rendez-vous"))
        let unit = try #require(try site.read().units.first)
        #expect(unit.openingHours == nil)
        #expect(unit.hours == "Sur rendez-vous")
    }

    @Test func swappedCoordinatesArePutInOrderAndForeignOnesLeftOut() throws {
        let site = site(
            gendarmerie("1009192", "Gendarmerie - Brigade d'Annecy-Meythet", x: "45.9", y: "6.12"),
            gendarmerie("1009195", "Gendarmerie - Brigade de Rumilly", x: "0.0", y: "0.0"))
        let records = try site.read()
        #expect(records.units.prefix(2).map(\.position) == [GeoPoint(latitude: 45.9, longitude: 6.12), nil])
        #expect(
            site.told(records.diagnostics) == [
                "note feed-row-invalid gn.csv:2 «45.9»: latitude et longitude étaient inversées : elles sont remises dans l’ordre = ",
                "warning feed-row-invalid gn.csv:3 «0.0»: « 0.0 0.0 » ne convient pas à la colonne « geocodage_x_GPS », qui attend une longitude et une latitude en France : la case est laissée de côté = corrigez la case",
            ])
    }

    @Test func badTimesAreToldAndTheRestIsKept() throws {
        let site = site(
            gendarmerie(
                "1009192", "Gendarmerie - Brigade d'Annecy-Meythet",
                times: "lundi_plage1_debut=25h00 lundi_plage1_fin=26h00 mardi_plage1_debut=18h00 mardi_plage1_fin=14h00 "
                    + "mercredi_plage1_debut=8h00 jeudi_plage1_debut=0h00 jeudi_plage1_fin=0h00 "
                    + "vendredi_plage1_debut=8h75 vendredi_plage1_fin=midi samedi_plage1_debut=8h00 samedi_plage1_fin=12h00"))
        let records = try site.read()
        let week = try #require(records.units.first?.openingHours).week
        #expect(week.map { $0.spans.count } == [0, 0, 0, 0, 0, 1, 0])
        #expect(
            site.told(records.diagnostics).map { $0.prefix { $0 != "=" } } == [
                "warning feed-row-invalid gn.csv:2 «25h00»: « 25h00 » ne convient pas à la colonne « lundi_plage1 », qui attend une heure, comme 8h30 : la case est laissée de côté ",
                "warning feed-row-invalid gn.csv:2 «18h00»: « 18h00-14h00 » ne convient pas à la colonne « mardi_plage1_debut », qui attend une plage dont la fin suit le début : la case est laissée de côté ",
                "warning feed-row-invalid gn.csv:2 «;»: la plage « mercredi_plage1 » n’a que l’une de ses deux heures : la case est laissée de côté ",
                "warning feed-row-invalid gn.csv:2 «8h75»: « 8h75 » ne convient pas à la colonne « vendredi_plage1 », qui attend une heure, comme 8h30 : la case est laissée de côté ",
            ])
    }

    @Test func htmlAndFormulasArePrintedNowhere() throws {
        let site = site(
            gendarmerie(
                "1009192", "Gendarmerie - Brigade d'Annecy-Meythet", telephone: "=cmd|'/c calc'!A1",
                words: "<script>alert(1)</script>"),
            gendarmerie("1009195", "Gendarmerie - Brigade de Rumilly", telephone: "demander"))
        let records = try site.read()
        #expect(records.units.first?.telephone == nil)
        #expect(records.units.first?.hours == nil)
        #expect(
            site.told(records.diagnostics) == [
                "warning feed-cell-unsafe gn.csv:2 «=cmd|'/c calc'!A1»: la colonne « telephone » contient ici une formule de tableur : la case est laissée de côté = remplacez la formule par le texte que l’on doit lire",
                "warning feed-cell-unsafe gn.csv:2 «<script>alert(1)</script>»: la colonne « horaires_accueil » contient ici du HTML : la case est laissée de côté = retirez les balises : ne gardez que le texte que l’on doit lire",
                "warning feed-row-invalid gn.csv:3 «demander»: « demander » ne convient pas à la colonne « telephone », qui attend un numéro de téléphone : la case est laissée de côté = corrigez la case",
            ])
    }

    @Test func aRenamedColumnIsToldWithItsLikelyName() throws {
        let site = TestSite(
            feeds: ["communes.csv communes", "units.csv units", "gn.csv gendarmerie-units"],
            files: [
                "communes.csv": communes, "units.csv": ownUnits,
                "gn.csv": gendarmerieHeader.replacing("lundi_plage1_debut", with: "lundi_plage1_deb")
                    + gendarmerie("1009192", "Gendarmerie - Brigade d'Annecy-Meythet"),
            ])
        let told = site.told(try site.read().diagnostics)
        #expect(told.count == 1)
        #expect(told.first?.hasPrefix("error feed-column-missing gn.csv:1 «lundi_plage1_deb»: la colonne « lundi_plage1_debut » manque") == true)
    }

    @Test func theFileOfAnotherDepartementIsRefused() throws {
        let site = site(
            gendarmerie("1008620", "Gendarmerie - Brigade d'Ornex", code: "01281", departement: "01"),
            gendarmerie("1008621", "Gendarmerie - Brigade de Gex", code: "gex", departement: "01"))
        #expect(
            site.told(try site.read().diagnostics) == [
                "error feed-code-foreign gn.csv: aucune ligne du département 74 dans le fichier « content/feeds/gn.csv » = vérifiez que c’est le bon fichier, et le code du département dans site.yml"
            ])
    }

    @Test func aPoliceStationIsJoinedByItsName() throws {
        let site = site(
            gendarmerie("1009192", "Gendarmerie - Brigade d'Annecy-Meythet"),
            police: """
                Commissariat de police d'Annecy;0465710074;74;74010;6.12;45.9;Commissariat de police d'Annecy$2 rue de l'Exemple$74000 Annecy
                Commissariat de police de Paris 16ème;0465710075;75;75116;;;

                """)
        let records = try site.read()
        #expect(site.told(records.diagnostics).isEmpty)
        let unit = try #require(records.units.first { $0.id == "police-annecy" })
        #expect(unit.telephone == "0465710074")
        #expect(unit.address == "2 rue de l’Exemple, 74000 Annecy")
        #expect(unit.openingHours == nil)
    }

    @Test func theCompetenceFeedIsJoinedByIdentifierAndByService() throws {
        let site = TestSite(
            feeds: [
                "communes.csv communes", "competence.csv competence-territoriale", "gn.csv gendarmerie-units",
                "pn.csv police-units",
            ],
            files: [
                "communes.csv": Header.communes + "74010,Annecy,1,74000,,Annecy,\n",
                "competence.csv": Header.competence + """
                    "74010";"Annecy";"GN";"1009192";"Gendarmerie - Brigade d'Annecy-Meythet";"74000";"74000"
                    "74010";"Annecy";"PN";"";"Commissariat de police d'Annecy";"74000";"74000"

                    """,
                "gn.csv": gendarmerieHeader + gendarmerie("1009192", "Gendarmerie - Brigade d'Annecy-Meythet"),
                "pn.csv": policeHeader + "Commissariat de police d'Annecy;04 65 71 00 74;74;74010;;;\n",
            ])
        let records = try site.read()
        #expect(site.told(records.diagnostics).isEmpty)
        #expect(records.communes.first?.unitIDs == ["1009192", "Commissariat de police d'Annecy"])
        #expect(records.units.map(\.telephone) == ["+33 4 65 71 00 92", "04 65 71 00 74"])
        #expect(records.gaps.unitsWithoutHours == ["1009192", "Commissariat de police d'Annecy"])
        #expect(records.gaps.unitsWithoutAddress == ["Commissariat de police d'Annecy"])
    }
}
