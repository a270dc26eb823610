import Testing

@testable import SiteBuild

@Suite struct MailingListTests {
    @Test(arguments: [
        ("=1+1", "'=1+1"), ("+33 4 65 71 00 00", "'+33 4 65 71 00 00"), ("-Annecy", "'-Annecy"), ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"), ("\r=1", "'\r=1"), ("mairie@annecy.exemple.fr", "mairie@annecy.exemple.fr"), ("", ""),
        ("Annecy = 1", "Annecy = 1"),
    ])
    func aCellThatASpreadsheetWouldComputeStaysAText(cell: String, guarded: String) {
        #expect(MailingList.guarded(cell) == guarded)
    }

    @Test func aQuoteEndsNoCellEvenBelowAnAccent() {
        let cell = MailingList.quoted("a\"\u{301};=1+1")
        #expect(Array(cell.utf8) == Array("\"a\"\"\u{301};=1+1\"".utf8))
    }
}
