import SiteModel
import Testing

@testable import Channels

/// As one line with ordinary spaces.
private func ordinary(_ text: String) -> String { String(text.map { $0.isWhitespace ? " " : $0 }) }

@Suite struct ChannelTests {
    /// `(level, emergency)`: what must stand in each text, however long the alert is.
    private static let longBody = """
        ## Que faire

        1. **Fermez à clé.** Même pour une heure, même au jardin.
        2. **Notez la plaque** d'un véhicule qui revient. N'approchez pas.
        3. **Un doute, une peur ?** Composez le :fact[17] sans attendre.
        4. **Parlez-en autour de vous.** Une voisine prévenue en prévient d'autres.
        """

    @Test(arguments: [0, 1, 3, 10, 40, 150])
    func whatMustStandStands(_ length: Int) throws {
        let words = (0..<length).map { ["maison", "école", "été", "l'hiver", "Élus"][$0 % 5] }.joined(separator: " ")
        let site = try Samples.site(
            title: "Vols \(words)", summary: "Un résumé \(words). Une autre phrase.", body: Self.longBody, demonstration: true)
        let texts = Samples.texts(site)
        #expect(texts.map(\.channel) == ChannelText.Channel.allCases)
        for text in texts where text.channel != .sms {
            let whole = ordinary(text.whole.lowercased())
            #expect(whole.contains("31 mars 2027"), "\(text.channel): \(text.whole)")
            #expect(whole.contains("17"), "\(text.channel): \(text.whole)")
            #expect(text.excess == 0, "\(text.channel): \(text.whole)")
            if let limit = text.limit { #expect(text.parts.allSatisfy { $0.count <= limit }, "\(text.channel)") }
            for part in text.parts where text.channel != .mail || part.label == "Texte" {
                #expect(ordinary(part.text).contains("EXEMPLE : NE PAS DIFFUSER"), "\(text.channel): \(part.text)")
            }
            #expect(!text.whole.contains("\u{202F}"), "many tools show it as a box")
            #expect(text.whole.contains("\u{A0}") == (text.limit != nil), "no-break spaces where others wrap the lines: \(text.channel)")
        }
    }

    @Test func aSentenceIsWholeOrAbsent() throws {
        let site = try Samples.site(title: "Vols", summary: "Un résumé.", body: Self.longBody)
        let text = ordinary(try Samples.text(.bulletin300, site).whole)
        #expect(text.contains("Fermez à clé.") && !text.contains("Même pour une heure"), "the step before what explains it")
        #expect(text.contains("Un doute, une peur ? Composez le 17"), "a question with its answer")
        #expect(!text.contains("…"))
    }

    @Test func aNumberThatTheTextGivesIsNotRepeatedAndOneThatItLosesIsAdded() throws {
        let short = try Samples.site(title: "Vols", body: "## Que faire\n\nComposez le :fact[17].")
        #expect(!(try Samples.text(.bulletin300, short).whole.contains("Urgence")))
        let day = try Samples.site(
            title: "Vols", summary: String(repeating: "Une phrase de trop. ", count: 8),
            body: "## Que faire\n\n1. Venez le 17 décembre.\n2. \(String(repeating: "Attendez longtemps ", count: 9)), puis composez le :fact[17].")
        let text = ordinary(try Samples.text(.bulletin300, day).whole)
        #expect(text.contains("Urgence : 17."), "« le 17 décembre » is no number: \(text)")
        let none = try Samples.site(title: "Vols", body: "## Que faire\n\nFermez.")
        #expect(!(try Samples.text(.application, none).whole.contains("Urgence")), "an alert that gives none")
    }

    @Test func whatAnEditorWroteIsPastedWithItsEnd() throws {
        let told = try Samples.site(title: "Vols", front: "short_texts:\n  300: \"Fermez jusqu'au 31 mars.\"")
        #expect(ordinary(try Samples.text(.bulletin300, told).whole) == "Fermez jusqu'au 31 mars. Source : le référent (exemple). Détails : presents-pour-les-elus.exemple.fr/alertes/essai")
        let other = try Samples.site(title: "Vols", front: "short_texts:\n  300: \"Dès le 131 mars, fermez.\"")
        #expect(ordinary(try Samples.text(.bulletin300, other).whole).contains("fermez. Valable jusqu’au 31 mars 2027."))
        #expect(try Samples.text(.bulletin600, other).whole.hasPrefix("Dès le 131 mars"), "a shorter one does for a longer room")
        let long = try Samples.site(title: "Vols", front: "short_texts:\n  300: \"\(String(repeating: "Fermez tout. ", count: 23))\"")
        #expect(try Samples.text(.bulletin300, long).excess > 0, "it is never cut: the excess is told")
    }

    @Test func anEndOfAlertSaysSo() throws {
        var site = try Samples.site(title: "Vols")
        site.alerts[0].succession = .init(kind: .cancels, file: "content/alerts/avant.md")
        for text in Samples.texts(site) { #expect(text.whole.lowercased().replacing("'", with: "’").contains("fin d’alerte"), "\(text.channel)") }
    }

    @Test func whatLeavesFewTracesHasNoText() throws {
        #expect(Samples.texts(try Samples.site(title: "Vols", front: "offline: false")).isEmpty)
    }

    @Test func theFileSaysItsEncoding() throws {
        let mail = try Samples.text(.mail, Samples.site(title: "Été"))
        #expect(mail.file.starts(with: [0xEF, 0xBB, 0xBF]))
        #expect(String(decoding: mail.file.dropFirst(3), as: UTF8.self).hasPrefix("Objet : Été\n\nBonjour,"))
    }
}

@Suite struct PanelTests {
    @Test func capitalsKeepTheirAccents() throws {
        let site = try Samples.site(title: "Élèves, forêt, maïs, ça brûle à Noël : l'œuvre « du feu »…")
        let text = try Samples.text(.panel, site).whole.replacing("\n", with: " ")
        #expect(text.hasPrefix("ÉLÈVES, FORÊT, MAÏS, ÇA BRÛLE À NOËL : L'OEUVRE \"DU FEU\"..."))
    }

    @Test(arguments: [(2, 10, 3), (4, 16, 3), (6, 20, 3), (8, 20, 1), (6, 20, 10), (3, 60, 2)])
    func aScreenHoldsItsLinesAndALineItsSigns(_ lines: Int, _ columns: Int, _ screens: Int) throws {
        let title = "Cambriolages dans l'arrondissement de Saint-Julien-en-Genevois : appelez avant 18 h 30"
        let site = try Samples.site(title: title, summary: "Une phrase. Une autre phrase, plus longue que les autres.", demonstration: columns >= 20) {
            $0.policies.channels.panelLines = lines
            $0.policies.channels.panelColumns = columns
            $0.policies.channels.panelScreens = screens
        }
        let text = try Samples.text(.panel, site)
        let shown = text.parts.map { $0.text.split(separator: "\n", omittingEmptySubsequences: false) }
        #expect(shown.allSatisfy { $0.count <= lines } && shown.joined().allSatisfy { $0.count <= columns }, "\(text.whole)")
        #expect(text.parts.count - text.excess <= screens)
        // No word is parted that a line has room for.
        let known = Set(PlainText.ordinary("\(title) Une phrase. Une autre phrase, plus longue que les autres.".uppercased()).split(separator: " "))
        let parted = Set(known.filter { $0.count > columns })
        for word in shown.joined().flatMap({ $0.split(separator: " ") }) where word.count > 3 && parted.isEmpty && columns >= 20 {
            let isOurs = known.contains { $0 == word || $0.replacing("’", with: "'") == word || $0.dropLast() == word } || word.hasSuffix("...")
            #expect(isOurs || ["VALABLE", "EXEMPLE", "DIFFUSER", "JUSQU'AU", "MARS", "2027"].contains(word), "\(word)")
        }
    }

    @Test func aSentenceThatAScreenCannotShowWholeIsNotBegun() throws {
        let site = try Samples.site(
            title: "Faux messages", summary: "\(String(repeating: "Les faux messages visent les mairies ", count: 4)). Vérifiez par téléphone.")
        #expect(try Samples.text(.panel, site).parts.map(\.text) == ["FAUX MESSAGES\nVÉRIFIEZ PAR\nTÉLÉPHONE\nUN TEXTE\nVALABLE JUSQU'AU\n31 MARS 2027"])
    }

    @Test func eachScreenOfADemonstrationSaysSo() throws {
        let site = try Samples.site(title: String(repeating: "Vols dans les maisons ", count: 4), demonstration: true)
        let text = try Samples.text(.panel, site)
        #expect(text.parts.count > 1 && text.parts.allSatisfy { $0.text.hasPrefix("EXEMPLE : NE PAS\nDIFFUSER\n") })
        #expect(text.parts.last?.text.hasSuffix("VALABLE JUSQU'AU\n31 MARS 2027") == true)
    }
}

@Suite struct PlainTextTests {
    @Test func linesDoNotPartWhatBelongsTogether() {
        #expect(PlainText.wrapped("Le 15\u{A0}avril\u{202F}? Oui", to: 8) == ["Le", "15", "avril ?", "Oui"], "what is longer than a line is parted at its spaces")
        #expect(PlainText.wrapped("Le 15\u{A0}avril\u{202F}? Oui", to: 10) == ["Le", "15 avril ?", "Oui"])
        #expect(PlainText.wrapped("1. un deux trois", to: 9, indent: "   ") == ["1. un", "   deux", "   trois"])
        #expect(PlainText.wrapped("a https://exemple.fr/long b", to: 8) == ["a", "https://exemple.fr/long", "b"])
        #expect(PlainText.wrapped("anticonstitution", to: 6, cuts: true) == ["antico", "nstitu", "tion"])
    }

    @Test func whatIsShortenedEndsAfterAWord() {
        #expect(PlainText.shortened("Un deux trois", to: 13) == "Un deux trois")
        #expect(PlainText.shortened("Un deux trois", to: 12) == "Un deux…")
        #expect(PlainText.shortened("Un deux : trois", to: 11) == "Un deux…")
        #expect(PlainText.shortened("Anticonstitution", to: 8) == "Anticon…")
    }

    @Test func whatIsNotSeenIsLeftOut() {
        #expect(PlainText.ordinary(" a\u{202E}b\u{AD}c\u{0}\n d\u{A0}: 👩\u{200D}🚒 ") == "abc d : 👩\u{200D}🚒")
    }
}
