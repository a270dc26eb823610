import Diagnostics
import Testing
import YAML

private enum Level: String, CaseIterable {
    case information, vigilance, danger
}

private func fields(_ text: String) -> YAMLFields {
    YAMLFields(reading: Array(text.utf8)[...], file: "a.md")
}

/// One line per fault: place, identifier, message, advice.
private func told(_ diagnostics: [Diagnostic]) -> [String] {
    diagnostics.map {
        "\($0.location?.offset ?? -1)+\($0.location?.length ?? -1) \($0.id.rawValue): \($0.message) = \($0.advice ?? "")"
    }
}

@Suite struct YAMLFieldsTests {
    @Test func everyTypeIsRead() {
        var fields = fields(
            """
            title: Été
            code: 01004
            draft: true
            order: -3
            tags: [a, "b"]
            single: c
            level: danger
            levels:
              - danger
              - information
            publisher:
              name: Préfecture
            themes:
              - id: elus
              - id: cyber
            empty:
            """)
        #expect(fields.requiredString("title") == "Été")
        #expect(fields.string("code") == "01004")
        #expect(fields.bool("draft") == true)
        #expect(fields.int("order") == -3)
        #expect(fields.strings("tags") == ["a", "b"])
        #expect(fields.strings("single") == ["c"])
        #expect(fields.choice("level") == Level.danger)
        #expect(fields.choices("levels", as: Level.self) == [.danger, .information])
        #expect(fields.mapping("publisher") { $0.requiredString("name") } == "Préfecture")
        #expect(fields.mappings("themes") { $0.requiredString("id") } == ["elus", "cyber"])
        #expect(fields.string("empty") == nil)
        #expect(fields.strings("empty") == [])
        #expect(fields.value("title", expected: "un nom") { $0.utf8.count } == 5)
        #expect(fields.values("tags", expected: "un nom") { $0.utf8.count } == [1, 1])
        #expect(fields.string("absent") == nil)
        #expect(fields.location(of: "code")?.offset == 13)
        #expect(fields.valueLocation(of: "code")?.offset == 19)
        #expect(fields.valueLocation(of: "absent") == nil)
        #expect(fields.finish().isEmpty)
    }

    @Test func valuesOfTheWrongTypeAreTold() {
        var fields = fields(
            """
            title: [a]
            draft: oui
            quoted: "true"
            order: 3e
            date: 2026-02-30
            level: dangr
            levels: [urgence, danger]
            tags:
              - a
              -
              - {b: c}
            publisher: préfecture
            """)
        #expect(fields.requiredString("title") == "")
        #expect(fields.bool("draft") == nil)
        #expect(fields.bool("quoted") == nil)
        #expect(fields.int("order") == nil)
        #expect(
            fields.value("date", expected: "une date AAAA-MM-JJ", id: .dateInvalid) { _ in Int?.none } == nil)
        #expect(fields.choice("level", as: Level.self) == nil)
        #expect(fields.choices("levels", as: Level.self) == [.danger])
        #expect(fields.strings("tags") == ["a"])
        #expect(fields.mapping("publisher") { $0.requiredString("name") } == "")
        let words = "valeurs admises : « information », « vigilance », « danger »"
        #expect(
            told(fields.finish()) == [
                "7+1 value-type: « title » attend un texte, pas une liste = écrivez un texte après « : » ou « - »",
                "18+3 value-type: « draft » attend true ou false, pas « oui » = écrivez true ou false, sans guillemets",
                "30+6 value-type: « quoted » attend true ou false, pas « true » = écrivez true ou false, sans guillemets",
                "44+2 value-type: « order » attend un nombre entier, pas « 3e » = écrivez-le en chiffres, sans guillemets",
                "53+10 date-invalid: « date » attend une date AAAA-MM-JJ, pas « 2026-02-30 » = écrivez une date AAAA-MM-JJ",
                "71+5 value-not-allowed: « level » ne peut pas valoir « dangr » = vouliez-vous dire « danger » ?",
                "86+7 value-not-allowed: « levels » ne peut pas valoir « urgence » = \(words)",
                "118+0 value-type: « tags » attend un texte, pas rien = écrivez un texte après « : » ou « - »",
                "123+1 value-type: « tags » attend un texte, pas un groupe de clés = écrivez un texte après « : » ou « - »",
                "141+11 value-type: des clés sont attendues ici, pas un texte = écrivez à la ligne suivante, en retrait, une ligne par clé : « name: … »",
            ])
    }

    @Test func missingKeysAreToldOnce() {
        var fields = fields("é: 1\ntitle:\nsummary: \"\"\n")
        #expect(fields.requiredString("é") == "1")
        #expect(fields.requiredString("title") == "")
        #expect(fields.requiredString("summary") == "")
        #expect(fields.requiredString("name") == "")
        #expect(fields.int("order", required: true) == nil)
        #expect(
            told(fields.finish()) == [
                "6+5 key-missing: la clé « title » n’a pas de valeur = complétez « title: … »",
                "0+1 key-missing: la clé « name » manque = ajoutez « name: … »",
                "0+1 key-missing: la clé « order » manque = ajoutez « order: … »",
            ])
    }

    @Test func unknownKeysAreToldWithTheNameThatWasMeant() {
        var fields = fields("titel: a\nupdated: b\ncouleur: c\npublisher:\n  nmae: d\n")
        _ = fields.string("title")
        _ = fields.string("updated")
        _ = fields.mapping("publisher") { $0.string("name") }
        #expect(
            told(fields.finish()) == [
                "44+4 key-unknown: la clé « nmae » est inconnue = vouliez-vous dire « name » ?",
                "0+5 key-unknown: la clé « titel » est inconnue = vouliez-vous dire « title » ?",
                "20+7 key-unknown: la clé « couleur » est inconnue = clés admises : title, updated, publisher",
            ])
    }

    @Test func aKeyWrittenTwiceIsNotAlsoUnknown() {
        var fields = fields("title: a\ntitle: b\n")
        #expect(fields.string("title") == "a")
        #expect(fields.finish().map(\.id) == [.keyDuplicate])
    }

    @Test func afterASyntaxFaultNothingElseIsSaid() {
        var fields = fields("title: \"a\n")
        #expect(fields.requiredString("title") == "")
        #expect(fields.requiredString("summary") == "")
        #expect(fields.finish().map(\.id) == [.yamlSyntax])
    }

    @Test func anEmptyTextLacksItsKeys() {
        var fields = YAMLFields(reading: [], file: "a.md", offset: 4)
        #expect(fields.requiredString("title") == "")
        #expect(told(fields.finish()) == ["4+1 key-missing: la clé « title » manque = ajoutez « title: … »"])
    }

    @Test func aListIsNotAGroupOfKeys() {
        var fields = fields("- a\n- b\n")
        #expect(fields.requiredString("title") == "")
        #expect(
            told(fields.finish()) == [
                "0+1 value-type: des clés sont attendues ici, pas une liste = écrivez à la ligne suivante, en retrait, une ligne par clé : « title: … »"
            ])
    }

    @Test func keysThatAreDataAreAllKnown() {
        var fields = fields("a: 1\nb: 2\n")
        #expect(fields.allEntries().map(\.key) == ["a", "b"])
        #expect(fields.finish().isEmpty)
    }
}
