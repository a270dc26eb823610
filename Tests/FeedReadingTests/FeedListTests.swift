import Diagnostics
import FeedReading
import SiteModel
import Testing

private let entry = """
      - id: cog
        file: v_commune.csv
        format: insee-cog-communes
        title: Communes
        producer: INSEE
        licence: Licence Ouverte 2.0
        vintage: 1er janvier 2026
        retrieved: 2026-11-24
        nature: official

    """

private func list(_ entries: String...) -> FeedList {
    FeedList(Array(("feeds:\n" + entries.joined()).utf8), file: "content/feeds/feeds.yml")
}

private func told(_ list: FeedList) -> [String] {
    list.diagnostics.map { "\($0.id.rawValue): \($0.message) = \($0.advice ?? "")" }
}

@Suite struct FeedListTests {
    @Test func everyKeyIsRead() throws {
        let list = list(
            entry + """
                    max_age: 400
                    geography: 2026
                    url: https://www.insee.fr/
                    encoding: windows-1252
                    separator: tab

                """)
        #expect(told(list).isEmpty)
        let declaration = try #require(list.declarations.first)
        #expect(
            try declaration.feed
                == Feed(
                    id: "cog", file: "content/feeds/v_commune.csv", format: "insee-cog-communes", title: "Communes",
                    producer: "INSEE", licence: "Licence Ouverte 2.0", vintage: "1er janvier 2026",
                    retrieved: #require(CalendarDate(iso: "2026-11-24")), nature: .official,
                    url: "https://www.insee.fr/", maximumAge: 400))
        #expect(declaration.format == .cogCommunes)
        #expect(declaration.geography == 2026)
        #expect(declaration.encoding == .windows1252)
        #expect(declaration.separator == UInt8(ascii: "\t"))
    }

    @Test(arguments: [
        ("../../ailleurs/a.csv", "content/feeds/../../ailleurs/a.csv"), ("/srv/a.csv", "/srv/a.csv"),
        ("insee/a.csv", "content/feeds/insee/a.csv"),
    ])
    func filesAreLookedForBesideTheList(_ written: String, _ path: String) {
        let list = list(entry.replacing("v_commune.csv", with: written))
        #expect(list.declarations.map(\.feed.file) == [path])
    }

    @Test func anUnknownFormatIsSuggested() {
        #expect(
            told(list(entry.replacing("insee-cog-communes", with: "insee-cog-comunes"))) == [
                "feed-format-unknown: le format « insee-cog-comunes » est inconnu = vouliez-vous dire « insee-cog-communes » ?"
            ])
    }

    @Test func everyFaultOfAnEntryIsTold() {
        let list = list(
            """
              - id: cog
                file: a.csv
                formats: communes
                title: Communes
                producer: INSEE
                vintage: 2026
                retrieved: 24/11/2026
                nature: officiel
                max_age: un an
                url: www.insee.fr
                encoding: latin-1
                separator: "|"
            """)
        #expect(list.declarations.isEmpty)
        #expect(
            list.diagnostics.map(\.id) == [
                .keyMissing, .keyMissing, .dateInvalid, .valueNotAllowed, .valueType, .valueType, .valueNotAllowed,
                .valueNotAllowed, .keyUnknown,
            ])
    }

    @Test func identifiersAreUnique() {
        #expect(
            told(list(entry, entry.replacing("v_commune.csv", with: "b.csv"))) == [
                "feed-conflict: deux fichiers portent l’identifiant « cog » = donnez à chacun le sien"
            ])
    }

    @Test func oneFaultyEntryHidesNoOther() {
        let list = list(entry.replacing("2026-11-24", with: "hier"), entry.replacing("id: cog", with: "id: b"))
        #expect(list.declarations.map(\.feed.id) == ["b"])
        #expect(list.diagnostics.map(\.id) == [.dateInvalid])
    }
}
