import Diagnostics
import Testing

@Suite struct SuggestionTests {
    static let keys = ["audience", "date", "expires", "publish", "summary", "title", "updated", "à-vérifier"]

    @Test(arguments: [
        ("titel", "title"),  // two neighbours exchanged
        ("titl", "title"),  // one left out
        ("tittle", "title"),  // one too many
        ("titre", "title"),  // one replaced
        ("Title", "title"),  // another case
        ("sumary", "summary"),
        ("audiance", "audience"),
        ("updtaed", "updated"),
        ("a-verifier", "à-vérifier"),
    ])
    func aNearNameIsSuggested(typed: String, meant: String) {
        #expect(Suggestion.closest(to: typed, in: Self.keys) == meant)
    }

    @Test(arguments: ["", "x", "da", "tags", "résumé", "order", "expiration"])
    func aFarNameIsNot(typed: String) {
        #expect(Suggestion.closest(to: typed, in: Self.keys) == nil)
    }

    @Test func theNearestWinsWhateverTheOrder() {
        let names = ["commune", "communes", "communs", "comptes"]
        #expect(Suggestion.closest(to: "comune", in: names) == "commune")
        #expect(Suggestion.closest(to: "comune", in: names.reversed()) == "commune")
    }

    @Test func equallyNearNamesAreToldInByteOrder() {
        #expect(Suggestion.closest(to: "pages", in: ["rages", "cages", "sages"]) == "cages")
        #expect(Suggestion.closest(to: "pages", in: ["sages", "cages", "rages"]) == "cages")
    }

    @Test func theNameItselfIsNoSuggestion() {
        #expect(Suggestion.closest(to: "title", in: ["title"]) == nil)
        #expect(Suggestion.closest(to: "title", in: []) == nil)
    }
}
