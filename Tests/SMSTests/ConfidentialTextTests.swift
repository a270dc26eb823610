import Testing

@testable import SMS

@Suite struct ConfidentialTextTests {
    private static let head = "# CONFIDENTIEL : NE PAS DIFFUSER\n# Situation : Essai\n# Pour : les maires du secteur\n\n"

    private func read(_ text: String) throws(ConfidentialText.Fault) -> ConfidentialText {
        try ConfidentialText(Array(text.utf8), name: "essai")
    }

    private func fault(_ text: String) -> ConfidentialText.Fault? {
        do {
            _ = try read(text)
            return nil
        } catch {
            return error
        }
    }

    @Test func aFileSaysWhatItIsThenItsText() throws {
        let text = try read(Self.head + "Gendarmerie, [secteur:40] : [fait : 60].\nContact : [contact:20]\n\n")
        #expect(text.situation == "Essai" && text.audience == "les maires du secteur")
        #expect(text.blanks == [.init(name: "secteur", most: 40), .init(name: "fait", most: 60), .init(name: "contact", most: 20)])
        #expect(text.filled { "<\($0.name)>" }.text == "Gendarmerie, <secteur> : <fait>.\nContact : <contact>")
    }

    @Test func whatIsAnnouncedHoldsForAllThatIsWrittenInTheBlanks() throws {
        let text = try read(Self.head + "Secteur [secteur:100], [fait:58].")
        #expect(text.longest.length == 169 && text.longest.segments == 2)
        // A sign that takes two septets leaves room for one less.
        #expect(text.filled { String(repeating: "€", count: $0.most / 2) }.length <= text.longest.length)
    }

    @Test func aBlankThatComesTwiceIsAskedForOnce() throws {
        let text = try read(Self.head + "[secteur:10] [secteur:10]")
        #expect(text.blanks.count == 1 && text.longest.length == 21)
        #expect(fault(Self.head + "[secteur:10] [secteur:12]")?.column == 14)
    }

    @Test(arguments: [
        ("Bonjour", 1, 1, "ne dit pas qu’il est confidentiel"), ("# CONFIDENTIEL\n\nBonjour", 2, 1, "quelle situation"),
        ("# CONFIDENTIEL\n# Situation : Essai\n\n", 2, 1, "n’a pas de texte"), (head + "Un [fait", 5, 4, "ce crochet est seul"),
        (head + "Un fait]", 5, 8, "ce crochet est seul"), (head + "Un [fait]", 5, 4, "combien de signes"),
        (head + "Un [fait:0]", 5, 4, "combien de signes"), (head + "Un [fait:999]", 5, 4, "combien de signes"),
        (head + "Un [:20]", 5, 4, "n’a pas de nom"), (head + "Bon\njour [a [b:3]]", 6, 6, "ce crochet est seul"),
    ])
    func aFaultSaysWhereAndQuotesNothing(_ text: String, _ line: Int, _ column: Int, _ words: String) throws {
        let marked = text.replacing("Bonjour", with: "MARQUE Bonjour").replacing("fait", with: "MARQUEfait")
        let found = try #require(fault(text))
        #expect((found.line, found.column) == (line, column) && found.message.contains(words))
        #expect(fault(marked).map { !$0.text("f.txt").contains("MARQUE") } == true)
    }

    @Test func bytesThatAreNoTextAreAFault() {
        #expect(throws: ConfidentialText.Fault.self) { try ConfidentialText([0x23, 0xFF, 0xFE], name: "essai") }
    }
}
