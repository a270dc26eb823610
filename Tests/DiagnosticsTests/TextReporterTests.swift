import Diagnostics
import Testing

private let file = "content/guides/elus/menaces.md"

private func report(_ text: String, _ diagnostics: [Diagnostic], color: Bool = false) -> String {
    TextReporter(color: color) { $0 == file ? Array(text.utf8) : nil }.report(diagnostics)
}

/// An error that marks the first occurrence of a text.
private func fault(_ message: String = "faute", at marked: String, in text: String) -> Diagnostic {
    let offset = text.firstRange(of: marked).map { text.utf8.distance(from: text.startIndex, to: $0.lowerBound) }
    return .error(
        .valueType, at: SourceLocation(file: file, offset: offset, length: marked.utf8.count), message)
}

@Suite struct TextReporterTests {
    @Test func aFaultShowsItsLineItsCureAndItsOtherPlace() {
        let text = "---\ntitle: Été\nétat: oui\nupdated: 2026-02-30\n---\n"
        let updated = SourceLocation(file: file, offset: 37, length: 10)
        let title = SourceLocation(file: file, offset: 11, length: 5)
        let output = report(
            text,
            [
                .error(
                    .dateInvalid, at: updated, "la date « 2026-02-30 » n’existe pas",
                    advice: "écrivez une date AAAA-MM-JJ qui existe",
                    notes: [
                        .init("l’autre date est ici", at: title), .init("le calendrier a 28 jours en février 2026"),
                    ])
            ])
        #expect(
            output == """
                content/guides/elus/menaces.md:4:10: erreur: la date « 2026-02-30 » n’existe pas [date-invalid]
                   4 | updated: 2026-02-30
                     |          ^^^^^^^^^^
                     = écrivez une date AAAA-MM-JJ qui existe
                     = note: content/guides/elus/menaces.md:2:8: l’autre date est ici
                     = note: le calendrier a 28 jours en février 2026
                1 erreur

                """)
    }

    @Test func faultsAreSortedAndEachToldOnce() {
        let text = "a: 1\nb: 2\n"
        let first = fault("première", at: "1", in: text)
        let second = fault("seconde", at: "2", in: text)
        let tool = Diagnostic.error(.toolMissing, "Typst manque", advice: "lancez make site")
        let missing = Diagnostic.warning(.fileEmpty, at: SourceLocation(file: "content/vide.md"), "le fichier est vide")
        let unread = Diagnostic(
            .note, .fileUnreadable, at: SourceLocation(file: "content/absent.md", offset: 12), "le fichier a disparu")
        #expect(
            report(text, [second, missing, first, second, unread, tool]) == """
                erreur: Typst manque [tool-missing]
                     = lancez make site
                content/absent.md: note: le fichier a disparu [file-unreadable]
                content/guides/elus/menaces.md:1:4: erreur: première [value-type]
                   1 | a: 1
                     |    ^
                content/guides/elus/menaces.md:2:4: erreur: seconde [value-type]
                   2 | b: 2
                     |    ^
                content/vide.md: avertissement: le fichier est vide [file-empty]
                3 erreurs, 1 avertissement, 1 note

                """)
    }

    @Test func theOrderOfArrivalIsOfNoConsequence() {
        let text = "a: 1\nb: 2\n"
        let faults = [
            fault("b", at: "1", in: text), fault("a", at: "1", in: text), fault("a", at: "2", in: text),
            Diagnostic.warning(.valueType, at: SourceLocation(file: file, offset: 3), "a", advice: "x"),
            Diagnostic.error(.valueType, at: SourceLocation(file: file, offset: 3), "a", advice: "y"),
            Diagnostic.error(.valueType, at: SourceLocation(file: file, offset: 3, length: 2), "a"),
            Diagnostic.error(.dateInvalid, at: SourceLocation(file: file, offset: 3), "z"),
            Diagnostic.error(.dateInvalid, at: SourceLocation(file: file), "z"),
            Diagnostic.error(.dateInvalid, "z"),
        ]
        let expected = faults.sortedForReport()
        #expect(expected.count == faults.count)
        #expect(faults.reversed().sortedForReport() == expected)
        #expect((faults[4...] + faults[..<4] + faults).sortedForReport() == expected)
    }

    @Test func nothingToSayIsNothing() {
        #expect(report("", []) == "")
        #expect(![Diagnostic.warning(.fileEmpty, "vide")].hasErrors)
        #expect([Diagnostic.warning(.fileEmpty, "vide"), .error(.fileEmpty, "vide")].hasErrors)
    }

    @Test func caretsStandUnderWhatIsSeen() {
        // A tab, a letter with a combining accent, a wide letter, an emoji of several scalars.
        let text = "\té = e\u{301}t 漢字 👩‍🚒 ici\n"
        #expect(
            report(text, [fault(at: "ici", in: text)]) == """
                content/guides/elus/menaces.md:1:17: erreur: faute [value-type]
                   1 |     é = e\u{301}t 漢字 👩‍🚒 ici
                     |                    ^^^
                1 erreur

                """)
        #expect(
            report(text, [fault(at: "漢字", in: text)]) == """
                content/guides/elus/menaces.md:1:10: erreur: faute [value-type]
                   1 |     é = e\u{301}t 漢字 👩‍🚒 ici
                     |            ^^^^
                1 erreur

                """)
    }

    @Test func longLinesAreCutAroundTheCaret() {
        let text = String(repeating: "été ", count: 100) + "FAUTE" + String(repeating: " été", count: 100) + "\n"
        #expect(
            report(text, [fault(at: "FAUTE", in: text)]) == """
                content/guides/elus/menaces.md:1:401: erreur: faute [value-type]
                   1 | …é \(String(repeating: "été ", count: 17))FAUTE été été été été été été …
                     | \(String(repeating: " ", count: 71))^^^^^
                1 erreur

                """)
    }

    @Test func aLongMarkIsCut() {
        let text = "a: " + String(repeating: "x", count: 10_000)
        #expect(
            report(text, [fault(at: String(repeating: "x", count: 10_000), in: text)]) == """
                content/guides/elus/menaces.md:1:4: erreur: faute [value-type]
                   1 | a: \(String(repeating: "x", count: 50))…
                     |    \(String(repeating: "^", count: 50))
                1 erreur

                """)
    }

    @Test func aMarkOfSeveralLinesShowsItsFirst() {
        let text = "a: |\r\n  deux\r\n  lignes\r\n"
        #expect(
            report(text, [fault(at: "|\r\n  deux\r\n  lignes", in: text)]) == """
                content/guides/elus/menaces.md:1:4: erreur: faute [value-type]
                   1 | a: |
                     |    ^
                1 erreur

                """)
    }

    @Test func theEndOfTheFileCanBeMarked() {
        let location = SourceLocation(file: file, offset: 5)
        #expect(
            report("a: b\n", [.error(.yamlSyntax, at: location, "il manque la fin")]) == """
                content/guides/elus/menaces.md:2:1: erreur: il manque la fin [yaml-syntax]
                   2 |
                     | ^
                1 erreur

                """)
        let beyond = SourceLocation(file: file, offset: 99)
        #expect(
            report("a: b", [.error(.yamlSyntax, at: beyond, "il manque la fin")]) == """
                content/guides/elus/menaces.md:1:5: erreur: il manque la fin [yaml-syntax]
                   1 | a: b
                     |     ^
                1 erreur

                """)
    }

    @Test func largeLineNumbersWidenTheMargin() {
        let text = String(repeating: "\n", count: 12_344) + "ici\n"
        #expect(
            report(text, [.error(.valueType, at: SourceLocation(file: file, offset: 12_344), "faute", advice: "cure")])
                == """
                content/guides/elus/menaces.md:12345:1: erreur: faute [value-type]
                12345 | ici
                      | ^
                      = cure
                1 erreur

                """)
    }

    @Test func aByteOrderMarkIsNoColumn() {
        let text = "\u{FEFF}a: b\n"
        #expect(
            report(text, [.error(.valueType, at: SourceLocation(file: file, offset: 6), "faute")]) == """
                content/guides/elus/menaces.md:1:4: erreur: faute [value-type]
                   1 | a: b
                     |    ^
                1 erreur

                """)
    }

    @Test func bytesOfAnotherEncodingDoNotShiftTheCaret() {
        let bytes: [UInt8] = Array("nom: H".utf8) + [0xE9, 0x72, 0xE9] + Array(" ici\n".utf8)
        let location = SourceLocation(file: file, offset: 10, length: 3)
        let output = TextReporter { _ in bytes }.report([.error(.valueType, at: location, "faute")])
        #expect(
            output == """
                content/guides/elus/menaces.md:1:11: erreur: faute [value-type]
                   1 | nom: H�r� ici
                     |           ^^^
                1 erreur

                """)
    }

    @Test func nothingActsOnTheTerminal() {
        let text = "a: \u{1B}[31mrouge\u{202E}\n"
        let output = report(text, [.error(.valueType, at: SourceLocation(file: file, offset: 3), "lu : \u{1B}[2J\nfin")])
        #expect(
            output == """
                content/guides/elus/menaces.md:1:4: erreur: lu : ␛[2J fin [value-type]
                   1 | a: ␛[31mrouge�
                     |    ^
                1 erreur

                """)
    }

    @Test func coloursAreWrittenWhenAskedFor() {
        let text = "a: b\n"
        #expect(
            report(text, [fault(at: "b", in: text)], color: true) == """
                \u{1B}[1mcontent/guides/elus/menaces.md:1:4:\u{1B}[0m \u{1B}[1;31merreur:\u{1B}[0m faute [value-type]
                   1 | a: b
                     |    \u{1B}[1;31m^\u{1B}[0m
                1 erreur

                """)
    }
}
