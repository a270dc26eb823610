import French
import SiteModel
import Testing

@testable import Syndication

@Suite struct AlertMessageTests {
    private func message(_ alert: Alert, demonstration: Bool = false, timezone: String = "Europe/Paris") throws -> String {
        String(decoding: AlertMessage(try SmallSite.make([alert], demonstration: demonstration, timezone: timezone)).bytes(of: alert), as: UTF8.self)
    }

    @Test func itsOffsetsAreThoseOfItsDays() throws {
        let summer = try message(SmallSite.alert("vols", "Vols", sent: "2026-07-01"))
        #expect(summer.contains("<sent>2026-07-01T00:00:00+02:00</sent>"))
        #expect(summer.contains("<expires>2027-01-31T23:59:59+01:00</expires>"))
        let overseas = try message(SmallSite.alert("vols", "Vols", sent: "2026-07-01"), timezone: "America/Cayenne")
        #expect(overseas.contains("<expires>2027-01-31T23:59:59-03:00</expires>"))
        #expect(try message(SmallSite.alert("vols", "Vols", sent: "2026-07-01"), timezone: "UTC").contains("T00:00:00-00:00</sent>"))
    }

    @Test func aDayOnWhichClocksChangeEndsByItsLastClock() throws {
        let time = LocalTime(try SmallSite.make().settings)
        let day = try SmallSite.date("2026-03-29")
        #expect(time.start(of: LocalMoment(day)) == "2026-03-29T00:00:00+01:00")
        #expect(time.end(of: LocalMoment(day)) == "2026-03-29T23:59:59+02:00")
        #expect(time.end(of: LocalMoment(try SmallSite.date("2026-10-25"))) == "2026-10-25T23:59:59+01:00")
    }

    @Test func itNamesItsCommunesOrTheDepartement() throws {
        let one = try message(SmallSite.alert("vols", "Vols", sent: "2026-07-01", communes: ["74080"]))
        #expect(one.contains("<areaDesc>La Clusaz</areaDesc>\n<geocode>\n<valueName>INSEE</valueName>\n<value>74080</value>"))
        let all = try message(SmallSite.alert("vols", "Vols", sent: "2026-07-01"))
        #expect(all.contains("<areaDesc>Haute-Savoie</areaDesc>\n<geocode>\n<valueName>INSEE-DEP</valueName>\n<value>74</value>"))
    }

    @Test func onlyARealAlertOfARealSiteIsActual() throws {
        var alert = try SmallSite.alert("vols", "Vols", sent: "2026-07-01")
        #expect(try message(alert).contains("<status>Actual</status>"))
        #expect(try message(alert, demonstration: true).contains("<status>Test</status>"))
        alert.status = .exercice
        #expect(try message(alert).contains("<status>Exercise</status>"))
        #expect(try message(alert, demonstration: true).contains("<status>Exercise</status>"))
        alert.status = .essai
        #expect(try message(alert).contains("<status>Test</status>"))
        var draft = alert.page.frontMatter
        draft.draft = true
        alert.page = alert.page.with(draft)
        #expect(try message(alert).contains("<status>Draft</status>"))
    }

    @Test func aChainIsNamedFromItsFirstMessage() throws {
        let first = try SmallSite.alert("a", "A", sent: "2026-11-18")
        let second = try SmallSite.alert("b", "B", sent: "2026-11-19")
        var last = try SmallSite.alert("c", "C", sent: "2026-11-20")
        last.succession = .init(kind: .cancels, file: second.page.file)
        last.earlier = [second.reference, first.reference]
        let text = try message(last)
        #expect(text.contains("<msgType>Cancel</msgType>") && text.contains("<responseType>AllClear</responseType>"))
        #expect(
            text.contains(
                "<references>exemple.fr,exemple.fr.2026-11-18.a,2026-11-18T00:00:00+01:00 exemple.fr,exemple.fr.2026-11-19.b,2026-11-19T00:00:00+01:00</references>"))
    }
}
