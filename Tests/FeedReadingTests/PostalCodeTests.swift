import Diagnostics
import FeedReading
import SiteModel
import Testing

private let communes =
    Header.cogCommunes + """
    COM,74010,84,74,74D,741,1,ANNECY,Annecy,Annecy,7499,
    COM,74109,84,74,74D,742,1,ELOISE,Éloise,Éloise,7416,
    COMD,74011,,,,,1,ANNECY LE VIEUX,Annecy-le-Vieux,Annecy-le-Vieux,,74010

    """

private func read(_ postalCodes: String, competence: String = "") throws -> (TestSite, FeedRecords) {
    let site = TestSite(
        feeds: ["cog.csv insee-cog-communes", "cp.csv postal-codes", "comp.csv competence-territoriale"],
        files: [
            "cog.csv": communes, "cp.csv": postalCodes,
            "comp.csv": Header.competence + """
                "74010";"Annecy";"GN";"1";"Gendarmerie - Brigade d'Annecy";"74940";"74940"
                "74109";"Éloise";"GN";"2";"Gendarmerie - Brigade de Frangy";"01200";"01200"

                """,
        ])
    return (site, try site.read())
}

@Suite struct PostalCodeTests {
    /// La Poste's: a row for each code and hamlet, in no order; Éloise has the code of another département.
    @Test(arguments: [
        "Code_commune_INSEE;Nom_commune;Code_postal;Ligne_5;Libellé_d_acheminement;coordonnees_gps\n",
        "#Code_commune_INSEE;Nom_de_la_commune;Code_postal;Libellé_d_acheminement;Ligne_5;x\n",
        "code_commune_insee;nom_de_la_commune;code_postal;libelle_d_acheminement;ligne_5;x\n",
    ])
    func theTownHallsCodeComesFirst(_ header: String) throws {
        let (site, records) = try read(
            header + """
                74010;ANNECY;74960;;ANNECY;
                74010;ANNECY;74000;;ANNECY;
                74010;ANNECY;74000;VIEUX;ANNECY;
                74011;ANNECY LE VIEUX;74940;;ANNECY LE VIEUX;
                74109;ELOISE;01200;;ELOISE;
                01001;L ABERGEMENT CLEMENCIAT;01400;;L ABERGEMENT CLEMENCIAT;

                """)
        #expect(records.communes.map(\.postalCodes) == [["74940", "74000", "74960"], ["01200"]])
        #expect(
            site.told(records.diagnostics) == [
                "note feed-code-former cp.csv:5 «74011»: 74011 appartient à la commune Annecy (74010) : ses codes postaux y sont ajoutés = "
            ])
        #expect(records.summaries[1].communes == 2)
    }

    @Test func aRowAtFaultIsLeftOutAndTold() throws {
        let (site, records) = try read("insee_com,code_postal\n74010,74000\n74010,7400\n7410,74000\n74l09,74000\n74109\n")
        #expect(records.communes.map(\.postalCodes) == [["74000"], ["01200"]])
        #expect(
            site.told(records.diagnostics) == [
                "warning feed-row-invalid cp.csv:3 «7400»: « 7400 » ne convient pas à la colonne « code_postal », qui attend un code postal de cinq chiffres : la case est laissée de côté = corrigez la case",
                "warning feed-code-invalid cp.csv:5 «74l09»: « 74l09 » n’est pas un code INSEE de commune : la ligne est laissée de côté = écrivez ses cinq caractères, qui commencent par « 74 »",
                "warning feed-row-short cp.csv:6 «74109»: ligne trop courte : 1 champ au lieu de 2, tout manque à partir de la colonne « code_postal » : la ligne est laissée de côté = complétez la ligne (une case vide garde son « , »), ou supprimez-la",
            ])
    }

    @Test func aColumnThatIsRenamedIsAnError() throws {
        let (site, records) = try read("insee_com,code_postale\n74010,74000\n")
        #expect(
            site.told(records.diagnostics) == [
                "error feed-column-missing cp.csv:1 «code_postale»: la colonne « code_postal » manque ; colonnes lues : « insee_com », « code_postale » = rétablissez le nom de la colonne ; est-ce « code_postale » ?"
            ])
    }
}
