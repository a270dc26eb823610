import Diagnostics
import FeedReading
import SiteModel
import Testing

private let header =
    "Code du département;Libellé du département;Code de la collectivité à statut particulier;Libellé de la collectivité à statut particulier;Code de la commune;Libellé de la commune;Nom de l'élu;Prénom de l'élu;Code sexe;Date de naissance;Code de la catégorie socio-professionnelle;Libellé de la catégorie socio-professionnelle;Date de début du mandat;Date de début de la fonction\n"

/// - Parameter rows: `code surname start`.
private func rows(_ rows: [String]) -> String {
    rows.map { row in
        let words = row.split(separator: " ", omittingEmptySubsequences: false)
        return "01;Ain;;;\(words[0]);Commune;\(words[1]);Prénom;X;31/12/1899;99;Métier secret;\(words[2]);\(words[2])\n"
    }.joined()
}

private func site(_ register: String, encoding: String = "") -> TestSite {
    TestSite(
        feeds: ["communes.csv communes", "units.csv units", "rne.csv rne-maires\(encoding)"],
        files: [
            "communes.csv": Header.communes + "01004,Ambérieu,1,01500,1,Belley,1\n01053,Bourg,0,01000,1,Bourg,1\n",
            "units.csv": Header.units + "1,GN,Brigade,,,\n", "rne.csv": register,
        ])
}

@Suite struct MayorTests {
    /// Both forms of date, a lost zero, a byte order mark.
    @Test func onlyNameAndStartAreKept() throws {
        let site = site("\u{FEFF}" + header + rows(["1004 EXEMPLE 15/03/2026", "01053 ESSAI 2026-03-22"]))
        let records = try site.read(departement: "01")
        #expect(
            records.communes.map(\.mayor) == [
                Mayor(firstName: "Prénom", surname: "EXEMPLE", since: CalendarDate(iso: "2026-03-15")),
                Mayor(firstName: "Prénom", surname: "ESSAI", since: CalendarDate(iso: "2026-03-22")),
            ])
        #expect(records.diagnostics.map(\.id) == [.feedCodePadded])
    }

    @Test func latin1IsReadWhereItIsDeclared() throws {
        var latin = site("", encoding: " encoding: windows-1252")
        let text = header + rows(["01004 ÉLU 2026-03-15"])
        latin.files["content/feeds/rne.csv"] = text.unicodeScalars.map { UInt8(exactly: $0.value) ?? 0x3F }
        let records = try latin.read(departement: "01")
        #expect(records.diagnostics.isEmpty)
        #expect(records.communes.first?.mayor?.surname == "ÉLU")
    }

    @Test func aFaultShowsNothingElseOfAPerson() throws {
        let site = site(header + rows(["01004 EXEMPLE demain", "01053 =cmd|'/C 2026-03-15", "01053 ESSAI 2026-03-15"]))
        let records = try site.read(departement: "01")
        #expect(records.diagnostics.allSatisfy { $0.severity == .warning && $0.location?.offset == nil })
        let told = site.told(records.diagnostics).joined(separator: "\n")
        #expect(!told.contains("1899") && !told.contains("secret"))
        #expect(records.diagnostics.map(\.id) == [.feedRowInvalid, .feedCellUnsafe, .feedCodeDuplicate])
        #expect(records.communes.map(\.mayor?.surname) == ["EXEMPLE", nil])
    }
}
