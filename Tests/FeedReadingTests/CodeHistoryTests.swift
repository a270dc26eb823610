import SiteModel
import Testing

@testable import FeedReading

private func code(_ text: String) throws -> INSEECode { try #require(INSEECode(text)) }

/// `date before after` or, for a renaming, `date code oldName newName`.
private func movement(_ text: String) throws -> COGMovement {
    let words = text.split(separator: " ").map(String.init)
    let isRenaming = words.count == 4
    return try COGMovement(
        date: #require(CalendarDate(iso: words[0])), codeBefore: code(words[1]),
        nameBefore: isRenaming ? words[2] : "Avant", codeAfter: code(isRenaming ? words[1] : words[2]),
        nameAfter: isRenaming ? words[3] : "Après")
}

private func history(_ movements: [String], current: [String]) throws -> CodeHistory {
    CodeHistory(current: Set(try current.map(code)), movements: try movements.map(movement))
}

@Suite struct CodeHistoryTests {
    @Test func chainsOfMergersAreFollowed() throws {
        let history = try history(
            ["1974-01-01 74227 74274", "1974-01-01 74274 74274", "2019-01-01 74274 74289", "2019-01-01 74289 74289"],
            current: ["74289"])
        let since = try #require(CalendarDate(iso: "2019-01-01"))
        #expect(try history.resolve(code("74227")) == .former(now: code("74289"), since: since))
        #expect(try history.resolve(code("74274")) == .former(now: code("74289"), since: since))
        #expect(try history.resolve(code("74289")) == .current)
        #expect(try history.resolve(code("74300")) == .unknown)
    }

    /// A commune that was merged, re-established and merged again elsewhere went where it went last.
    @Test func theLastMergerCounts() throws {
        let history = try history(
            ["1973-01-01 74001 74002", "1990-01-01 74001 74003", "1980-01-01 74002 74004"], current: ["74003", "74004"])
        let since = try #require(CalendarDate(iso: "1990-01-01"))
        #expect(try history.resolve(code("74001")) == .former(now: code("74003"), since: since))
    }

    /// So does one that was merged first and shared out later.
    @Test func aCommuneSharedOutIsNobodysAlone() throws {
        let history = try history(
            ["2000-01-01 74001 74003", "2000-01-01 74001 74002", "1990-01-01 74004 74001"], current: ["74002", "74003"])
        let since = try #require(CalendarDate(iso: "2000-01-01"))
        let heirs = [try code("74002"), try code("74003")]
        #expect(try history.resolve(code("74001")) == .shared(among: heirs, since: since))
        #expect(try history.resolve(code("74004")) == .shared(among: heirs, since: since))
    }

    @Test func circlesEnd() throws {
        let history = try history(["2000-01-01 74001 74002", "2000-01-01 74002 74001"], current: ["74009"])
        #expect(try history.resolve(code("74001")) == .unknown)
    }

    @Test func theLastRenamingIsFound() throws {
        let history = try history(
            ["1990-01-01 74116 Etaux Étaux", "2026-01-01 74116 Etaux Eteaux"], current: ["74116"])
        #expect(try history.renaming(of: code("74116"), from: "Etaux")?.nameAfter == "Eteaux")
        #expect(try history.renaming(of: code("74116"), from: "Eteaux") == nil)
    }

    @Test func partsLeadToTheirWhole() throws {
        let history = CodeHistory(
            current: [try code("74010"), try code("75056")],
            parents: [
                try code("74011"): .init(code: try code("74010"), isCity: false),
                try code("75101"): .init(code: try code("75056"), isCity: true),
            ])
        #expect(try history.resolve(code("74011")) == .part(of: code("74010")))
        #expect(try history.resolve(code("75101")) == .district(of: code("75056")))
    }

    /// Without INSEE's list, which says so too.
    @Test(arguments: [
        ("75101", "75056"), ("75120", "75056"), ("69381", "69123"), ("69389", "69123"), ("13201", "13055"),
        ("13216", "13055"),
    ])
    func districtsLeadToTheirCity(_ district: String, _ city: String) throws {
        let history = try history([], current: ["75056", "69123", "13055"])
        #expect(try history.resolve(code(district)) == .district(of: code(city)))
    }

    @Test(arguments: ["75100", "75121", "69380", "69390", "13200", "13217", "2A004"])
    func otherCodesAreNoDistricts(_ text: String) throws {
        let history = try history([], current: ["75056", "69123", "13055"])
        #expect(try history.resolve(code(text)) == .unknown)
    }
}

@Suite struct ServiceNameTests {
    @Test(arguments: [
        ("Gendarmerie - Brigade d'Abondance", "Brigade de gendarmerie d’Abondance"),
        ("Gendarmerie - Brigade de La-Balme-de-Sillingy", "Brigade de gendarmerie de La Balme-de-Sillingy"),
        ("Gendarmerie - Brigade de Le-Biot", "Brigade de gendarmerie du Biot"),
        ("Gendarmerie - Brigade de Les-Houches", "Brigade de gendarmerie des Houches"),
        ("Gendarmerie - Brigade de Lesneven", "Brigade de gendarmerie de Lesneven"),
        ("Commissariat de police d'Annecy", "Commissariat de police d’Annecy"),
    ])
    func namesAreThoseThatThePublicReads(_ official: String, _ name: String) {
        #expect(ServiceName.forPublic(official) == name)
    }
}
