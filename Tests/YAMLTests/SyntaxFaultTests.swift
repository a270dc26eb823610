import Diagnostics
import Testing
import YAML

/// Each fault an editor makes: where it is shown, what is said, what to do.
@Suite struct SyntaxFaultTests {
    struct Case: CustomTestStringConvertible {
        let text: String
        /// What the caret stands under.
        let marked: String
        let message: String
        let advice: String

        init(_ text: String, at marked: String, _ message: String, _ advice: String) {
            self.text = text
            self.marked = marked
            self.message = message
            self.advice = advice
        }

        var testDescription: String { text }
    }

    static let quote = "mettez la valeur entre guillemets"

    static let cases = [
        Case(
            "title: \"Menacé\nsummary: Un essai.\ntags: [\"a\"]\n", at: "\"", "ce guillemet n’est jamais fermé",
            "fermez-le à la fin de la valeur (\")"),
        Case(
            "title: \"Menacé\n  ou non\"\nsummary: \"Un\" essai\n", at: "essai", "texte inattendu après la fin de la valeur",
            "mettez toute la valeur entre guillemets droits ; à l’intérieur, écrivez « … » ou ’"),
        Case(
            "title: “Été : danger”\n", at: "“Été : danger”",
            "les guillemets « “ » n’entourent pas une valeur : ce sont ceux d’un traitement de texte",
            "remplacez-les par des guillemets droits (\")"),
        Case(
            "title: Été\nsummary: Attention : danger\n", at: ":",
            "une valeur sans guillemets ne peut pas contenir « : » suivi d’une espace", quote),
        Case(
            "title: Été\n  summary: danger\n", at: ":",
            "« : » inattendu : cette ligne continue la valeur de la précédente",
            "alignez la clé avec les autres, ou \(quote)"),
        Case(
            "é: a\nsummary\norder: 1\n", at: "summary", "il manque « : » et une valeur dans cette ligne",
            "écrivez « clé: valeur » ; pour continuer la ligne précédente, mettez cette ligne en retrait"),
        Case(
            "é: a\ntags:\n\t- b\n", at: "\t", "une tabulation sert de retrait", "remplacez-la par des espaces"),
        Case(
            "é: |\n\tb\n", at: "\t", "une tabulation sert de retrait", "remplacez-la par des espaces"),
        Case(
            "é: a\ntitle: \"Été\nsummary: b\n", at: "\"", "ce guillemet n’est jamais fermé",
            "fermez-le à la fin de la valeur (\")"),
        Case(
            "é: a\ntitle: 'Été\nsummary: b\n", at: "'", "ce guillemet n’est jamais fermé",
            "fermez-le à la fin de la valeur (')"),
        Case(
            "é: a\ntitle: 'l'élu'\nsummary: b\n", at: "élu'", "texte inattendu après la fin de la valeur",
            "mettez toute la valeur entre guillemets droits ; à l’intérieur, écrivez « … » ou ’"),
        Case(
            "é: a\ntitle: \"Été\" à Éloise  \nsummary: b\n", at: "à Éloise",
            "texte inattendu après la fin de la valeur",
            "mettez toute la valeur entre guillemets droits ; à l’intérieur, écrivez « … » ou ’"),
        Case(
            "  é: a\n title: b\n", at: "title: b", "cette ligne n’est pas alignée avec les autres clés",
            "donnez-lui le même retrait"),
        Case(
            "é:\n  - a\n  title: b\n", at: "title: b", "cette ligne est dans une liste sans commencer par « - »",
            "ajoutez « - », ou alignez-la avec la clé à laquelle elle appartient"),
        Case(
            "é: a\ntags: - b\n", at: "-", "« - » inattendu à cet endroit",
            "commencez la liste à la ligne suivante ; si c’est un texte, \(quote)"),
        Case(
            "é: a\ntitle: @mairie\n", at: "@", "une valeur sans guillemets ne peut pas commencer par « @ »", quote),
        Case(
            "é: a\ntitle: *Attention* danger\n", at: "*",
            "une valeur sans guillemets ne peut pas commencer par « * »", quote),
        Case(
            "é: a\ntitle: & co\n", at: "&", "une valeur sans guillemets ne peut pas commencer par « & »", quote),
        Case(
            "é: a\ntitle: %50\n", at: "%", "une valeur sans guillemets ne peut pas commencer par « % »", quote),
        Case(
            "é: a\ntitle: !<x y\n", at: "!", "une valeur sans guillemets ne peut pas commencer par « ! »", quote),
        Case(
            "é: a\ntitle: !x!y z\n", at: "!", "une valeur sans guillemets ne peut pas commencer par « ! »", quote),
        Case(
            "é: a\ntitle: , b\n", at: ",", "« , » inattendu : une valeur est attendue ici",
            "complétez la valeur, ou mettez-la entre guillemets"),
        Case(
            "é: a\ntitle: > Texte\n", at: "Texte", "texte inattendu après « > »",
            "écrivez le texte à la ligne suivante, en retrait, ou \(quote)"),
        Case(
            "é: a\ntitle: \"C:\\dossier\"\n", at: "\\d", "« \\d » n’a pas de sens entre guillemets",
            "écrivez deux barres obliques inverses : « \\\\ »"),
        Case(
            "é: a\ntags: [b, c\nsummary: d\n", at: "[", "« [ » n’est jamais fermé", "ajoutez « ] »"),
        Case(
            "é: a\ntags: [b, \"c\" d]\n", at: "d", "il manque « , » ou « ] » avant ce texte",
            "séparez les éléments par des virgules ; mettez entre guillemets ceux qui en contiennent"),
        Case(
            "é: a\ntags: {b: c\n", at: "{", "« { » n’est jamais fermé", "ajoutez « } »"),
        Case(
            "é: a\ntags: [b,\n", at: "", "le texte s’arrête au milieu d’une valeur", "ajoutez « ] » ou « } » à la fin"),
        Case("é: a\ntitle: |0\n b\n", at: "0", "« 0 » n’a pas de sens ici", "supprimez-le"),
        Case("é: a\ntags: [b:]\n", at: ":", "« : » inattendu dans une liste entre crochets", quote),
        Case(
            "[é]\ntitle: b\n", at: "title: b", "texte inattendu après la fin du contenu",
            "supprimez-le, ou écrivez « clé: valeur » à chaque ligne"),
        Case(
            "é: a\ntitle: b\u{7}c\n", at: "\u{7}", "caractère invisible interdit (U+0007)", "supprimez-le"),
    ]

    @Test(arguments: cases)
    func isToldInFrenchAtItsPlace(_ fault: Case) {
        let before = "---\n"
        let bytes = Array(fault.text.utf8)
        let (node, diagnostics) = YAMLReader.read(bytes[...], file: "a.md", offset: before.utf8.count)
        #expect(node == nil)
        #expect(diagnostics.map(\.id) == [.yamlSyntax])
        #expect(diagnostics.map(\.message) == [fault.message])
        #expect(diagnostics.map(\.advice) == [fault.advice])
        guard let location = diagnostics.first?.location, let offset = location.offset else {
            Issue.record("no place")
            return
        }
        let start = min(offset - before.utf8.count, bytes.count)
        let end = min(start + location.length, bytes.count)
        #expect(String(decoding: bytes[start..<end], as: UTF8.self) == fault.marked)
    }

    @Test func bytesOfAnotherEncodingAreNamed() {
        let bytes: [UInt8] = Array("title: ".utf8) + [0xE9, 0x74, 0xE9, 0x0A]
        let (node, diagnostics) = YAMLReader.read(bytes[...], file: "a.md", offset: 4)
        #expect(node == nil)
        #expect(
            diagnostics == [
                .error(
                    .fileNotUTF8, at: SourceLocation(file: "a.md", offset: 11),
                    "ces octets ne sont pas de l’UTF-8", advice: "enregistrez le fichier en UTF-8")
            ])
    }
}
