import Testing

@testable import API

@Suite struct CSVWriterTests {
    private func cell(_ text: String) -> String {
        var csv = CSVWriter()
        csv.row { $0.text(text) }
        return String(decoding: csv.bytes.dropLast(2), as: UTF8.self)
    }

    @Test(arguments: [
        ("Annecy", "Annecy"), ("", ""), ("12, place", "\"12, place\""), ("dit « \"oui\" »", "\"dit « \"\"oui\"\" »\""),
        ("deux\nlignes", "\"deux\nlignes\""), ("a|b", "a|b"), ("04 65", "04 65"), ("L'Abergement", "L'Abergement"),
    ])
    func quotesStandWhereTheyMust(_ text: String, _ expected: String) { #expect(cell(text) == expected) }

    @Test(arguments: ["=1+1", "+33 4 65 71 00 00", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "'déjà là", "'=1"])
    func noTextStartsAFormulaAndEachIsFoundAgain(_ text: String) {
        var written = cell(text)
        if written.hasPrefix("\"") { written = String(written.dropFirst().dropLast()) }
        #expect(written == "'" + text)
        #expect(written.dropFirst() == text)
    }

    @Test func numbersStayNumbers() {
        var csv = CSVWriter()
        csv.row { csv in
            FieldValue.decimal("-4.5").write(into: &csv)
            FieldValue.integer(0).write(into: &csv)
            FieldValue.null.write(into: &csv)
            FieldValue.boolean(false).write(into: &csv)
            FieldValue.texts(["74001", "2A004"]).write(into: &csv)
        }
        #expect(String(decoding: csv.bytes, as: UTF8.self) == "-4.5,0,,false,74001|2A004\r\n")
    }
}
