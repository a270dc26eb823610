import Diagnostics
import ExternalTools
import Files
import Glibc
import Testing

@testable import crieur

@Suite struct ExitStatusTests {
    @Test(arguments: [
        ([], nil),
        ([.warning(.feedDemonstration, "exemple"), Diagnostic(.note, .feedCodeFormer, "ancien code")], nil),
        ([.error(.keyUnknown, "clé")], .faults),
        ([.error(.toolMissing, "python")], .machine),
        ([.error(.outputNotSwappable, "lien"), .error(.fontMissing, "police")], .machine),
        // What can be mended by writing goes first.
        ([.error(.toolMissing, "python"), .error(.keyUnknown, "clé")], .faults),
        ([.error(.toolMissing, "python"), .warning(.feedDemonstration, "exemple")], .machine),
    ] as [([Diagnostic], crieur.ExitStatus?)])
    func tellsWhoCanMendIt(diagnostics: [Diagnostic], status: crieur.ExitStatus?) {
        #expect(crieur.ExitStatus(diagnostics) == status)
    }

    @Test func failuresAreToldInFrenchWithTheirCure() {
        #expect(
            Failure.text(DiskError("écrire", "public/index.html", code: ENOSPC)) == """
                crieur : impossible d’écrire « public/index.html » : le disque est plein
                     = libérez de la place, puis relancez « crieur build » ; le site en place n’a pas été touché
                """)
        #expect(
            Failure.text(ToolFailure("Typst", .timedOut(seconds: 60))) == """
                crieur : l’outil « Typst » n’a pas répondu en 60\u{A0}s
                     = relancez « crieur build » ; si la machine est très chargée, attendez qu’elle le soit moins
                """)
    }
}
