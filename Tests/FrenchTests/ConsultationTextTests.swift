import French
import SiteModel
import Testing

@Suite struct ConsultationTextTests {
    private let calls = Question(
        code: "AST", text: "Combien d’appels ?", kind: .number(NumberRange(lowest: 0, highest: nil, starts: [0, 1, 6], unit: "appels")))

    @Test(arguments: [("0", "0\u{A0}appel"), ("1", "de 1 à 5\u{A0}appels"), ("6", "6\u{A0}appels et plus")])
    func aBandIsToldInWords(_ code: String, _ words: String) {
        #expect(FrenchText.answer(code, to: calls) == words)
    }

    @Test func aShareIsHiddenWithEitherCount() {
        #expect(FrenchText.share(.count(43), of: .count(118)) == "36\u{A0}%")
        #expect(FrenchText.share(.hidden, of: .count(118)) == FrenchText.notTold)
        #expect(FrenchText.share(.count(43), of: .hidden) == FrenchText.notTold)
        #expect(FrenchText.share(.count(1), of: .count(400)) == "moins de 1\u{A0}%")
        #expect(FrenchText.share(.count(0), of: .count(0)) == "–")
    }

    @Test func hoursTellTheirQuarterAndTheirAreas() throws {
        let quarter = try #require(PresenceHours.Quarter("2026-T1"))
        let hours = [
            PresenceHours(level: .arrondissement, area: "Annecy", quarter: quarter, hours: 4210),
            PresenceHours(level: .company, area: "Bonneville", quarter: quarter, hours: 1),
        ]
        #expect(
            FrenchText.presence(hours)?.replacing("\u{202F}", with: " ").replacing("\u{A0}", with: " ")
                == "Présence de la gendarmerie sur la voie publique, premier trimestre 2026 : arrondissement d’Annecy, 4 210 heures ; compagnie de Bonneville, 1 heure.")
        #expect(FrenchText.presence([]) == nil)
    }
}
