import FeedReading
import Testing

@Suite struct FeedColumnTests {
    @Test func aReaderTellsTheColumnsItAsksFor() {
        let communes = FeedFormat.communes.columns
        #expect(communes.filter(\.isRequired).map(\.name).prefix(2) == ["code", "name"])
        #expect(communes.filter { !$0.isRequired }.map(\.name) == ["parts"])
        #expect(FeedFormat.agendaColumns.map(\.name).contains("communes"))
    }

    @Test func anOwnTableHasColumnsAndOutlinesHaveNone() {
        for format in [FeedFormat.communes, .units, .contacts, .companies] { #expect(!format.columns.isEmpty, "\(format)") }
        #expect(FeedFormat.contours.columns.isEmpty)
    }
}
