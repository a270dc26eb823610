import French
import SiteModel
import Testing

/// `8-12 14-18 (note)`; `-` for closed.
private func day(_ text: String) throws -> OpeningHours.Day {
    var day = OpeningHours.Day()
    let parts = text.split(separator: "(", omittingEmptySubsequences: false)
    for span in (parts.first ?? "").split(separator: " ") where span != "-" {
        let ends = try span.split(separator: "-").map { text in
            let digits = text.split(separator: ".").compactMap { Int($0) }
            return try #require(digits.first) * 60 + (digits.count > 1 ? digits[1] : 0)
        }
        day.add(try #require(OpeningHours.Span(start: ends[0], end: ends[1])))
    }
    if parts.count > 1 { day.add(note: String(parts[1].dropLast())) }
    return day
}

private func hours(_ week: [String], holidays: String? = nil, comment: String = "") throws -> OpeningHours {
    try #require(
        try OpeningHours(week: week.map(day), holidays: holidays.map(day), comment: comment))
}

private func shown(_ text: String) -> String {
    text.replacing("\u{A0}", with: "~").replacing("\u{202F}", with: "_")
}

private let workdays = Array(repeating: "8-12 14-18", count: 5)

@Suite struct OpeningHoursTests {
    @Test(arguments: [
        (
            workdays + ["8-12", "-"], "9-12",
            "du lundi au vendredi, 8~h~–~12~h et 14~h~–~18~h_; le samedi, 8~h~–~12~h_; fermé le dimanche_; jours fériés~: 9~h~–~12~h"
        ),
        (workdays + ["-", "-"], nil, "du lundi au vendredi, 8~h~–~12~h et 14~h~–~18~h_; fermé le samedi et le dimanche"),
        (
            workdays + ["8-12 14-18", "9-12 15-18"], "9-12 15-18",
            "du lundi au samedi, 8~h~–~12~h et 14~h~–~18~h_; dimanche et jours fériés, 9~h~–~12~h et 15~h~–~18~h"
        ),
        (
            ["14-18", "8-12", "14-18", "8-12", "14-18", "8-12", "-"], "-",
            "lundi, mercredi et vendredi~: 14~h~–~18~h_; mardi, jeudi et samedi~: 8~h~–~12~h_; fermé le dimanche et les jours fériés"
        ),
        (
            ["-", "8.30-12.05", "-", "8.30-12.05", "-", "-", "-"], nil,
            "mardi et jeudi, 8~h~30~–~12~h~05"
        ),
        (
            ["9-12", "9-12", "9-12", "-", "9-12", "-", "-"], "9-12",
            "du lundi au mercredi et le vendredi, 9~h~–~12~h_; jours fériés~: 9~h~–~12~h"
        ),
        (["9-12", "-", "-", "-", "-", "-", "-"], nil, "le lundi, 9~h~–~12~h_; fermé du mardi au dimanche"),
        (Array(repeating: "0-24", count: 7), nil, "tous les jours, 24~h sur~24"),
        (Array(repeating: "0-24", count: 7), "0-24", "tous les jours, jours fériés compris, 24~h sur~24"),
        (
            Array(repeating: "8-12", count: 7), "-", "tous les jours, 8~h~–~12~h_; fermé les jours fériés"
        ),
        (
            ["7-9 11-13 17-19", "-", "-", "-", "-", "-", "-"], nil,
            "le lundi, 7~h~–~9~h, 11~h~–~13~h et 17~h~–~19~h_; fermé du mardi au dimanche"
        ),
        (
            ["-", "-", "-", "-", "(sur rendez-vous)", "9-12 (2e et 4e samedis)", "-"], nil,
            "le vendredi, sur rendez-vous_; le samedi, 9~h~–~12~h (2e et 4e samedis)_; fermé du lundi au jeudi et le dimanche"
        ),
    ] as [([String], String?, String)])
    func daysAreMerged(_ week: [String], _ holidays: String?, _ expected: String) throws {
        #expect(shown(FrenchText.hours(try hours(week, holidays: holidays))) == expected)
    }

    @Test func aCommentComesLast() throws {
        let closed = Array(repeating: "-", count: 7)
        #expect(FrenchText.hours(try hours(closed, comment: "Sur rendez-vous")) == "Sur rendez-vous")
        #expect(FrenchText.hoursLines(try hours(closed, comment: "Sur rendez-vous")).isEmpty)
        #expect(
            shown(FrenchText.hours(try hours(["9-12"] + closed.dropFirst(), comment: "Fermé en août")))
                == "le lundi, 9~h~–~12~h_; fermé du mardi au dimanche_; Fermé en août")
    }

    @Test func rowsNameDaysAndTimes() throws {
        let lines = FrenchText.hoursLines(try hours(workdays + ["8-12", "-"], holidays: "-"))
        #expect(
            lines.map { "\($0.days) | \(shown($0.times))" } == [
                "du lundi au vendredi | 8~h~–~12~h et 14~h~–~18~h", "samedi | 8~h~–~12~h",
                "dimanche et jours fériés | fermé",
            ])
    }
}
