import ContentReading
import Diagnostics
import SiteModel
import Testing

@Suite struct CommitmentsReaderTests {
    private static let first = """
        commitments:
          - id: permanences
            expectation: "Rencontrer les gendarmes !"
            decision: Une permanence par mois.
            who: Le commandant de la compagnie
            due: 2027-03-31
            status: ongoing
            date: 2026-11-02

        """

    private func read(_ text: String) -> (commitments: [Commitment], diagnostics: [Diagnostic]) {
        CommitmentsReader.read(Array(text.utf8), file: "commitments.yml", consultation: "dcas")
    }

    @Test func aCommitmentIsReadWhole() throws {
        let (commitments, diagnostics) = read(Self.first)
        #expect(diagnostics == [])
        let commitment = try #require(commitments.first)
        #expect(commitment.id == "permanences")
        #expect(commitment.consultation == "dcas")
        #expect(commitment.expectation == "Rencontrer les gendarmes\u{202F}!")
        #expect(commitment.status == .ongoing)
        #expect(commitment.due == CalendarDate(iso: "2027-03-31"))
        #expect(commitment.territory == nil && commitment.done == nil)
    }

    @Test func itIsOverdueFromTheDayAfterItsOwn() throws {
        let commitment = try #require(read(Self.first).commitments.first)
        #expect(!commitment.isOverdue(on: try #require(CalendarDate(iso: "2027-03-31"))))
        #expect(commitment.isOverdue(on: try #require(CalendarDate(iso: "2027-04-01"))))
    }

    @Test func whatIsDoneSaysWhatWasDone() {
        let (commitments, diagnostics) = read(Self.first.replacing("ongoing", with: "done"))
        #expect(commitments.count == 1)
        #expect(diagnostics.map(\.id) == [.keyMissing])
    }

    @Test func whatIsToBeDoneHasADay() {
        #expect(read(Self.first.replacing("    due: 2027-03-31\n", with: "")).diagnostics.map(\.id) == [.keyMissing])
    }

    @Test func anIdentifierStandsOnce() {
        let second = Self.first.replacing("commitments:\n", with: "")
        let (commitments, diagnostics) = read(Self.first + second)
        #expect(commitments.count == 1)
        #expect(diagnostics.map(\.id) == [.keyDuplicate])
        #expect(diagnostics.first?.notes.count == 1)
    }
}
