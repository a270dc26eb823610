import SiteModel
import Testing

@testable import SiteBuild

@Suite struct NamedChoiceTests {
    private let communes = NamedChoice<Commune>(
        [
            ("74010", "Annecy"), ("74080", "La Clusaz"), ("74236", "Saint-Gervais-les-Bains"), ("74234", "Saint-Germain"),
            ("74261", "Les Gets"),
        ].compactMap { code, name in
            INSEECode(code).map {
                Commune(code: $0, name: name, article: .none, postalCodes: [], population: nil, arrondissement: "", unitIDs: [])
            }
        })

    private let units = NamedChoice<Unit>([
        Unit(id: "u1", institution: .gendarmerie, name: "Brigade de gendarmerie d’Abondance"),
        Unit(id: "u2", institution: .police, name: "Commissariat de police d’Annecy"),
        Unit(id: "u3", institution: .gendarmerie, name: "Brigade de gendarmerie de La Roche-sur-Foron"),
    ])

    @Test(arguments: [
        ("74010", "74010"), ("annecy", "74010"), ("ANNECY", "74010"), ("clusaz", "74080"), ("La Clusaz", "74080"),
        ("saint-gervais", "74236"), ("Saint Gervais les Bains", "74236"), ("gets", "74261"),
    ])
    func aCommuneIsFoundWithoutAccentsOrArticle(typed: String, code: String) {
        guard case .one(let commune) = communes.find(typed) else {
            Issue.record("« \(typed) » is not found")
            return
        }
        #expect(commune.code.text == code)
    }

    @Test func severalAreNamedAndTheNearestIsSuggested() {
        let several = UnknownChoice("saint", among: "aucune commune ne s’appelle", communes.find("saint"))
        #expect(several.message == "« saint » peut désigner « Saint-Gervais-les-Bains (74236) » et « Saint-Germain (74234) »")
        let near = UnknownChoice("anecy", among: "aucune commune ne s’appelle", communes.find("anecy"))
        #expect(near.message == "aucune commune ne s’appelle « anecy » ; vouliez-vous dire « Annecy (74010) » ?")
        let none = UnknownChoice("Marseille", among: "aucune commune ne s’appelle", communes.find("Marseille"))
        #expect(none.message == "aucune commune ne s’appelle « Marseille »")
    }

    @Test(arguments: [("abondance", "u1"), ("Annecy", "u2"), ("u3", "u3"), ("roche-sur-foron", "u3"), ("brigade de gendarmerie d'abondance", "u1")])
    func aBrigadeIsFoundByItsPlace(typed: String, id: String) {
        guard case .one(let unit) = units.find(typed) else {
            Issue.record("« \(typed) » is not found")
            return
        }
        #expect(unit.id == id)
    }
}
