import SiteModel
import Testing

private func day(_ text: String) -> CalendarDate { CalendarDate(iso: text) ?? CalendarDate(iso: "1970-01-01")! }

private func consultation(_ status: Consultation.Status) -> Consultation {
    Consultation(
        slug: "essai", file: "content/consultations/essai/questions.yml", title: "Essai", summary: "Un essai.", who: "Les élus",
        opens: day("2026-06-08"), closes: day("2026-07-17"), status: status,
        contact: ConsultationContact(function: "Le bureau"), isAnonymous: true, themes: [])
}

@Suite struct ConsultationStandingTests {
    @Test(arguments: [
        ("2026-06-07", Consultation.Status.announced), ("2026-06-08", .open), ("2026-07-17", .open), ("2026-07-18", .closed),
    ])
    func datesGoBeforeWhatTheFileSays(_ on: String, _ standing: Consultation.Status) {
        #expect(consultation(.open).standing(on: day(on)) == standing)
        #expect(consultation(.announced).standing(on: day(on)) == standing)
    }

    @Test func whatIsClosedOrPublishedStaysSo() {
        #expect(consultation(.closed).standing(on: day("2026-06-10")) == .closed)
        #expect(consultation(.published).standing(on: day("2026-06-10")) == .published)
    }
}

@Suite struct PresenceHoursTests {
    @Test func aQuarterIsWrittenWithItsYear() throws {
        let quarter = try #require(PresenceHours.Quarter("2026-T3"))
        #expect((quarter.year, quarter.number) == (2026, 3))
        for text in ["2026-T5", "2026-3", "26-T3", "2026-T33", "T3", "2026-T0", ""] { #expect(PresenceHours.Quarter(text) == nil, "\(text)") }
    }

    @Test func aQuarterIsPastOnceItIsOver() throws {
        let quarter = try #require(PresenceHours.Quarter("2026-T3"))
        #expect(!quarter.isPast(on: day("2026-09-30")))
        #expect(quarter.isPast(on: day("2026-10-01")))
        #expect(quarter.isPast(on: day("2027-01-01")))
        #expect(!quarter.isPast(on: day("2025-12-31")))
    }
}
