import ExternalTools
import Testing

@Suite struct ToolConversationTests {
    func shell(_ script: String) -> ToolCommand {
        ToolCommand(name: "outil", executable: "/bin/sh", arguments: ["-c", script])
    }

    @Test func answersLineByLine() async throws {
        let answers = try await ToolConversation.with(
            shell("echo prêt; while read line; do echo \"<$line>\"; done")
        ) { conversation in
            var answers = [try await conversation.listen(within: .seconds(20))]
            for question in ["un", "deux"] {
                answers.append(try await conversation.ask(Array(question.utf8), within: .seconds(20)))
            }
            return answers
        }
        #expect(answers == ["prêt", "<un>", "<deux>"])
    }

    @Test func carriesLinesLongerThanAPipe() async throws {
        let line = [UInt8](repeating: 0x61, count: 400_000)
        let answer = try await ToolConversation.with(
            ToolCommand(name: "sed", executable: "sed", arguments: ["-u", ""])
        ) { conversation in
            try await conversation.ask(line, within: .seconds(20))
        }
        #expect(Array(answer.utf8) == line)
    }

    @Test func aChildThatDiesIsReportedWithItsStatusAndLastWords() async throws {
        let failure = await #expect(throws: ToolFailure.self) {
            try await ToolConversation.with(shell("read line; echo 'encre vide' >&2; exit 7")) { conversation in
                try await conversation.ask(Array("un".utf8), within: .seconds(20))
            }
        }
        #expect(failure?.reason == .ended(status: "code 7", errors: "encre vide"))
    }

    @Test func writingToAChildThatHasDiedDoesNotEndThisProcess() async throws {
        let failure = await #expect(throws: ToolFailure.self) {
            try await ToolConversation.with(shell("echo parti; exit 0")) { conversation in
                _ = try await conversation.listen(within: .seconds(20))
                let line = [UInt8](repeating: 0x61, count: 400_000)
                for _ in 0..<5 { _ = try await conversation.ask(line, within: .seconds(20)) }
            }
        }
        #expect(failure?.reason == .ended(status: "code 0", errors: ""))
    }

    @Test func aChildThatHangsIsKilled() async throws {
        let failure = await #expect(throws: ToolFailure.self) {
            try await ToolConversation.with(shell("read line; exec sleep 600")) { conversation in
                try await conversation.ask(Array("un".utf8), within: .seconds(1))
            }
        }
        #expect(failure?.reason == .timedOut(seconds: 1))
    }

    @Test func aChildThatDoesNotLeaveIsShownTheDoor() async throws {
        let answer = try await ToolConversation.with(
            shell("echo oui; exec sleep 600"), farewell: .milliseconds(100)
        ) { conversation in
            try await conversation.listen(within: .seconds(20))
        }
        #expect(answer == "oui")
    }
}
