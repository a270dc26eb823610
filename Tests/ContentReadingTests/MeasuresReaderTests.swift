import ContentReading
import Diagnostics
import SiteModel
import Testing

@Suite struct MeasuresReaderTests {
    private static let first = """
        measures:
          - id: plainte
            title: La plainte, où cela vous convient
            what: Un gendarme vient à vous.
            do: J'appelle !
            call: [unit, referent-elus]
            page: guides/elus/plainte.md

        """

    private func read(_ text: String) -> (measures: [Measure], diagnostics: [Diagnostic]) {
        MeasuresReader.read(Array(text.utf8), file: "operation.yml")
    }

    @Test func aMeasureIsReadWhole() throws {
        let (measures, diagnostics) = read(Self.first)
        #expect(diagnostics == [])
        let measure = try #require(measures.first)
        #expect(measure.id == "plainte")
        #expect(measure.action == "J’appelle\u{202F}!")
        #expect(measure.recipients == [.unit, .contact(.attacksOnOfficials)])
        #expect(measure.page == "guides/elus/plainte.md")
        let place = try #require(measure.pagePlace)
        #expect(String(decoding: Array(Self.first.utf8)[place], as: UTF8.self) == "guides/elus/plainte.md")
    }

    @Test func whomToCallIsAFunctionOrWords() {
        let advice = Self.first.replacing("call: [unit, referent-elus]", with: "advice: La messagerie de l'application.")
        #expect(read(advice).diagnostics == [])
        #expect(read(advice).measures.first?.advice == "La messagerie de l’application.")
        let nobody = Self.first.replacing("    call: [unit, referent-elus]\n", with: "")
        #expect(read(nobody).diagnostics.map(\.id) == [.keyMissing])
    }

    @Test func anUnknownFunctionIsAFault() {
        let (_, diagnostics) = read(Self.first.replacing("referent-elus", with: "referent-elu"))
        #expect(diagnostics.map(\.id) == [.valueNotAllowed])
    }

    @Test func theSameIdentifierTwiceIsAFault() {
        let twice = Self.first + Self.first.replacing("measures:\n", with: "")
        let (measures, diagnostics) = read(twice)
        #expect(measures.count == 1)
        #expect(diagnostics.map(\.id) == [.keyDuplicate])
    }
}
