import ContentReading
import SiteModel
import Testing
import WebRendering

/// Timelines and decisions: drawn from lists, readable without the drawing.
@Suite struct LabelledListTests {
    private func html(_ text: String) throws -> String {
        let (document, diagnostics) = MarkdownParser().parse(Array(text.utf8)[...], file: "essai.md")
        #expect(diagnostics == [])
        var bytes: [UInt8] = []
        DocumentHTML(site: try Samples.rich()).append(document, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test func aMomentStandsApartFromWhatHappens() throws {
        let html = try html(":::timeline{title=\"La procédure\"}\n\n- **Jour 1** : le *constat*.\n- **Ensuite**\n\n:::\n")
        #expect(
            html == """
                <section class="block block-timeline">
                <p class="block-title">La procédure</p>
                <ul>
                <li>
                <p class="label">Jour 1</p>
                <div class="then">
                <p>Le <em>constat</em>.</p>
                </div>
                </li>
                <li>
                <p class="label">Ensuite</p>
                <div class="then">
                </div>
                </li>
                </ul>
                </section>

                """)
    }

    @Test func anAnswerMayAskAgain() throws {
        let html = try html(
            ":::decision\n\nQue s'est-il passé ?\n\n- **Un achat** : où est la carte ?\n  - **Chez moi** : appelez.\n- **Autre chose** : écrivez.\n\n:::\n")
        #expect(html.contains("<p>Que s’est-il passé\u{202F}?</p>"))
        #expect(html.contains("<p class=\"label\">Un achat</p>\n<div class=\"then\">\n<p>Où est la carte\u{202F}?</p>\n<ul>\n<li>\n<p class=\"label\">Chez moi</p>"))
        #expect(html.ranges(of: "<li>").count == 3)
    }

    @Test func listsElsewhereStayLists() throws {
        #expect(try html("- **Gras** : texte.\n").contains("<li><strong>Gras</strong>"))
    }
}
