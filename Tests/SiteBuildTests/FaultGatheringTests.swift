import Diagnostics
import Testing

@testable import SiteBuild

@Suite struct FaultGatheringTests {
    private let warning = Diagnostic.warning(.feedDemonstration, at: SourceLocation(file: "a.csv"), "des exemples")
    private let note = Diagnostic(.note, .feedCodeFormer, at: SourceLocation(file: "a.csv"), "un ancien code")

    @Test func warningsLetABuildGoOn() {
        var faults = FaultGathering(strict: false)
        faults.add([warning, note])
        #expect(faults.all == [warning, note])
        #expect(!faults.stopBuild)
    }

    @Test func strictMakesErrorsOfWarningsAndLeavesNotes() {
        var faults = FaultGathering(strict: true)
        faults.add([note])
        #expect(!faults.stopBuild)
        faults.add([warning])
        #expect(faults.stopBuild)
        #expect(faults.all == [note, .error(.feedDemonstration, at: SourceLocation(file: "a.csv"), "des exemples")])
    }

    @Test func aResultIsTakenWithItsFaults() {
        var faults = FaultGathering(strict: false)
        #expect(faults.take((Optional(3), [warning])) == 3)
        #expect(faults.take((Int?.none, [.error(.fileMissing, "absent")])) == nil)
        #expect(faults.all.map(\.id) == [.feedDemonstration, .fileMissing])
        #expect(faults.stopBuild)
    }
}
