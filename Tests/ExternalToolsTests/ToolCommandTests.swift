import Diagnostics
import ExternalTools
import Testing

@Suite struct ToolCommandTests {
    func shell(_ script: String) -> ToolCommand {
        ToolCommand(name: "outil", executable: "/bin/sh", arguments: ["-c", script])
    }

    @Test func runsAProgramAndGivesWhatItWrites() async throws {
        let result = try await shell("echo bonjour; echo attention >&2").run(within: .seconds(20))
        #expect(String(decoding: result.output, as: UTF8.self) == "bonjour\n")
        #expect(result.errors == "attention\n")
    }

    @Test func aChildSeesNoneOfTheBuildersSettings() async throws {
        let result = try await shell("env | grep -v '^PWD=\\|^SHLVL=\\|^_=\\|^OLDPWD='").run(within: .seconds(20))
        let lines = String(decoding: result.output, as: UTF8.self).split(separator: "\n").sorted()
        #expect(lines.map { $0.prefix { $0 != "=" } } == ["LC_ALL", "PATH", "TZ"])
    }

    @Test func aProgramThatFailsIsADiagnosticWithItsLastWords() async throws {
        let failure = await #expect(throws: ToolFailure.self) {
            try await shell("echo un >&2; echo 'plus de papier' >&2; exit 3").run(within: .seconds(20))
        }
        #expect(failure?.diagnostic.id == .toolFailed)
        #expect(failure?.diagnostic.message == "l’outil « outil » s’est arrêté (code 3) : un plus de papier")
    }

    @Test func aProgramThatIsNotThereIsADiagnostic() async throws {
        let failure = await #expect(throws: ToolFailure.self) {
            try await ToolCommand(name: "presse", executable: "/nulle/part/presse").run(within: .seconds(20))
        }
        #expect(failure?.diagnostic.id == .toolMissing)
        #expect(failure?.diagnostic.message == "l’outil « presse » est introuvable")
    }

    @Test func aProgramThatTakesTooLongIsKilled() async throws {
        let failure = await #expect(throws: ToolFailure.self) {
            try await shell("exec sleep 600").run(within: .seconds(1))
        }
        #expect(failure?.reason == .timedOut(seconds: 1))
        #expect(failure?.diagnostic.message == "l’outil « outil » n’a pas répondu en 1 s")
    }
}
