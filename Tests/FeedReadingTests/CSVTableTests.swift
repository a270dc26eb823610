import Diagnostics
import Testing

@testable import FeedReading

/// `offset+length identifier: message = advice`
private func told(_ diagnostics: [Diagnostic]) -> [String] {
    diagnostics.map {
        "\($0.location?.offset ?? -1)+\($0.location?.length ?? -1) \($0.id.rawValue): \($0.message) = \($0.advice ?? "")"
    }
}

/// The columns `code` and `name` of each row, and everything that was said.
private func read(_ bytes: [UInt8], encoding: TextEncoding? = nil) -> (rows: [String], told: [String]) {
    var diagnostics: [Diagnostic] = []
    var rows: [String] = []
    let table = CSVTable(bytes, file: "a.csv", encoding: encoding, diagnostics: &diagnostics)
    if let table, let columns = table.columns(["code", "name"], diagnostics: &diagnostics) {
        table.forEachRow(diagnostics: &diagnostics) { row, _ in
            rows.append("\(row.line): \(row.text(columns[0]))|\(row.text(columns[1]))")
        }
    }
    return (rows, told(diagnostics))
}

private func read(_ text: String) -> (rows: [String], told: [String]) { read(Array(text.utf8)) }

@Suite struct CSVTableTests {
    @Test(arguments: [
        "name;x;code\nÉloise;;74109\n", "\u{FEFF}name,x,code\r\nÉloise,,74109\r\n", "name\tx\tcode\rÉloise\t\t74109",
        "\"name\";\"x\";\"code\"\n\"Éloise\";\"\";\"74109\"", " name ; x;code\n Éloise\t;; 74109 \n",
    ])
    func columnsAreFoundByTheirNames(_ text: String) {
        #expect(read(text).rows == ["2: 74109|Éloise"])
        #expect(read(text).told.isEmpty)
    }

    @Test func textIsUnquotedAndKeepsItsLineBreaks() {
        #expect(read("code;name\n1;\"dit \"\"le\nPetit\"\"\"\n2;b").rows == ["2: 1|dit \"le\nPetit\"", "4: 2|b"])
    }

    @Test func windows1252IsReadWhereItIsDeclared() {
        let bytes = Array("code;name\n74109;".utf8) + [0xC9] + Array("loise\n".utf8)
        #expect(read(bytes, encoding: .windows1252).rows == ["2: 74109|Éloise"])
        #expect(
            read(bytes).told == [
                "16+1 feed-encoding: le fichier n’est pas enregistré en UTF-8 : il est lu comme du Windows-1252 = enregistrez-le au format « CSV UTF-8 » ; si le producteur le publie ainsi, déclarez « encoding: windows-1252 » dans feeds.yml"
            ])
        #expect(read(bytes).rows == ["2: 74109|Éloise"])
    }

    @Test func aWrongDeclarationIsTold() {
        #expect(
            read(Array("code;name\n74109;Éloise\n".utf8), encoding: .windows1252).told == [
                "-1+1 feed-encoding: feeds.yml déclare « encoding: windows-1252 », mais le fichier « a.csv » est en UTF-8 = retirez la ligne « encoding » de feeds.yml : les accents seraient faux"
            ])
        #expect(read(Array("code;name\n1;a\n".utf8), encoding: .windows1252).rows == ["2: 1|a"])
    }

    @Test func aMissingColumnIsNamedWithTheOnesFound() {
        #expect(
            read("code;nmae;x\n").told == [
                "5+4 feed-column-missing: la colonne « name » manque ; colonnes lues : « code », « nmae », « x » = rétablissez le nom de la colonne ; est-ce « nmae » ?"
            ])
        #expect(
            read("name;x\n").told == [
                "0+6 feed-column-missing: la colonne « code » manque ; colonnes lues : « name », « x » = reprenez le fichier tel qu’il est publié, ou ajoutez la colonne"
            ])
        #expect(
            read("a;b\n").told == [
                "0+3 feed-column-missing: aucune des colonnes attendues (« code », « name ») ne figure sur la première ligne, où l’on lit : « a », « b » = vérifiez le format et le séparateur que feeds.yml déclare pour ce fichier"
            ])
    }

    @Test func aColumnWrittenTwiceIsTold() {
        #expect(
            read("code;name;name\n1;a;b\n").told == [
                "10+4 feed-column-missing: la colonne « name » figure deux fois = gardez celle qui convient, renommez l’autre"
            ])
    }

    @Test func rowsOfAnotherWidthAreTold() {
        let text = "code;name;x\n1;a\n2;b;c;d\n3;c;;;\n4;d;e\n"
        #expect(read(text).rows == ["4: 3|c", "5: 4|d"])
        #expect(
            read(text).told == [
                "12+3 feed-row-short: ligne trop courte : 2 champs au lieu de 3, tout manque à partir de la colonne « x » = complétez la ligne (une case vide garde son « ; »), ou supprimez-la",
                "22+1 feed-row-invalid: ligne trop longue : 4 champs au lieu de 3 = mettez entre guillemets droits (\") une valeur qui contient le séparateur « ; »",
            ])
    }

    @Test func damagedRowsHideNoOthers() {
        let text = "code;name\n1\0;a\n2;\"b\n3;\"c\"c\n4;d\n"
        #expect(read(text).rows == ["5: 4|d"])
        #expect(
            read(text).told == [
                "11+1 feed-row-invalid: la ligne contient un octet nul = téléchargez le fichier de nouveau, ou enregistrez-le en texte CSV UTF-8",
                "17+1 feed-row-invalid: ce guillemet n’est jamais refermé = refermez-le avant le séparateur ; un guillemet dans un texte se double (\"\")",
                "25+1 feed-row-invalid: du texte suit un guillemet fermant = placez le séparateur juste après le guillemet ; un guillemet dans un texte se double (\"\")",
            ])
    }

    @Test(arguments: ["\n", "\u{FEFF}", "\r\n\r\n"])
    func aFileOfBlankLinesIsEmpty(_ text: String) {
        #expect(read(text).told == ["-1+1 feed-empty: le fichier « a.csv » ne contient que des lignes vides = "])
    }

    @Test func anEmptyFileIsTold() {
        #expect(read("").told == ["-1+1 feed-empty: le fichier « a.csv » est vide = déposez-le de nouveau"])
    }
}
