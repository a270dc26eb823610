import FeedReading
import SiteModel
import Testing

private let communes = Header.communes + """
    74010,Annecy,1,74000,,Annecy,1009192
    74080,La Clusaz,3,74220,,Annecy,1009192

    """
private let units = Header.units + "1009192,GN,Brigade de gendarmerie d’Annecy-Meythet,,,\n"

private func site(_ file: String, named name: String = "mairies.json") -> TestSite {
    TestSite(
        feeds: ["communes.csv communes", "units.csv units", "\(name) annuaire-mairies"],
        files: ["communes.csv": communes, "units.csv": units, name: file])
}

/// As the whole file publishes it: real arrays.
private let dump = """
    {"service":[
    {"id":"a","nom":"Préfecture - Haute-Savoie","pivot":[{"type_service_local":"prefecture","code_insee_commune":["74010"]}]},
    {"id":"b","nom":"Mairie - Ornex","pivot":[{"type_service_local":"mairie","code_insee_commune":["01281"]}],"telephone":5},
    {"id":"c","nom":"Mairie déléguée - Annecy-le-Vieux","pivot":[{"type_service_local":"mairie","code_insee_commune":["74010"]}]},
    {"id":"d","nom":"Mairie - La Clusaz","pivot":[{"type_service_local":"mairie","code_insee_commune":["74080"]}],
     "telephone":[{"valeur":"04 65 71 00 81","description":"astreinte"},{"valeur":"04 65 71 00 80","description":""}],
     "adresse_courriel":["mairie@laclusaz.exemple.fr"],
     "site_internet":[{"libelle":"","valeur":"https://laclusaz.exemple.fr/"}],
     "adresse":[{"type_adresse":"Adresse postale","complement1":"","complement2":"","numero_voie":"","service_distribution":"BP 12","code_postal":"74221","nom_commune":"La Clusaz Cedex","longitude":"","latitude":""},
      {"type_adresse":"Adresse","complement1":"","complement2":"","numero_voie":"1 place de l'Exemple","service_distribution":"","code_postal":"74220","nom_commune":"La Clusaz","longitude":"6.42","latitude":"45.9"}],
     "plage_ouverture":[{"nom_jour_debut":"Lundi","nom_jour_fin":"Vendredi","valeur_heure_debut_1":"08:30:00","valeur_heure_fin_1":"12:00:00","valeur_heure_debut_2":"13:30:00","valeur_heure_fin_2":"17:00:00","commentaire":""},
      {"nom_jour_debut":"Samedi","nom_jour_fin":"Samedi","valeur_heure_debut_1":"09:00:00","valeur_heure_fin_1":"12:00:00","valeur_heure_debut_2":"","valeur_heure_fin_2":"","commentaire":"Accueil uniquement 2e et 4e samedis"}],
     "commentaire_plage_ouverture":"Fermé le 2 janvier","ancien_code_pivot":"mairie-74080-01"},
    {"id":"e","nom":"Mairie - Annecy","pivot":[{"type_service_local":"mairie","code_insee_commune":["74010"]}],"telephone":[],"adresse":[],"adresse_courriel":[],"site_internet":"","plage_ouverture":"","ancien_code_pivot":"mairie-74010-02"}
    ]}
    """

/// As the API publishes it: JSON inside strings.
private let api = """
    {"total_count": 1, "results": [{"nom": "Mairie - La Clusaz",
     "pivot": "[{\\"type_service_local\\": \\"mairie\\", \\"code_insee_commune\\": [\\"74080\\"]}]",
     "telephone": "[{\\"valeur\\": \\"04 65 71 00 80\\", \\"description\\": \\"\\"}]", "adresse_courriel": "mairie@laclusaz.exemple.fr",
     "site_internet": null, "adresse": "[{\\"type_adresse\\": \\"Adresse\\", \\"numero_voie\\": \\"1 place de l'Exemple\\", \\"code_postal\\": \\"74220\\", \\"nom_commune\\": \\"La Clusaz\\"}]",
     "plage_ouverture": "[{\\"nom_jour_debut\\": \\"Samedi\\", \\"nom_jour_fin\\": \\"Lundi\\", \\"valeur_heure_debut_1\\": \\"09:00:00\\", \\"valeur_heure_fin_1\\": \\"12:00:00\\"}]",
     "commentaire_plage_ouverture": ""}]}
    """

private let csv = """
    export du 24/11/2026
    id;nom;pivot;telephone;adresse_courriel;site_internet;adresse;plage_ouverture;commentaire_plage_ouverture
    c;"Mairie - La Clusaz";"[{""type_service_local"": ""mairie"", ""code_insee_commune"": [""74080""]}]";"[{""valeur"": ""04 65 71 00 80""}]";"[""mairie@laclusaz.exemple.fr""]";;"[{""type_adresse"": ""Adresse"", ""numero_voie"": ""1 place de l'Exemple"", ""code_postal"": ""74220"", ""nom_commune"": ""La Clusaz""}]";"[{""nom_jour_debut"": ""Lundi"", ""nom_jour_fin"": ""Mardi"", ""valeur_heure_debut_1"": ""09:00:00"", ""valeur_heure_fin_1"": ""12:00:00""}]";

    """

private func member(_ text: String) -> String {
    "{\"service\":[{\"nom\":\"Mairie - La Clusaz\",\"pivot\":[{\"type_service_local\":\"mairie\",\"code_insee_commune\":[\"74080\"]}],\n\(text)}]}"
}

@Suite struct TownHallTests {
    @Test func theWholeFileIsRead() throws {
        let site = site(dump)
        let records = try site.read()
        #expect(site.told(records.diagnostics).isEmpty)
        let hall = try #require(records.communes.last?.townHall)
        #expect(hall.name == "Mairie - La Clusaz")
        #expect(hall.telephone == "04 65 71 00 80")
        #expect(hall.email == "mairie@laclusaz.exemple.fr")
        #expect(hall.website == "https://laclusaz.exemple.fr/")
        #expect(hall.address == "1 place de l’Exemple, 74220 La Clusaz")
        #expect(hall.position == GeoPoint(latitude: 45.9, longitude: 6.42))
        let hours = try #require(hall.openingHours)
        #expect(hours.week.map { $0.spans.map(\.start) } == Array(repeating: [510, 810], count: 5) + [[540], []])
        #expect(hours.week[5].note == "Accueil uniquement 2e et 4e samedis")
        #expect(hours.comment == "Fermé le 2 janvier")
        #expect(hours.holidays == nil)
        #expect(records.communes.first?.townHall == TownHall(name: "Mairie - Annecy"))
        #expect(records.summaries.last.map { [$0.rows, $0.kept, $0.communes] } == [5, 2, 2])
    }

    @Test(arguments: [("mairies.json", api, [540, nil, nil, nil, nil, 540, 540]), ("mairies.csv", csv, [540, 540, nil, nil, nil, nil, nil])] as [(String, String, [Int?])])
    func jsonInsideStringsIsRead(_ name: String, _ file: String, _ week: [Int?]) throws {
        let site = site(file, named: name)
        let records = try site.read()
        #expect(site.told(records.diagnostics).isEmpty)
        let hall = try #require(records.communes.last?.townHall)
        #expect(hall.telephone == "04 65 71 00 80")
        #expect(hall.email == "mairie@laclusaz.exemple.fr")
        #expect(hall.address == "1 place de l’Exemple, 74220 La Clusaz")
        #expect(hall.openingHours?.week.map { $0.spans.first?.start } == week)
        #expect(records.gaps.townHalls.map(\.text) == ["74010"])
    }

    @Test func theHallWithTheCommunesNameIsKept() throws {
        let records = try site(
            """
            [{"nom":"Mairie - Services techniques","pivot":[{"type_service_local":"mairie","code_insee_commune":"74080"}],"ancien_code_pivot":"mairie-74080-01"},
             {"nom":"Mairie - La Clusaz","pivot":[{"type_service_local":"mairie","code_insee_commune":"74080"}],"ancien_code_pivot":"mairie-74080-02"},
             {"nom":"Mairie - B","pivot":[{"type_service_local":"mairie","code_insee_commune":"74010"}],"ancien_code_pivot":"mairie-74010-03"},
             {"nom":"Mairie - A","pivot":[{"type_service_local":"mairie","code_insee_commune":"74010"}],"ancien_code_pivot":"mairie-74010-01"}]
            """
        ).read()
        #expect(records.communes.map { $0.townHall?.name } == ["Mairie - A", "Mairie - La Clusaz"])
    }

    @Test(arguments: [
        (
            member(#""telephone":[{"valeur":"=cmd|' /C calc'!A0"}]"#),
            "warning feed-cell-unsafe"
        ),
        (member(#""telephone":[{"valeur":"aux heures"}]"#), "warning feed-row-invalid"),
        (member(#""adresse_courriel":["pas une adresse"]"#), "warning feed-row-invalid"),
        (member(#""site_internet":[{"valeur":"javascript:alert(1)"}]"#), "warning feed-row-invalid"),
        (
            member(#""plage_ouverture":[{"nom_jour_debut":"Lundi","valeur_heure_debut_1":"9","valeur_heure_fin_1":"12:00:00"}]"#),
            "warning feed-row-invalid"
        ),
        (member(#""plage_ouverture":[{"nom_jour_debut":"Lunes"}]"#), "warning feed-row-invalid"),
        (member(#""commentaire_plage_ouverture":"<img src=x onerror=alert(1)>""#), "warning feed-cell-unsafe"),
        (member(#""adresse":"[{oups""#), "warning feed-json"),
        (member(#""adresse":true"#), "warning feed-json"),
    ])
    func oneFaultIsToldOnce(_ file: String, _ expected: String) throws {
        let site = site(file)
        let told = site.told(try site.read().diagnostics)
        #expect(told.count == 1, "\(told)")
        #expect(told.first?.hasPrefix("\(expected) mairies.json") == true, "\(told)")
    }

    @Test(arguments: [
        ("{\"service\":[{\"nom\":\"Mairie", "ce texte n’a pas de guillemet fermant : le fichier est peut-être tronqué"),
        ("{\"service\":[{\"nom\":\"Mairie\"", "le fichier s’arrête au milieu d’une valeur : il est tronqué"),
        (member(#""adresse":nul"#), "une valeur est attendue"),
        ("{\"services\":[]}", "le fichier JSON n’est pas une liste, et n’a pas de liste nommée « service » ou « results » ou « records »"),
        ("[{}}]", "« , » ou « ] » est attendu ici"),
        ("[1, 2]", "un objet est attendu"),
        ("[{}] 1", "le fichier devrait finir ici"),
    ])
    func aBrokenFileIsRefused(_ file: String, _ message: String) throws {
        let site = site(file)
        let told = site.told(try site.read().diagnostics)
        #expect(told.count == 1)
        #expect(told.first?.contains("error feed-json") == true && told.first?.contains(message) == true, "\(told)")
    }

    @Test func theHallOfAPartOfACommuneIsNotTheCommunes() throws {
        let site = TestSite(
            feeds: ["cog.csv insee-cog-communes", "mairies.json annuaire-mairies"],
            files: [
                "cog.csv": Header.cogCommunes + """
                    COM,74010,84,74,74D,741,1,ANNECY,Annecy,Annecy,7499,
                    COMD,74011,,,,,1,ANNECY LE VIEUX,Annecy-le-Vieux,Annecy-le-Vieux,,74010

                    """,
                "mairies.json": #"[{"nom":"Mairie - Annecy-le-Vieux","pivot":[{"type_service_local":"mairie","code_insee_commune":["74011"]}]}]"#,
            ])
        #expect(try site.read().communes.map(\.townHall) == [nil])
    }
}
