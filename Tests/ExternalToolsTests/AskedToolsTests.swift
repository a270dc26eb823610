import Diagnostics
import Testing

@testable import ExternalTools

@Suite struct AskedToolsTests {
    @Test func aMissingSpellingCheckerIsSaidWithItsPackages() async {
        let (words, fault) = await Hunspell(executable: "/nulle/part/hunspell").unknown(["mot"])
        #expect(words == nil)
        #expect(fault?.id == .toolMissing)
        #expect(fault?.message == "« hunspell », qui relit l’orthographe, est introuvable")
        #expect(fault?.advice?.contains("hunspell-fr-comprehensive") == true)
    }

    @Test func soIsAMissingDictionary() async {
        let (words, fault) = await Hunspell(dictionary: "xx_XX").unknown(["mot"])
        #expect(words == nil)
        #expect(fault?.message == "« hunspell » n’a pas de dictionnaire « xx_XX »")
    }

    @Test func nothingIsStartedForNoWord() async {
        let (words, fault) = await Hunspell(executable: "/nulle/part/hunspell").unknown([])
        #expect(words == [:] && fault == nil)
    }

    @Test func eachWordGetsItsOwnAnswer() async {
        let (words, fault) = await Hunspell().unknown(["maison", "mairei", "aujourd'hui", "zxqwvk", "élu"])
        #expect(fault == nil)
        #expect(words.map { Set($0.keys) } == ["mairei", "zxqwvk"])
        #expect(words?["mairei"]?.contains("mairie") == true)
    }

    @Test func aMissingCurlIsToldAsATool() async {
        await #expect(throws: ToolFailure("curl", .notFound)) {
            try await LinkTrial(executable: "/nulle/part/curl").outcomes(of: ["https://exemple.invalid/"])
        }
    }

    @Test(arguments: [
        (LinkTrial.Outcome.answered(200), "répond", true), (.answered(308), "répond", true), (.answered(410), "page introuvable", false),
        (.answered(418), "réponse 418", false), (.failed(28), "pas de réponse à temps", false), (.failed(99), "échec (curl 99)", false),
    ]) func outcomesAreSaidInFrench(outcome: LinkTrial.Outcome, words: String, isSound: Bool) {
        #expect(outcome.words == words)
        #expect(outcome.isSound == isSound)
    }
}
