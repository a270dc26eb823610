import Diagnostics
import Testing

@Test(arguments: [
    ("", "la date manque", "écrivez-la comme 2026-11-24"),
    ("2026-02-30", "la date « 2026-02-30 » n’existe pas", "corrigez l’année, le mois ou le jour"),
    ("24/11/2026", "« 24/11/2026 » n’est pas une date AAAA-MM-JJ", "écrivez « 2026-11-24 »"),
    ("1.2.2027", "« 1.2.2027 » n’est pas une date AAAA-MM-JJ", "écrivez « 2027-02-01 »"),
    ("2026/11/24", "« 2026/11/24 » n’est pas une date AAAA-MM-JJ", "écrivez « 2026-11-24 »"),
    ("2026-3-1", "« 2026-3-1 » n’est pas une date AAAA-MM-JJ", "écrivez « 2026-03-01 »"),
    ("24/13/2026", "« 24/13/2026 » n’est pas une date AAAA-MM-JJ", "écrivez-la comme 2026-11-24"),
    ("3 décembre", "« 3 décembre » n’est pas une date AAAA-MM-JJ", "écrivez-la comme 2026-11-24"),
    ("demain", "« demain » n’est pas une date AAAA-MM-JJ", "écrivez-la comme 2026-11-24"),
])
func aDateThatIsNoneIsToldWithTheOneThatWasMeant(text: String, message: String, advice: String) {
    let place = SourceLocation(file: "a.md", offset: 3, length: text.utf8.count)
    #expect(Diagnostic.dateInvalid(text, at: place) == .error(.dateInvalid, at: place, message, advice: advice))
}
