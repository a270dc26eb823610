import FeedReading
import SiteModel
import Testing

private let header = "level,area,function,institution,label,telephone,email,address,hours\n"
private let communes = Header.communes + """
    74010,Annecy,1,74000,,Annecy,1009192 police-annecy
    74012,Annemasse,1,74100,,Saint-Julien-en-Genevois,police-annemasse
    74042,Bonneville,0,74130,,Bonneville,1009210
    74080,La Clusaz,3,74220,,Annecy,1009198

    """
private let units = Header.units + """
    1009192,GN,Brigade de gendarmerie d’Annecy-Meythet,,,
    1009198,GN,Brigade de gendarmerie de Thônes,,,
    1009210,GN,Brigade de gendarmerie de Bonneville,,,
    police-annecy,PN,Commissariat de police d’Annecy,,,
    police-annemasse,PN,Commissariat de police d’Annemasse,,,

    """
private let companies = "unit,company\n1009192,Annecy\n1009198,Annecy\n1009210,Bonneville\n"

private func site(_ contacts: String, companies: String = companies) -> TestSite {
    TestSite(
        feeds: ["communes.csv communes", "units.csv units", "companies.csv companies", "contacts.csv contacts"],
        files: [
            "communes.csv": communes, "units.csv": units, "companies.csv": companies, "contacts.csv": header + contacts,
        ])
}

/// What each commune reads: `function telephone-or-email`, in order.
private func shown(_ records: FeedRecords) -> [String: [String]] {
    Dictionary(
        uniqueKeysWithValues: records.communes.map { commune in
            (commune.name, commune.contacts.map { "\($0.function.rawValue) \($0.telephone ?? $0.email ?? $0.address ?? "")" })
        })
}

@Suite struct ContactTests {
    @Test func theClosestRowIsKept() throws {
        let site = site(
            """
            departement,74,referent-surete,,,04 65 71 00 01,,,
            arrondissement,Bonneville,referent-surete,,,04 65 71 00 02,,,
            compagnie,Annecy,referent-surete,,,04 65 71 00 03,,,
            service,1009198,referent-surete,,,04 65 71 00 04,,,
            commune,74080,correspondant-cyber,,,04 65 71 00 05,,,
            departement,74,correspondant-cyber,,,04 65 71 00 06,,,

            """)
        let records = try site.read()
        #expect(site.told(records.diagnostics).isEmpty)
        #expect(
            shown(records) == [
                "Annecy": ["referent-surete 04 65 71 00 03", "referent-surete 04 65 71 00 01", "correspondant-cyber 04 65 71 00 06"],
                "Annemasse": ["referent-surete 04 65 71 00 01", "correspondant-cyber 04 65 71 00 06"],
                "Bonneville": ["referent-surete 04 65 71 00 02", "correspondant-cyber 04 65 71 00 06"],
                "La Clusaz": ["referent-surete 04 65 71 00 04", "correspondant-cyber 04 65 71 00 05"],
            ])
    }

    @Test func aRowOfOneForceDoesNotReachTheOthersCommunes() throws {
        let records = try site(
            """
            departement,74,referent-elus,GN,,04 65 71 00 01,,,
            departement,74,referent-elus,PN,,04 65 71 00 02,,,
            service,1009192,boite-du-service,,,,bta.annecy@gendarmerie.exemple.fr,,
            service,police-annecy,boite-du-service,,,,accueil.annecy@police.exemple.fr,,

            """
        ).read()
        let shown = shown(records)
        #expect(shown["Annemasse"] == ["referent-elus 04 65 71 00 02"])
        #expect(shown["Bonneville"] == ["referent-elus 04 65 71 00 01"])
        #expect(
            shown["Annecy"] == [
                "referent-elus 04 65 71 00 01", "referent-elus 04 65 71 00 02",
                "boite-du-service bta.annecy@gendarmerie.exemple.fr", "boite-du-service accueil.annecy@police.exemple.fr",
            ])
        #expect(records.communes.first?.contacts.map(\.institution) == [.gendarmerie, .police, .gendarmerie, .police])
    }

    @Test func gapsAreCounted() throws {
        let gaps = try site(
            """
            departement,74,referent-elus,GN,,04 65 71 00 01,,,
            arrondissement,Annecy,sous-prefecture,,Préfecture,04 65 71 00 02,,,

            """
        ).read().gaps
        #expect(
            gaps.contacts.map { "\($0.function.rawValue) \($0.communes.map(\.text).joined(separator: " "))" } == [
                "referent-elus 74012", "boite-du-service 74010 74012 74042 74080", "referent-surete 74010 74012 74042 74080",
                "maison-protection-familles 74010 74012 74042 74080", "correspondant-cyber 74010 74012 74042 74080",
                "sous-prefecture 74012 74042",
            ])
    }

    @Test func everyFaultyRowIsTold() throws {
        let site = site(
            """
            departement,73,referent-elus,,,04 65 71 00 01,,,
            canton,Annecy,referent-elus,,,04 65 71 00 01,,,
            departement,74,referent-elu,,,04 65 71 00 01,,,
            departement,74,referent-surete,,,,,,
            departement,74,boite-du-service,,,04 65 71 00 01,,,
            departement,74,correspondant-cyber,,,,pas une adresse,,
            commune,74081,referent-elus,,,04 65 71 00 01,,,
            arrondissement,Bonnevile,sous-prefecture,,,04 65 71 00 01,,,
            compagnie,Anecy,referent-elus,,,04 65 71 00 01,,,
            service,1009193,referent-elus,,,04 65 71 00 01,,,
            arrondissement,Annecy,sous-prefecture,,,04 65 71 00 01,,,
            arrondissement,Annecy,sous-prefecture,,,04 65 71 00 02,,,

            """)
        #expect(
            site.told(try site.read().diagnostics) == [
                "error feed-code-foreign contacts.csv:2 «73»: « 73 » n’est pas le département du site (74) = corrigez le code, ou retirez la ligne",
                "error feed-row-invalid contacts.csv:3 «canton»: « canton » ne convient pas à la colonne « level », qui attend l’un de : « departement », « arrondissement », « compagnie », « service », « commune » = corrigez la case",
                "error feed-row-invalid contacts.csv:4 «referent-elu»: « referent-elu » ne convient pas à la colonne « function », qui attend l’un de : « referent-elus », « boite-du-service », « referent-surete », « maison-protection-familles », « correspondant-cyber », « sous-prefecture » = vouliez-vous dire « referent-elus » ?",
                "error feed-row-invalid contacts.csv:5 «referent-surete»: ce contact n’a ni téléphone, ni courriel, ni adresse = donnez l’un des trois, ou retirez la ligne",
                "error feed-row-invalid contacts.csv:6 «departement»: la boîte d’un service ne se donne que pour ce service ou pour une commune, pas pour « departement » = écrivez « service » et l’identifiant de la brigade ou du commissariat",
                "error feed-row-invalid contacts.csv:7 «pas une adresse»: « pas une adresse » ne convient pas à la colonne « email », qui attend une adresse de courriel = corrigez la case",
                "error feed-code-duplicate contacts.csv:13 «Annecy»: « Annecy sous-prefecture » figure deux fois dans ce fichier = supprimez celle des deux lignes qui est de trop, ou corrigez son code + première ligne contacts.csv:12 «Annecy»",
                "error contact-area-unknown contacts.csv:8 «74081»: aucune commune d’aujourd’hui n’a le code « 74081 » = vouliez-vous dire « 74080 » ?",
                "error contact-area-unknown contacts.csv:9 «Bonnevile»: aucune commune n’est de l’arrondissement « Bonnevile » = vouliez-vous dire « Bonneville » ?",
                "error contact-area-unknown contacts.csv:10 «Anecy»: aucune brigade n’est de la compagnie « Anecy » = vouliez-vous dire « Annecy » ?",
                "error contact-area-unknown contacts.csv:11 «1009193»: aucun service n’a l’identifiant « 1009193 » = vouliez-vous dire « 1009192 » ?",
            ])
    }

    @Test func aCompanyOfAnUnknownServiceIsTold() throws {
        let site = site(
            "departement,74,referent-elus,,,04 65 71 00 01,,,\n", companies: companies + "1009999,Annecy\n")
        #expect(
            site.told(try site.read().diagnostics).map { $0.prefix(62) } == [
                "error feed-unit-unknown companies.csv:5 «1009999»: le service "
            ])
    }

    @Test(arguments: [
        "M. Durand", "Mme Durand", "Capitaine DURAND", "Le référent : Jean Durand", "DURAND Sophie", "Adjudant-chef Durand",
    ])
    func aPersonsNameIsRefused(_ label: String) throws {
        let site = site("departement,74,referent-elus,,\(label),04 65 71 00 01,,,\n")
        #expect(
            site.told(try site.read().diagnostics) == [
                "error contact-personal contacts.csv:2 «\(label)»: « \(label) » semble nommer une personne = donnez la fonction seule, par exemple « commandant de la brigade »"
            ])
    }

    @Test(arguments: [
        "Le commandant de la brigade", "Sous-préfecture de Saint-Jean-de-Maurienne", "Madame la sous-préfète",
        "Référent atteintes aux élus", "Cellule Prévention", "Commandant de la compagnie d’Annecy", "Saint Jean Pied",
    ])
    func aFunctionIsNotAPerson(_ label: String) throws {
        let site = site("departement,74,referent-elus,,\(label),04 65 71 00 01,,,\n")
        #expect(site.told(try site.read().diagnostics).isEmpty)
    }

    @Test(arguments: [
        "jean.durand@gendarmerie.exemple.fr", "j.durand@exemple.fr", "durand.sophie@exemple.fr", "durand74@orange.fr",
        "abc.durand@gendarmerie.interieur.gouv.fr",
    ])
    func aPersonsMailboxIsRefused(_ address: String) throws {
        let site = site("departement,74,referent-elus,,,,\(address),,\n")
        #expect(
            site.told(try site.read().diagnostics) == [
                "error contact-personal contacts.csv:2 «\(address)»: « \(address) » semble être la boîte d’une personne = donnez la boîte de la fonction : elle reste quand les personnes changent"
            ])
    }

    @Test(arguments: [
        "bta.annecy@gendarmerie.interieur.gouv.fr", "referent-elus@exemple.fr", "sp-bonneville@haute-savoie.gouv.fr",
        "mairie.durand@orange.fr", "ggd74@gendarmerie.interieur.gouv.fr", "saint.jean@exemple.fr".replacing("jean", with: "julien-en-genevois.mairie"),
    ])
    func aFunctionsMailboxIsKept(_ address: String) throws {
        let site = site("departement,74,referent-elus,,,,\(address),,\n")
        #expect(site.told(try site.read().diagnostics).isEmpty)
    }
}
