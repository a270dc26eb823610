import Diagnostics
import FeedReading
import SiteModel
import Testing

@testable import struct FeedReading.DecimalNumber

private let declaration = """
    code: INSEE
        suppressed: [s]
        columns:
          - {column: LOG, label: Logements, unit: logements}
          - {column: GARE, label: Gare, kind: text}
    """

private func site(_ table: String, extra: [String] = []) -> TestSite {
    TestSite(
        feeds: ["communes.csv communes", "units.csv units", "table.csv table \(declaration)"] + extra,
        files: [
            "communes.csv": Header.communes
                + "74010,Annecy,1,74000,1,Annecy,1\n74080,La Clusaz,3,74220,1,Annecy,1\n74116,Eteaux,1,74800,1,Bonneville,1\n",
            "units.csv": Header.units + "1,GN,Brigade,,,\n", "table.csv": table,
        ])
}

@Suite struct DetailTableTests {
    @Test func columnsAreShownUnderTheirLabels() throws {
        let site = site("GARE;INSEE;AUTRE;LOG\nAnnecy;74010;x;70 123,5\n;74080;x;0\nNA;74116;x;s\n\"x\";01001;x;1\n")
        let records = try site.read()
        #expect(site.told(records.diagnostics).isEmpty)
        let details = records.communes.map(\.details)
        #expect(details[0].map(\.label) == ["Logements", "Gare"])
        #expect(details[0].map(\.value) == [.number(whole: "70123", decimals: "5"), .text("Annecy")])
        #expect(details[0].map(\.unit) == ["logements", nil])
        #expect(details[0].map(\.feed) == ["table-table.csv", "table-table.csv"])
        #expect(details[1].map(\.value) == [.number(whole: "0", decimals: "")])
        #expect(details[2].map(\.value) == [.suppressed])
    }

    @Test func cellsThatReadersMustNotSeeAreLeftOut() throws {
        let site = site("GARE;INSEE;LOG\n=cmd|'/C calc'!A0;74010;1\n<b>Gare</b>;74080;2\nGare;74116;s.o.\n")
        let records = try site.read()
        #expect(records.communes.map { $0.details.map(\.label) } == [["Logements"], ["Logements"], ["Gare"]])
        #expect(
            site.told(records.diagnostics) == [
                "warning feed-cell-unsafe table.csv:2 «=cmd|'/C calc'!A0»: la colonne « GARE » contient ici une formule de tableur : la case est laissée de côté = remplacez la formule par le texte que l’on doit lire",
                "warning feed-cell-unsafe table.csv:3 «<b>Gare</b>»: la colonne « GARE » contient ici du HTML : la case est laissée de côté = retirez les balises : ne gardez que le texte que l’on doit lire",
                "warning feed-row-invalid table.csv:4 «s.o.»: « s.o. » ne convient pas à la colonne « LOG », qui attend un nombre : la case est laissée de côté = corrigez la case, ou dites dans feeds.yml ce qu’elle signifie « suppressed: [s.o.] » ou que la colonne est un texte « kind: text »",
            ])
    }

    @Test func twoTablesDoNotShareALabel() throws {
        var both = site("GARE;INSEE;LOG\nGare;74010;1\n", extra: ["autre.csv table \(declaration)"])
        both.files["content/feeds/autre.csv"] = Array("GARE;INSEE;LOG\nHalte;74010;2\n".utf8)
        let records = try both.read()
        #expect(records.communes[0].details.map(\.value) == [.number(whole: "1", decimals: ""), .text("Gare")])
        #expect(
            both.told(records.diagnostics) == [
                "error feed-conflict feeds.yml:46 «Logements»: deux colonnes s’appellent « Logements » = donnez à chacune son nom, ou n’en gardez qu’une + première colonne feeds.yml:32 «Logements»",
                "error feed-conflict feeds.yml:47 «Gare»: deux colonnes s’appellent « Gare » = donnez à chacune son nom, ou n’en gardez qu’une + première colonne feeds.yml:33 «Gare»",
            ])
    }

    @Test func jsonIsReadAsATableIs() throws {
        let table = """
            {"date": "2026", "data": [
              {"INSEE": "74010", "LOG": 70123.5, "GARE": "Annecy", "autre": {"x": [1]}},
              {"INSEE": "74080", "LOG": 0, "GARE": null},
              {"INSEE": "74116", "LOG": "s", "GARE": "<i>x</i>"},
              {"INSEE": "01001", "LOG": true}
            ]}
            """
        let site = TestSite(
            feeds: ["cog.csv insee-cog-communes", "table.json table \(declaration)"],
            files: [
                "cog.csv": Header.cogCommunes
                    + ["74010", "74080", "74116"].map { "COM,\($0),84,74,74D,741,1,N,N,Nom,7499,\n" }.joined(),
                "table.json": table,
            ])
        let records = try site.read()
        #expect(records.communes[0].details.map(\.value) == [.number(whole: "70123", decimals: "5"), .text("Annecy")])
        #expect(records.communes[1].details.map(\.value) == [.number(whole: "0", decimals: "")])
        #expect(records.communes[2].details.map(\.value) == [.suppressed])
        #expect(records.diagnostics.filter { $0.id != .feedCommuneWithoutUnit }.map(\.id) == [.feedCellUnsafe])
        #expect(records.summaries[1].rows == 4)
    }

    @Test func aMemberThatNoObjectHasIsAnError() throws {
        let site = TestSite(
            feeds: ["cog.csv insee-cog-communes", "table.json table \(declaration)"],
            files: [
                "cog.csv": Header.cogCommunes + "COM,74010,84,74,74D,741,1,N,N,Nom,7499,\n",
                "table.json": "[{\"INSEE\": \"74010\", \"LOGE\": 1, \"GARE\": null}]",
            ])
        #expect(
            site.told(try site.read().diagnostics).first
                == "error feed-column-missing table.json: aucun enregistrement n’a de champ « LOG » = si c’est « LOGE », corrigez ce nom dans feeds.yml, ou rétablissez-le dans le fichier")
    }

    /// What became one commune has not one figure.
    @Test func rowsOfPartsAreLeftOut() throws {
        let site = TestSite(
            feeds: ["cog.csv insee-cog-communes", "table.csv table \(declaration)"],
            files: [
                "cog.csv": Header.cogCommunes + """
                    COM,74010,84,74,74D,741,1,ANNECY,Annecy,Annecy,7499,
                    COMD,74011,,,,,1,ANNECY LE VIEUX,Annecy-le-Vieux,Annecy-le-Vieux,,74010

                    """,
                "table.csv": "GARE;INSEE;LOG\nGare;74010;1\nHalte;74011;2\n",
            ])
        let records = try site.read()
        #expect(records.communes[0].details.map(\.value) == [.number(whole: "1", decimals: ""), .text("Gare")])
        #expect(site.told(records.diagnostics).first?.hasPrefix("note feed-code-former table.csv:3 «74011»: ") == true)
    }

    @Test(arguments: [
        ("0", "0", ""), ("007", "7", ""), ("1 583", "1583", ""), ("12,50", "12", "50"), ("-0.5", "-0", "5"),
        ("−12", "-12", ""),
    ])
    func numbersKeepTheirDecimals(_ text: String, _ whole: String, _ decimals: String) throws {
        let number = try #require(DecimalNumber(text))
        #expect(number.whole == whole)
        #expect(number.decimals == decimals)
    }

    @Test(arguments: ["", "-", ",5", "1,2,3", "12 %", "1e3", "ndiff", "1234567890123456"])
    func otherTextsAreNoNumbers(_ text: String) { #expect(DecimalNumber(text) == nil) }
}
