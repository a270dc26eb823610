import ArgumentParser
import Testing

@testable import crieur

@Suite struct UsageFaultTests {
    /// What the parser says of a command line, put into French.
    private func told(_ line: String) -> String? {
        do {
            _ = try Crieur.parseAsRoot(line.split(separator: " ").map(String.init))
            return nil
        } catch {
            return Main.usageFault(error, arguments: line.split(separator: " ").map(String.init)).text
        }
    }

    @Test(arguments: [
        ("build --jobs 0", "« --jobs » attend un nombre à partir de 1", "build "),
        ("build --jobs deux", "la valeur « deux » ne convient pas à « --jobs <nombre> »", "build "),
        ("build --jobs", "il manque la valeur de « --jobs <nombre> »", "build "),
        ("build --fromat json", "l’option « --fromat » n’existe pas ; vouliez-vous dire « --format » ?", "build "),
        ("check --bulletins", "l’option « --bulletins » n’existe pas", "check "),
        (
            "check --format xml",
            "la valeur « xml » ne convient pas à « --format <format> » ; "
                + "valeurs admises : « text », « json », « github », « gitlab »", "check "
        ),
        ("build --pdf=oui", "l’option « --pdf » ne prend pas de valeur", "build "),
        ("build content", "« content » est de trop", "build "),
        ("build a b", "« a », « b » sont de trop", "build "),
        ("explain", "il manque « <sujet> »", "explain "),
        ("buld", "la commande « buld » n’existe pas ; vouliez-vous dire « build » ?", ""),
        ("bulletin --editon 2026-11 74010", "l’option « --editon » n’existe pas ; vouliez-vous dire « --edition » ?", "bulletin "),
        ("new guid", "la commande « guid » n’existe pas ; vouliez-vous dire « guide » ?", "new "),
        ("new guide elus", "il manque « <titre> »", "new guide "),
        ("bulletin 74010 b", "« b » est de trop", "bulletin "),
        ("publier", "la commande « publier » n’existe pas", ""),
    ])
    func saysWhatIsWrongAndWhereHelpIs(line: String, words: String, command: String) {
        #expect(told(line) == "crieur : \(words)\n     = voyez « crieur \(command)--help »")
    }

    @Test func aSoundLineIsNone() {
        #expect(told("build --strict --only 74010 --no-pdf") == nil)
    }

    @Test func helpKeepsNoEnglish() {
        let help = [Crieur.helpMessage(), BuildCommand.helpMessage(), ExplainCommand.helpMessage(), BulletinCommand.helpMessage()].map(HelpText.french)
        for english in ["OVERVIEW", "USAGE", "Show", "default:", "values:", "See '", "subcommand"] {
            #expect(help.allSatisfy { !$0.contains(english) }, "« \(english) »")
        }
        #expect(help[1].contains("UTILISATION : "))
    }
}
