import French
import SiteModel
import Testing

private func shown(_ text: String) -> String {
    text.replacing("\u{A0}", with: "~").replacing("\u{202F}", with: "_")
}

@Suite struct FrenchTextTests {
    @Test(arguments: [
        ("2026-11-24", "24~novembre 2026", "mardi 24~novembre 2026"),
        ("2026-12-01", "1er~décembre 2026", "mardi 1er~décembre 2026"),
        ("2024-02-29", "29~février 2024", "jeudi 29~février 2024"),
        ("2027-08-15", "15~août 2027", "dimanche 15~août 2027"),
    ])
    func datesAreWritten(_ iso: String, _ date: String, _ weekday: String) throws {
        let day = try #require(CalendarDate(iso: iso))
        #expect(shown(FrenchText.date(day)) == date)
        #expect(shown(FrenchText.weekdayDate(day)) == weekday)
    }

    @Test func monthsAreNamed() {
        #expect((1...12).map(FrenchText.month).joined(separator: " ")
            == "janvier février mars avril mai juin juillet août septembre octobre novembre décembre")
        #expect([0, 13, -1, Int.min].map(FrenchText.month) == ["", "", "", ""])
    }

    @Test(arguments: [(540, "9~h"), (570, "9~h~30"), (545, "9~h~05"), (0, "0~h"), (1439, "23~h~59")])
    func timesAreWritten(_ minutes: Int, _ expected: String) {
        #expect(shown(FrenchText.time(minutes: minutes)) == expected)
    }

    @Test func timeRangesAreWritten() {
        #expect(shown(FrenchText.timeRange(540, 690)) == "de 9~h à 11~h~30")
    }

    @Test(arguments: [
        (0, "0"), (7, "7"), (999, "999"), (1000, "1_000"), (128_199, "128_199"), (1_234_567, "1_234_567"),
        (-15_000, "−15_000"), (Int.min, "−9_223_372_036_854_775_808"),
    ])
    func numbersAreGrouped(_ value: Int, _ expected: String) {
        #expect(shown(FrenchText.number(value)) == expected)
    }

    @Test(arguments: [
        (0, "0~commune"), (1, "1~commune"), (2, "2~communes"), (34_900, "34_900~communes"), (-1, "−1~commune"),
    ])
    func countsAgree(_ value: Int, _ expected: String) {
        #expect(shown(FrenchText.count(value, "commune", "communes")) == expected)
    }

    @Test func listsEndWithEt() {
        #expect(FrenchText.list([]) == "")
        #expect(FrenchText.list(["a"]) == "a")
        #expect(FrenchText.list(["a", "b"]) == "a et b")
        #expect(FrenchText.list(["a", "b", "c"]) == "a, b et c")
    }

    @Test(arguments: [
        ("04 65 71 12 34", "04~65~71~12~34", "tel:+33465711234"),
        ("0465711234", "04~65~71~12~34", "tel:+33465711234"),
        ("04.65.71.12.34", "04~65~71~12~34", "tel:+33465711234"),
        ("+33 4 65 71 12 34", "04~65~71~12~34", "tel:+33465711234"),
        ("+33 (0)4 65 71 12 34", "04~65~71~12~34", "tel:+33465711234"),
        ("0033465711234", "04~65~71~12~34", "tel:+33465711234"),
        ("06\u{202F}39\u{A0}98 12 34", "06~39~98~12~34", "tel:+33639981234"),
        ("0 805 805 817", "0~805~805~817", "tel:0805805817"),
        ("0805805817", "0~805~805~817", "tel:0805805817"),
        ("17", "17", "tel:17"),
        ("112", "112", "tel:112"),
        ("3919", "3919", "tel:3919"),
        ("39 19", "3919", "tel:3919"),
        ("116 006", "116~006", "tel:116006"),
        ("33700", "33700", "tel:33700"),
        ("0262 90 12 34", "02~62~90~12~34", "tel:+262262901234"),
        ("+262 262 90 12 34", "02~62~90~12~34", "tel:+262262901234"),
        ("+41 22 123 45 67", "+41221234567", "tel:+41221234567"),
    ])
    func telephoneNumbersAreRead(_ text: String, _ expected: String, _ address: String) {
        #expect(shown(FrenchText.telephone(text)) == expected)
        #expect(FrenchText.telephoneURI(text) == address)
        #expect(FrenchText.telephone(FrenchText.telephone(text)) == FrenchText.telephone(text))
    }

    @Test(arguments: ["le standard", "04 65 71 12", "04 65 71 12 34 / 06 39 98 12 34", "", "1", "+", "0"])
    func whatIsNoNumberKeepsItsWords(_ text: String) {
        #expect(FrenchText.telephone(text) == text.replacing(" ", with: "\u{A0}"))
        #expect(FrenchText.telephoneURI(text) == nil)
    }

    @Test(arguments: [
        ("Jusqu'au 30 novembre à 18 h.", true), ("le 30/11, 18h", true), ("30 novembre, 18:00", true), ("le 30 novembre à 18\u{A0}heures", true),
        ("jusqu'au 30 novembre", false), ("le 30 novembre à 18 h 30", false), ("le 30 novembre à 118 h", false), ("le 29 novembre à 18 h", false),
    ])
    func aMomentIsToldWithItsHour(_ text: String, _ isTold: Bool) throws {
        let moment = try #require(LocalMoment(written: "2026-11-30 18:00"))
        #expect(FrenchText.tells(moment, in: text) == isTold)
        #expect(FrenchText.tells(LocalMoment(moment.day), in: text) == !text.contains("29"))
    }
}
