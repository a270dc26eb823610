import French
import Testing

/// No-break spaces made visible: `~` for U+00A0, `_` for U+202F.
private func shown(_ text: String) -> String {
    text.replacing("\u{A0}", with: "~").replacing("\u{202F}", with: "_")
}

private func hidden(_ text: String) -> String {
    text.replacing("~", with: "\u{A0}").replacing("_", with: "\u{202F}")
}

@Suite struct TypographyTests {
    static let cases = [
        // Apostrophes
        ("l'élu qu'il d'Annecy aujourd'hui", "l’élu qu’il d’Annecy aujourd’hui"),
        ("L'ÉLU n'a qu'1 mot", "L’ÉLU n’a qu’1 mot"),
        ("œuvre d'été, c'est l'", "œuvre d’été, c’est l’"),
        ("une planche de 6' et 5'30", "une planche de 6' et 5'30"),
        ("les années '90", "les années '90"),
        ("le mot 'clé' est écrit", "le mot 'clé' est écrit"),
        ("le mot 'l'élu' est écrit", "le mot 'l’élu' est écrit"),
        // Quotes
        ("il dit \"oui\" et part", "il dit «~oui~» et part"),
        ("\"Oui\", dit-il. \"Non ?\"", "«~Oui~», dit-il. «~Non_?~»"),
        ("l'\"élu\"", "l’«~élu~»"),
        ("(\"a\") [\"b\"]", "(«~a~») [«~b~»]"),
        ("dit « oui » ou «non»", "dit «~oui~» ou «~non~»"),
        ("«  trop  » et «~bien~» et «_fin_»", "«~trop~» et «~bien~» et «_fin_»"),
        ("un écran de 24\" et 32\"", "un écran de 24\" et 32\""),
        ("\"article 3\"", "«~article 3~»"),
        ("\" texte \"", "«~texte~»"),
        ("le champ nom=\"Le Biot\" est rempli", "le champ nom=\"Le Biot\" est rempli"),
        ("a\"b", "a\"b"),
        ("“ailleurs”", "“ailleurs”"),
        // High punctuation
        ("Que faire ? Rien ! Bien ; oui", "Que faire_? Rien_! Bien_; oui"),
        ("Que faire? Rien! Bien; oui", "Que faire_? Rien_! Bien_; oui"),
        ("Quoi  ?! Non !!! (vraiment ?)", "Quoi_?! Non_!!! (vraiment_?)"),
        ("« Au secours ! » (?) et [!]", "«~Au secours_!~» (?) et [!]"),
        ("Été? À 15 %! Cité», fin»!", "Été_? À 15~%_! Cité~», fin~»_!"),
        ("Déjà fait~! et_?", "Déjà fait~! et_?"),
        ("page?id=3&x=1;y=2 !important a != b ;-)", "page?id=3&x=1;y=2 !important a != b ;-)"),
        ("? seul", "? seul"),
        ("Bravo 🎉 ! Oui !🎉", "Bravo 🎉_! Oui_!🎉"),
        ("on écrit &nbsp; ou &#160; ici", "on écrit &nbsp; ou &#160; ici"),
        // Colons
        ("Attention : danger", "Attention~: danger"),
        ("Attention: danger, à 10:30, fichier.md:3:4, :smile:", "Attention: danger, à 10:30, fichier.md:3:4, :smile:"),
        ("Voici :", "Voici~:"),
        ("il dit : \"oui\"", "il dit~: «~oui~»"),
        (": seul et :) ", ": seul et :) "),
        ("ratio 3 :1", "ratio 3 :1"),
        // Addresses
        ("voir https://exemple.fr/l'elu/?a=1!&b=\"x\" !", "voir https://exemple.fr/l'elu/?a=1!&b=\"x\"_!"),
        ("voir https://exemple.fr/page?", "voir https://exemple.fr/page_?"),
        ("(https://exemple.fr/a:9h30) ; fin", "(https://exemple.fr/a:9h30)_; fin"),
        ("écrire à elu@exemple.fr ?", "écrire à elu@exemple.fr_?"),
        // Units
        ("15 %, 15%, 3,5 %, 1 500 €, 5€ et 20 °C, 20°C", "15~%, 15~%, 3,5~%, 1_500~€, 5~€ et 20~°C, 20~°C"),
        ("100%20x, 5€50, un angle de 45°, le % et l'€", "100%20x, 5€50, un angle de 45°, le % et l’€"),
        // Thousands
        ("15 000 habitants, 1 234 567, 15_000 et 15~000", "15_000 habitants, 1_234_567, 15_000 et 15_000"),
        ("en 2026 15 000 €", "en 2026 15_000~€"),
        ("le 24 11 2026, 1234 56, 12,345 678, 0 500", "le 24 11 2026, 1234 56, 12,345 678, 0 500"),
        ("74 rue, 3 400e, réf. A12 345", "74 rue, 3_400e, réf. A12 345"),
        // Telephone numbers
        ("04 65 71 12 34 ou 06~39~98~12~34.", "04~65~71~12~34 ou 06~39~98~12~34."),
        ("le 0 805 805 817 (gratuit), 0 800 12 34 56", "le 0~805~805~817 (gratuit), 0~800~12~34~56"),
        ("+33 4 65 71 12 34", "+33~4~65~71~12~34"),
        ("04 65 71 12 34 15 000", "04~65~71~12~34 15_000"),
        ("04.65.71.12.34, 0465711234, 17, 3919", "04.65.71.12.34, 0465711234, 17, 3919"),
        // Times
        ("de 9h à 11h30, 9 h 30, 14 h, 24h/24", "de 9~h à 11~h~30, 9~h~30, 14~h, 24~h/24"),
        ("9 heures, 9hé, 9h3, x9h30, 2026-9h", "9~heures, 9hé, 9h3, x9h30, 2026-9h"),
        // What is counted
        ("10 jours, 1 an, 15 000 euros, 3 km", "10~jours, 1~an, 15_000~euros, 3~km"),
        ("le 24 novembre 2026 et le 1er août", "le 24~novembre 2026 et le 1er~août"),
        ("3 jourx, 12 communes, 2 Mars, 5 ", "3 jourx, 12 communes, 2 Mars, 5 "),
        // Abbreviations
        ("n° 5, N° 6, an° 7, n° x", "n°~5, N°~6, an° 7, n° x"),
        ("art. 3, Art. L. 541-3, l'art. R. 2131-1, D. 12", "art.~3, Art.~L.~541-3, l’art.~R.~2131-1, D.~12"),
        ("p. 4 et pp. 5, top. 6, vitamine C. 7", "p.~4 et pp.~5, top. 6, vitamine C. 7"),
        ("M. le maire, M. Élu, MM. A et B, Mme Élue, Me A, Dr B", "M. le maire, M.~Élu, MM.~A et B, Mme~Élue, Me~A, Dr~B"),
        ("Mme la maire, Med Ali, CMe A, Mairie A", "Mme la maire, Med Ali, CMe A, Mairie A"),
        // Dots and dashes
        ("etc... et [...] mais .... et ../...", "etc… et […] mais .... et ../..."),
        ("Quoi...? Non !...", "Quoi…_? Non_!…"),
        ("la mairie - ouverte -- et - 3", "la mairie – ouverte – et – 3"),
        ("- liste, a-b, -x, a -b, c- d, ---", "- liste, a-b, -x, a -b, c- d, ---"),
        // Nothing to do
        ("Éloise, Œuvre, naïveté, 👩‍🚒, e\u{301}t\u{301}, 漢字, مرحبا", "Éloise, Œuvre, naïveté, 👩‍🚒, e\u{301}t\u{301}, 漢字, مرحبا"),
        ("1er, 2e, 21e, 3-4, 1/2, XIXe", "1er, 2e, 21e, 3-4, 1/2, XIXe"),
        ("", ""),
    ]

    @Test(arguments: cases)
    func signsTakeTheirFrenchForm(_ text: String, _ expected: String) {
        #expect(shown(Typography.apply(hidden(text))) == expected)
    }

    @Test(arguments: cases)
    func aSecondPassChangesNothing(_ text: String, _: String) {
        let once = Typography.apply(hidden(text))
        #expect(shown(Typography.apply(once)) == shown(once))
    }

    /// A paragraph parted by emphasis: each text is told the byte before it.
    private func joined(_ parts: [String]) -> String {
        var output: [UInt8] = []
        for part in parts { Typography.append(part.utf8, previous: output.last, to: &output) }
        return shown(String(decoding: output, as: UTF8.self))
    }

    @Test(arguments: [
        (["Attention", " : danger"], "Attention~: danger"),
        (["Que faire", " ?"], "Que faire_?"),
        (["Été", "!"], "Été_!"),
        (["l'", "élu"], "l’élu"),
        (["l", "'élu"], "l’élu"),
        (["il dit \"", "oui", "\" et part"], "il dit «~oui~» et part"),
        (["«", "oui", "»"], "«~oui~»"),
        (["«", "à", "» !"], "«~à~»_!"),
        (["« ", "oui", " »"], "«~oui~»"),
        (["15", " %"], "15~%"),
        (["à", "!"], "à_!"),
        (["fin~", "!"], "fin~!"),
        (["la mairie", " - ouverte"], "la mairie – ouverte"),
    ])
    func emphasisDoesNotPartATypographicRule(_ parts: [String], _ expected: String) {
        #expect(joined(parts.map(hidden)) == expected)
    }

    @Test func aParagraphStartsAfresh() {
        var output = Array("fin".utf8)
        Typography.append("! suite".utf8, previous: nil, to: &output)
        #expect(String(decoding: output, as: UTF8.self) == "fin! suite")
    }

    @Test func aPreviousByteFromElsewhereCountsAsALetter() {
        var output = Array("code".utf8)
        Typography.append("!".utf8, previous: 0xA9, to: &output)
        #expect(shown(String(decoding: output, as: UTF8.self)) == "code_!")
    }

    @Test func bytesThatAreNotTextPassThrough() {
        let bytes: [UInt8] = [0xE2, 0x21, 0xC2, 0x3F, 0xF0, 0x9F, 0x21, 0x80, 0x27, 0xE2, 0x82]
        var output: [UInt8] = []
        Typography.append(bytes, previous: 0xE2, to: &output)
        #expect(output.filter { bytes.contains($0) }.count >= bytes.count)
    }
}
