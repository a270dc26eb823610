import CCMarkGFM
import Diagnostics

/// HTML, which no text may hold: what was pasted at once is told once.
extension DocumentBuilder {
    /// What stands within a block that was told, its closing tag among it, belongs to the same mistake.
    mutating func reportHTMLBlock(_ text: String, at place: Int) {
        let isWithin = openBlockTags > 0
        openBlockTags = max(0, openBlockTags + Self.balance(of: text))
        if !isWithin { reportHTML(text, at: place) }
    }

    /// One a paragraph: its other tags belong to the same mistake.
    mutating func reportInlineHTML(_ node: OpaquePointer, at place: Int) {
        guard openBlockTags == 0, !isHTMLTold else { return }
        isHTMLTold = true
        reportHTML(plain(cmark_node_get_literal(node)), at: place)
    }

    private mutating func reportHTML(_ text: String, at place: Int) {
        let isComment = text.hasPrefix("<!--")
        // A fence within has a stand-in, which may be longer.
        let length = min(text.utf8.count, offset + body.count - place)
        diagnostics.append(
            .error(
                .rawHTML, at: SourceLocation(file: file, offset: place, length: length),
                isComment ? "un texte n’a pas de commentaires « <!-- … --> »" : "le HTML n’est pas permis dans les textes",
                advice: isComment
                    ? "supprimez-le ; pour vous seul, écrivez une ligne « # … » dans l’en-tête"
                    : "gardez les mots sans leurs balises : **gras**, « - » devant chaque élément d’une liste, [mots](adresse) ; "
                        + "un exemple de code va entre accents graves"))
    }

    private static let voidElements = ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]

    /// Tags that open without closing, in number.
    private static func balance(of text: String) -> Int {
        var balance = 0
        for piece in text.split(separator: "<", omittingEmptySubsequences: false).dropFirst() {
            let name = piece.prefix { $0.isLetter || $0.isNumber || $0 == "/" }.lowercased()
            if name.hasPrefix("/") {
                balance -= 1
            } else if name.first?.isLetter == true, !voidElements.contains(name), !piece.contains("/>") {
                balance += 1
            }
        }
        return balance
    }
}
