import Testing

@testable import BulletinRendering

@Suite struct TypstMessageTests {
    @Test(arguments: [
        ("unknown variable: foo", "nom inconnu « foo »"),
        ("dictionary does not contain key \"b\"", "le travail d’impression n’a pas la clé « b »"),
        ("dictionary does not contain key \"b\" and no default value was specified", "le travail d’impression n’a pas la clé « b »"),
        ("file not found (searched at /x/work-1-0/templates/lib/no.typ)", "fichier introuvable « lib/no.typ »"),
        ("unresolved import", "le fichier importé ne contient pas ce nom"),
        ("expected semicolon or line break", "il manque un point-virgule ou un retour à la ligne"),
        ("expected expression", "il manque une expression"),
        ("expected length, found string", "attendu : une longueur, et non un texte"),
        ("expected relative length or auto, found integer", "attendu : une longueur relative ou « auto », et non un entier"),
        ("expected pattern, found keyword `if`", "« if » est un mot réservé : il ne peut pas servir de nom"),
        ("maximum function call depth exceeded", "une fonction ou une règle s’appelle elle-même sans fin"),
        ("condition is always true", "boucle sans fin : sa condition est toujours vraie"),
        ("type integer has no method `len`", "pas de méthode « len » pour un entier"),
        ("cannot add integer and string", "on ne peut pas ajouter un entier et un texte"),
        (
            "array index out of bounds (index: 5, len: 2) and no default value was specified",
            "la liste n’a pas d’élément 5 : elle en a 2, comptés à partir de 0"
        ),
        ("document did not converge within five attempts", "la mise en page ne se stabilise pas"),
        (
            "value of `counter(\"a\")` did not converge",
            "la mise en page ne se stabilise pas : la valeur de `counter(\"a\")` change à chaque essai"
        ),
        (
            "PDF/A-2a, PDF/UA-1 error: the text `\"☎\"` could not be displayed with font `\"Inter\"`",
            "archivage et accessibilité (PDF/A-2a, PDF/UA-1) : le signe « ☎ » n’est dans aucune police d’impression"
        ),
        ("PDF/UA-1 error: missing document title", "accessibilité (PDF/UA-1) : le titre du document manque"),
        (
            "failed to parse JSON (EOF while parsing an object at line 1 column 1)",
            "ce fichier n’est pas du JSON lisible (EOF while parsing an object at line 1 column 1)"
        ),
        ("something new", "something new"),
    ])
    func isSaidInFrench(english: String, french: String) {
        #expect(TypstMessage.french(english) == french)
    }

    @Test func adviceIsGivenWhereItIsKnown() {
        #expect(
            TypstMessage.advice(["try using a different font"])
                == "remplacez ce signe par des mots, ou ajoutez à « fonts.json » une police qui l’a")
        #expect(TypstMessage.advice(["something new"]) == nil)
        #expect(TypstMessage.advice([]) == nil)
    }
}
