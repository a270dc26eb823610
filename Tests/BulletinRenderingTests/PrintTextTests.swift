import Testing

@testable import BulletinRendering

@Suite struct PrintTextTests {
    @Test(arguments: [
        ("Permanence de la gendarmerie", "Permanence de la gendarmerie"),
        ("abcdefghijklmnopqrstuvwxyz", "abcdefghijklmnopqrstuvwx\u{200B}yz"),
        ("éèàùçéèàùçéèàùçéèàùçéèàùçé", "éèàùçéèàùçéèàùçéèàùçéèàù\u{200B}çé"),
        ("Saint-Remy-en-Bouzemont-Saint-Genest-et-Isson", "Saint-Remy-en-Bouzemont-Saint-Genest-et-Isson"),
        ("de 9 h à 12 h et de 14 h à 17 h 30", "de 9\u{A0}h à 12\u{A0}h et de 14\u{A0}h à 17\u{A0}h\u{A0}30"),
    ])
    func onlyWordsThatNoColumnHoldsAreCut(text: String, printed: String) {
        #expect(PrintText.apply(text) == printed)
    }
}
