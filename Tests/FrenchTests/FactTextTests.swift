import French
import SiteModel
import Testing

/// A fact in each of the forms that a text may ask for.
@Suite struct FactTextTests {
    private func fact(_ kind: Fact.Kind, _ value: String, reference: String? = nil, _ status: Fact.Status = .checked) -> Fact {
        var fact = Fact(
            id: "x", kind: kind, value: value, label: "Amende d'un dépôt", reference: reference, source: "", sourceURL: nil,
            checked: nil)
        fact.status = status
        return fact
    }

    @Test func formsOfANumber() {
        let number = fact(.telephone, "0465710000")
        #expect(FrenchText.text(of: number, as: nil) == "04\u{A0}65\u{A0}71\u{A0}00\u{A0}00")
        #expect(FrenchText.text(of: number, as: .short) == "04\u{A0}65\u{A0}71\u{A0}00\u{A0}00")
        #expect(FrenchText.text(of: fact(.telephone, "3919"), as: .call) == "appeler le\u{A0}3919")
        #expect(FrenchText.text(of: fact(.telephone, "3919"), as: .long) == "3919 (Amende d’un dépôt)")
        #expect(FrenchText.text(of: number, as: .label) == "Amende d’un dépôt")
    }

    @Test func aReferenceStandsInBrackets() {
        #expect(
            FrenchText.text(of: fact(.amount, "68 €", reference: "article R. 634-2"), as: .reference)
                == "68\u{A0}€ (article R.\u{A0}634-2)")
        #expect(FrenchText.text(of: fact(.amount, "68 €"), as: .reference) == "68\u{A0}€")
    }

    @Test(arguments: [nil] + FactForm.allCases.map(Optional.some))
    func whatIsNotCertainSaysSoInEveryForm(_ form: FactForm?) {
        #expect(FrenchText.text(of: fact(.telephone, "119", .toCheck), as: form).hasSuffix(" (à vérifier)"))
    }
}
