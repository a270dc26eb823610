import Diagnostics

/// libyaml's words, made into what an editor needs: what is wrong in the line, where, and the cure.
struct SyntaxFault {
    let id: DiagnosticID
    /// Bytes from the start of the text.
    let start: Int
    let length: Int
    let message: String
    let advice: String?

    init(
        _ fault: EventStream.Fault, in text: UnsafeBufferPointer<UInt8>, marks: inout CharacterMarks,
    ) {
        guard !fault.isReaderError else {
            self.init(unreadable: fault, in: text)
            return
        }
        let source = SourceLines(text: text)
        let context = marks.byteOffset(of: fault.contextMark)
        let problem = marks.byteOffset(of: fault.problemMark)
        self =
            Self.indentation(fault, at: problem, in: source)
            ?? Self.value(fault, from: context, at: problem, in: source)
            ?? Self.structure(fault, from: context, at: problem, in: source)
            ?? SyntaxFault(
                problem, "YAML incorrect (\(fault.problem))",
                advice: "vérifiez cette ligne et la précédente ; en cas de doute, mettez la valeur entre guillemets")
    }

    private init(_ start: Int, length: Int = 1, _ message: String, advice: String) {
        id = .yamlSyntax
        self.start = start
        self.length = length
        self.message = message
        self.advice = advice
    }

    private init(unreadable fault: EventStream.Fault, in text: UnsafeBufferPointer<UInt8>) {
        var start = min(fault.byteOffset, text.count)
        if fault.problem == "invalid trailing UTF-8 octet" {
            // The byte that promised more is the foreign one; libyaml names the one that did not follow.
            repeat { start -= 1 } while start > 0 && text[start] & 0xC0 == 0x80
        }
        self.start = max(0, start)
        length = 1
        if fault.problem == "control characters are not allowed" {
            id = .yamlSyntax
            let code = String(fault.value, radix: 16, uppercase: true)
            message = "caractère invisible interdit (U+\(String(repeating: "0", count: max(0, 4 - code.count)))\(code))"
            advice = "supprimez-le"
        } else {
            id = .fileNotUTF8
            message = "ces octets ne sont pas de l’UTF-8"
            advice = "enregistrez le fichier en UTF-8"
        }
    }

    private static let quote = "mettez la valeur entre guillemets"

    /// Faults of tabs and of alignment.
    private static func indentation(
        _ fault: EventStream.Fault, at problem: Int, in source: SourceLines,
    ) -> SyntaxFault? {
        let isTab =
            fault.problem == "found a tab character where an indentation space is expected"
            || fault.problem == "found a tab character that violates indentation"
            || fault.problem == "found character that cannot start any token" && source.character(at: problem) == "\t"
        if isTab {
            return SyntaxFault(
                problem, "une tabulation sert de retrait", advice: "remplacez-la par des espaces")
        }
        switch fault.problem {
        case "did not find expected key":
            if source.isFirstOfLine(problem) { return misaligned(problem, in: source) }
            if let open = source.unclosedQuote(before: problem) { return unclosed(open, in: source) }
            return SyntaxFault(
                problem, length: source.restOfLine(problem), "texte inattendu après la fin de la valeur",
                advice: "mettez toute la valeur entre guillemets droits ; à l’intérieur, écrivez « … » ou ’")
        case "did not find expected '-' indicator":
            return SyntaxFault(
                problem, length: source.restOfLine(problem), "cette ligne est dans une liste sans commencer par « - »",
                advice: "ajoutez « - », ou alignez-la avec la clé à laquelle elle appartient")
        default: return nil
        }
    }

    /// Faults inside one value.
    private static func value(
        _ fault: EventStream.Fault, from context: Int, at problem: Int, in source: SourceLines,
    ) -> SyntaxFault? {
        switch fault.problem {
        case "mapping values are not allowed in this context":
            if let quoted = source.typographicQuote(before: problem) {
                return SyntaxFault(
                    quoted, length: source.restOfLine(quoted),
                    "les guillemets « \(source.character(at: quoted)) » n’entourent pas une valeur : ce sont ceux d’un traitement de texte",
                    advice: "remplacez-les par des guillemets droits (\")")
            }
            if source.hasKey(before: problem) {
                return SyntaxFault(
                    problem, "une valeur sans guillemets ne peut pas contenir « : » suivi d’une espace", advice: quote)
            }
            return SyntaxFault(
                problem, "« : » inattendu : cette ligne continue la valeur de la précédente",
                advice: "alignez la clé avec les autres, ou mettez la valeur entre guillemets")
        case "found unexpected end of stream", "found unexpected document indicator":
            return unclosed(context, in: source)
        case "found unknown escape character", "did not find expected hexdecimal number",
            "found invalid Unicode character escape code":
            return SyntaxFault(
                problem, length: 2,
                "« \(source.character(at: problem))\(source.character(at: problem + 1)) » n’a pas de sens entre guillemets",
                advice: "écrivez deux barres obliques inverses : « \\\\ »")
        case "did not find expected comment or line break":
            return SyntaxFault(
                problem, length: source.restOfLine(problem),
                "texte inattendu après « \(source.character(at: context)) »",
                advice: "écrivez le texte à la ligne suivante, en retrait, ou mettez la valeur entre guillemets")
        case "found an indentation indicator equal to 0":
            return SyntaxFault(problem, "« 0 » n’a pas de sens ici", advice: "supprimez-le")
        case "found unexpected ':'":
            return SyntaxFault(problem, "« : » inattendu dans une liste entre crochets", advice: quote)
        case "block sequence entries are not allowed in this context":
            return SyntaxFault(
                problem, "« - » inattendu à cet endroit",
                advice: "commencez la liste à la ligne suivante ; si c’est un texte, \(quote)")
        case "found character that cannot start any token", "mapping keys are not allowed in this context":
            return startsWith(problem, in: source)
        case "did not find expected node content":
            guard problem < source.text.count else {
                return SyntaxFault(
                    problem, "le texte s’arrête au milieu d’une valeur", advice: "ajoutez « ] » ou « } » à la fin")
            }
            return SyntaxFault(
                problem, "« \(source.character(at: problem)) » inattendu : une valeur est attendue ici",
                advice: "complétez la valeur, ou mettez-la entre guillemets")
        default:
            switch fault.context {
            case "while scanning an anchor", "while scanning an alias", "while scanning a tag", "while parsing a tag",
                "while scanning a directive", "while scanning a %YAML directive", "while scanning a %TAG directive",
                "while scanning a tag directive", "while parsing a %TAG directive":
                return startsWith(context, in: source)
            default: return fault.problem == "found undefined tag handle" ? startsWith(context, in: source) : nil
            }
        }
    }

    /// Faults between lines and brackets.
    private static func structure(
        _ fault: EventStream.Fault, from context: Int, at problem: Int, in source: SourceLines,
    ) -> SyntaxFault? {
        switch fault.problem {
        case "could not find expected ':'":
            return SyntaxFault(
                context, length: source.restOfLine(context), "il manque « : » et une valeur dans cette ligne",
                advice: "écrivez « clé: valeur » ; pour continuer la ligne précédente, mettez cette ligne en retrait")
        case "did not find expected ',' or ']'", "did not find expected ',' or '}'":
            let opening = source.character(at: context)
            let closing = opening == "[" ? "]" : "}"
            if source.line(of: context) != source.line(of: problem) {
                return SyntaxFault(context, "« \(opening) » n’est jamais fermé", advice: "ajoutez « \(closing) »")
            }
            return SyntaxFault(
                problem, "il manque « , » ou « \(closing) » avant ce texte",
                advice: "séparez les éléments par des virgules ; mettez entre guillemets ceux qui en contiennent")
        case "did not find expected <document start>":
            if source.isFirstOfLine(problem), source.startsWithSpace(lineAt: problem) {
                return misaligned(problem, in: source)
            }
            return SyntaxFault(
                problem, length: source.restOfLine(problem), "texte inattendu après la fin du contenu",
                advice: "supprimez-le, ou écrivez « clé: valeur » à chaque ligne")
        default: return nil
        }
    }

    private static func unclosed(_ quote: Int, in source: SourceLines) -> SyntaxFault {
        SyntaxFault(
            quote, "ce guillemet n’est jamais fermé", advice: "fermez-le à la fin de la valeur (\(source.character(at: quote)))")
    }

    private static func misaligned(_ place: Int, in source: SourceLines) -> SyntaxFault {
        SyntaxFault(
            place, length: source.restOfLine(place), "cette ligne n’est pas alignée avec les autres clés",
            advice: "donnez-lui le même retrait")
    }

    private static func startsWith(_ place: Int, in source: SourceLines) -> SyntaxFault {
        SyntaxFault(
            place, "une valeur sans guillemets ne peut pas commencer par « \(source.character(at: place)) »",
            advice: quote)
    }
}
