/// The signs of a short message: 3GPP TS 23.038, section 6.2.1, « GSM 7 bit default alphabet » and its extension table.
/// Source: https://www.3gpp.org/dynareport/23038.htm
enum GSMAlphabet {
    /// One septet each. The table has Ç in a place where many telephones and gateways know only ç, or the reverse: both
    /// are counted as outside, so that nobody reads the other. A carriage return is sent as the line's end that it means.
    private static let basic: Set<Character> = Set(
        "@£$¥èéùìò\nØøÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿"
            + "abcdefghijklmnopqrstuvwxyzäöñüà")

    /// Two septets each: an escape stands before them.
    private static let extended: Set<Character> = Set("^{}\\[~]|€\u{0C}")

    /// How many septets a sign takes; `nil` for one that is outside.
    static func septets(_ sign: Character) -> Int? { basic.contains(sign) ? 1 : extended.contains(sign) ? 2 : nil }

    /// The sign as the table has it: one written as a letter and its mark becomes one code.
    static func composed(_ sign: Character) -> Character { basic.firstIndex(of: sign).map { basic[$0] } ?? sign }

    /// What is sent in the place of a sign that is outside and means the same to a reader; `nil` where nothing does.
    static func substitute(_ sign: Character) -> String? { substitutes[sign] ?? letters[sign].map(String.init) }

    private static let substitutes: [Character: String] = [
        "’": "'", "‘": "'", "‛": "'", "ʼ": "'", "′": "'", "`": "'", "´": "'", "“": "\"", "”": "\"", "„": "\"", "″": "\"",
        "«": "\"", "»": "\"", "‹": "\"", "›": "\"", "…": "...", "–": "-", "—": "-", "−": "-", "‑": "-", "‐": "-", "•": "-", "·": "-",
        "\u{A0}": " ", "\u{202F}": " ", "\u{2009}": " ", "\u{2002}": " ", "\u{2003}": " ", "\u{2007}": " ", "\u{2008}": " ",
        "\u{200A}": " ", "\t": " ", "\r\n": "\n", "\r": "\n", "\u{2028}": "\n", "\u{2029}": "\n", "\u{AD}": "", "\u{200B}": "", "\u{2060}": "",
        "\u{FEFF}": "", "œ": "oe", "Œ": "OE", "×": "x", "°": "o", "º": "o", "ª": "a", "²": "2", "³": "3", "½": "1/2", "¼": "1/4",
        "¾": "3/4", "→": "->", "←": "<-", "≥": ">=", "≤": "<=", "©": "(c)", "®": "(r)", "™": "(tm)", "ﬁ": "fi", "ﬂ": "fl",
    ]

    /// Letters of names that are written in France → those without their marks.
    private static let letters: [Character: Character] = {
        let pairs = [
            ("âãáāăą", "a"), ("ÀÂÃÁĀĂĄ", "A"), ("çćč", "c"), ("ÇĆČ", "C"), ("ďđ", "d"), ("ĎĐ", "D"), ("êëēėęě", "e"), ("ÈÊËĒĖĘĚ", "E"),
            ("ğ", "g"), ("Ğ", "G"), ("îïíīįı", "i"), ("ÎÏÌÍĪĮİ", "I"), ("ł", "l"), ("Ł", "L"), ("ńň", "n"), ("ŃŇ", "N"),
            ("ôõóōő", "o"), ("ÔÒÓÕŌŐ", "O"), ("ř", "r"), ("Ř", "R"), ("śšşș", "s"), ("ŚŠŞȘ", "S"), ("ťţț", "t"), ("ŤŢȚ", "T"),
            ("ûúūůűų", "u"), ("ÛÙÚŪŮŰŲ", "U"), ("ŵ", "w"), ("Ŵ", "W"), ("ÿýŷ", "y"), ("ŸÝŶ", "Y"), ("źżž", "z"), ("ŹŻŽ", "Z"),
        ]
        var letters: [Character: Character] = [:]
        for (marked, plain) in pairs {
            for letter in marked { letters[letter] = Character(plain) }
        }
        return letters
    }()
}
