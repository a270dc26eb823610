import Diagnostics
import Testing

@Test func identifiersAreStableLowerCaseWords() {
    for id in DiagnosticID.allCases {
        #expect(id.rawValue.utf8.allSatisfy { ($0 >= 0x61 && $0 <= 0x7A) || $0 == 0x2D || $0 == 0x38 }, "\(id)")
    }
}
