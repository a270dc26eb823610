import Testing

@testable import SMS

@Suite struct SMSTextTests {
    @Test(arguments: [
        ("L’été, « ouvrez » l’œil…", "L'été, \"ouvrez\" l'oeil..."), ("fenêtre, île, hôte, août, ça", "fenetre, ile, hote, aout, ca"),
        ("ÊTRE À L’ÉCOLE, ŒUVRE, ÇA", "ETRE A L'ÉCOLE, OEUVRE, CA"), ("Un doute\u{202F}? 9\u{A0}h\u{A0}30", "Un doute ? 9 h 30"),
        ("«\u{A0}Bonjour\u{A0}», «\u{202F}oui\u{202F}»", "\"Bonjour\", \"oui\""), ("10–12 – soit 2×3 m²", "10-12 - soit 2x3 m2"),
        ("pro\u{AD}tec\u{AD}tion", "protection"), ("e\u{301}te\u{301}", "été"), ("a\u{FEFF}\u{300}, e\u{FEFF}\u{302}", "à, e"),
        ("Un\r\r\ndeux", "Un\n\ndeux"),
    ])
    func whatTheAlphabetLacksIsWrittenOtherwise(_ given: String, _ sent: String) {
        let text = SMSText(given)
        #expect(text.text == sent && text.coding == .gsm && text.segments == 1)
        #expect(SMSText(sent).changes.isEmpty, "once changed, nothing is left to change")
        #expect(text.text.unicodeScalars.count == text.text.count, "one code a sign, as the alphabet has it")
    }

    @Test func eachChangeIsTold() {
        let text = SMSText("fête à l’île")
        #expect(text.changes == [.init(place: 2, sign: "ê", sent: "e"), .init(place: 9, sign: "’", sent: "'"), .init(place: 10, sign: "î", sent: "i")])
        #expect(text.remarks.first == "signe 2 : « ê » part comme « e »")
        #expect(SMSText("l’eau, l’air").remarks == ["signe 2 : « ’ » part comme « ' », 2 fois"])
        #expect(SMSText("9\u{A0}h").remarks == ["signe 2 : l’espace insécable part comme une espace"])
    }

    /// 3GPP TS 23.038 and 23.040: a header of six octets leaves 153 septets, or 67 units.
    @Test(arguments: [
        (0, 1), (1, 1), (160, 1), (161, 2), (306, 2), (307, 3), (459, 3), (460, 4),
    ])
    func septetsMakeMessages(_ count: Int, _ segments: Int) {
        let text = SMSText(String(repeating: "é", count: count))
        #expect(text.length == count && text.segments == segments)
    }

    @Test(arguments: [(70, 1), (71, 2), (134, 2), (135, 3)])
    func aSignThatNothingStandsForHalvesTheRoom(_ count: Int, _ segments: Int) {
        let text = SMSText("Ж" + String(repeating: "e", count: count - 1))
        #expect(text.coding == .ucs2 && text.length == count && text.segments == segments)
        #expect(text.changes == [.init(place: 1, sign: "Ж", sent: nil)])
    }

    @Test func signsOfTheExtensionTableCountTwiceAndAreNotCut() {
        #expect(SMSText(String(repeating: "€", count: 80)).segments == 1)
        #expect(SMSText(String(repeating: "€", count: 81)).segments == 2)
        // 152 + 2: the escape does not end a message.
        let text = SMSText(String(repeating: "a", count: 152) + "[" + String(repeating: "b", count: 152))
        #expect(text.length == 306 && text.segments == 3)
        #expect(text.remarks == ["« [ » compte pour deux"])
    }

    @Test func aSignOfTwoUnitsIsNotCut() {
        let text = SMSText(String(repeating: "e", count: 66) + "🚨" + String(repeating: "e", count: 66))
        #expect(text.length == 134 && text.segments == 3)
    }

    @Test func theRoomLeftIsTold() {
        #expect(SMSText("abc").room == 157 && SMSText("abc").measure == "1\u{A0}SMS (GSM 03.38, 3 sur 160)")
        #expect(SMSText(String(repeating: "a", count: 200)).measure == "2\u{A0}SMS (GSM 03.38, 200 sur 306)")
    }
}
