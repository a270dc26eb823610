import Consultations
import SiteModel
import Testing

/// What is wrong with a file is told by line and column; what a person wrote never is.
@Suite struct AnswerFaultTests {
    private static let headings = ["id", "submitdate", "lastpage", "Q1", "Q2[X]", "Q2[Y]", "Q3", "Q4[L1]", "Q4[L2]", "Q5", "Q6", "COM"]
    private static let row = ["1", "2026-06-10 09:00:00", "3", "A1", "Y", "", "12", "S1", "S2", "4", "SECRETMOTS", "74010"]

    private static func csv(_ headings: [String], _ rows: [[String]]) -> [UInt8] {
        Array(([headings] + rows).map { $0.joined(separator: ",") }.joined(separator: "\n").utf8)
    }

    private func faults(_ bytes: [UInt8], invited: Set<INSEECode>? = nil) throws -> [String] {
        let reading = AnswerReading([.init(name: "r.csv", bytes: bytes)], for: try Examples.small(), invited: invited)
        #expect((reading.sheet == nil) == !reading.faults.isEmpty)
        return reading.faults.map(\.text)
    }

    private func faults(changing column: Int, to value: String) throws -> [String] {
        let changed = Self.row.enumerated().map { $0 == column ? value : $1 }
        return try faults(Self.csv(Self.headings, [Self.row.enumerated().map { [0: "9", 11: "74001"][$0] ?? $1 }, changed]))
    }

    @Test func aSoundFileHasNone() throws {
        #expect(try faults(Self.csv(Self.headings, [Self.row])) == [])
    }

    @Test(arguments: [
        (3, "SECRETA9", "ligne 3, colonne « Q1 » : la réponse n’est pas de celles de questions.yml : A1, A2"),
        (4, "SECRETX", "ligne 3, colonne « Q2[X] » : cette case n’est ni cochée ni vide"),
        (6, "51", "ligne 3, colonne « Q3 » : la réponse n’est pas un nombre entier de 0 à 50"),
        (6, "SECRETDOUZE", "ligne 3, colonne « Q3 » : la réponse n’est pas un nombre entier de 0 à 50"),
        (6, "1.5", "ligne 3, colonne « Q3 » : la réponse n’est pas un nombre entier de 0 à 50"),
        (7, "SECRETS9", "ligne 3, colonne « Q4[L1] » : la réponse n’est pas de celles de questions.yml : S1, S2"),
        (9, "6", "ligne 3, colonne « Q5 » : la réponse n’est pas de celles de questions.yml : 1, 2, 3, 4, 5"),
        (11, "SECRETVILLE", "ligne 3, colonne « COM » : ce n’est pas le code INSEE d’une commune"),
        (1, "2026-07-18 00:00:01", "ligne 3, colonne « submitdate » : la réponse est arrivée après la clôture (2026-07-17)"),
        (1, "2026-06-07 12:00:00", "ligne 3, colonne « submitdate » : la réponse est arrivée avant l’ouverture (2026-06-08)"),
        (1, "SECRETHIER", "ligne 3, colonne « submitdate » : ce n’est pas une date"),
        (0, "9", "ligne 3 : deux réponses de ce fichier ont le même numéro"),
    ])
    func eachHasOneMessageWithoutWhatWasWritten(column: Int, value: String, message: String) throws {
        let found = try faults(changing: column, to: value)
        #expect(found.count == 1)
        #expect(try #require(found.first).hasPrefix("r.csv : \(message)"))
        #expect(!found.joined().contains("SECRET"))
    }

    @Test func theSameFaultIsToldOnce() throws {
        let rows = (1...4).map { number in Self.row.enumerated().map { [0: "\(number)", 3: "SECRET\(number)", 11: "7400\(number)"][$0] ?? $1 } }
        let found = try faults(Self.csv(Self.headings, rows))
        #expect(found.count == 1)
        #expect(try #require(found.first).contains("(et 3 autres lignes)"))
    }

    @Test func aColumnTooManyIsTold() throws {
        let found = try faults(Self.csv(Self.headings + ["Q9"], [Self.row + ["SECRET"]]))
        #expect(found.count == 1)
        #expect(try #require(found.first).hasPrefix("r.csv : ligne 1, colonne « Q9 » : questions.yml ne connaît pas cette colonne"))
    }

    @Test func soIsOneThatIsMissing() throws {
        let found = try faults(Self.csv(Array(Self.headings.dropLast()), [Array(Self.row.dropLast())]))
        #expect(found.count == 1)
        #expect(try #require(found.first).contains("la question « COM » n’y a pas de colonne"))
    }

    @Test func theFileOfAnotherSurveySaysSoOnce() throws {
        let found = try faults(Self.csv(["id", "submitdate", "lastpage", "Q1", "B1", "B2"], [["1", "2026-06-10", "1", "A1", "SECRET", ""]]))
        #expect(found.count == 1)
        #expect(try #require(found.first).contains("ce fichier n’est pas celui de cette consultation"))
    }

    @Test func aCommuneThatIsNotAskedIsAFault() throws {
        let asked = Set([try #require(INSEECode("74010"))])
        #expect(try faults(Self.csv(Self.headings, [Self.row]), invited: asked) == [])
        let found = try faults(Self.csv(Self.headings, [Self.row.dropLast() + ["74001"]]), invited: asked)
        #expect(found.count == 1)
        #expect(try #require(found.first).contains("une commune qui n’est pas consultée") && !found.joined().contains("74001"))
    }

    @Test func theSameExportGivenTwiceCountsNobodyTwice() throws {
        let file = AnswerReading.File(name: "r.csv", bytes: Self.csv(Self.headings, [Self.row]))
        let reading = AnswerReading([file, .init(name: "s.csv", bytes: file.bytes)], for: try Examples.small())
        #expect(reading.sheet == nil)
        #expect(reading.faults.map(\.text).first?.hasPrefix("s.csv : ligne 2 : une réponse de « r.csv » a le même numéro") == true)
    }

    @Test(arguments: [
        ("", "le fichier est vide"), ("\n\n", "lignes vides"), ("id,submitdate\n1,\"SECRET\n", "jamais refermé"),
        ("id,submitdate\n1,\"SECRET\"SECRET\n", "suit un guillemet fermant"), ("id,submitdate\n1,2,SECRET\n", "la ligne a 3 cases"),
        ("id,submitdate\n1,SECRET\0\n", "octet nul"),
    ])
    func aDamagedFileSaysWhatIsWrong(text: String, message: String) throws {
        let found = try faults(Array(text.utf8))
        #expect(found.count == 1)
        #expect(try #require(found.first).contains(message) && !found.joined().contains("SECRET"))
    }

    @Test func anotherEncodingSaysSo() throws {
        #expect(try faults(Array("id,submitdate\n".utf8) + [0xE9]).first?.contains("UTF-8") == true)
    }
}
