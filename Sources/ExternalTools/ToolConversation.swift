import Subprocess

/// A child that lives on and answers each line with one line.
public struct ToolConversation {
    typealias Child = Execution<CustomWriteInput, SequenceOutput, StringOutput<UTF8>>
    typealias Lines = SubprocessOutputSequence.StringSequence<UTF8>

    private let name: String
    private let child: Child
    private var lines: Lines.AsyncIterator

    private init(_ name: String, _ child: Child, lineLimit: Int) {
        self.name = name
        self.child = child
        self.lines = child.standardOutput.strings(
            separatedBy: .unicodeScalarSequence(["\n"]), bufferingPolicy: .maxLineLength(lineLimit)
        ).makeAsyncIterator()
    }

    /// Starts `command`, hands the conversation to `body`, and ends the child when `body` is done: its input
    /// is closed, and it is killed if it has not ended after `farewell`.
    ///
    /// - Parameter lineLimit: most bytes of one answer.
    /// - Throws: what `body` throws; for a child that has ended, `.ended` with its status and errors.
    public static func with<Value: Sendable>(
        _ command: ToolCommand, lineLimit: Int = 16 << 20, farewell: Duration = .seconds(2),
        _ body: (inout ToolConversation) async throws -> Value,
    ) async throws(ToolFailure) -> Value {
        BrokenPipes.ignore()
        do {
            let outcome = try await Subprocess.run(
                command.configuration, input: .inputWriter, output: .sequence,
                error: .string(limit: ToolCommand.errorLimit)
            ) { child -> Result<Value, ToolFailure> in
                var conversation = ToolConversation(command.name, child, lineLimit: lineLimit)
                let result: Result<Value, ToolFailure>
                do {
                    result = .success(try await body(&conversation))
                } catch {
                    result = .failure(ToolFailure(command.name, error))
                }
                await conversation.end(within: farewell)
                return result
            }
            switch outcome.closureResult {
            case .success(let value): return value
            case .failure(let failure):
                guard case .ended = failure.reason else { throw failure }
                throw ToolFailure(
                    command.name,
                    .ended(
                        status: outcome.terminationStatus.words,
                        errors: lastLines(of: outcome.standardError)))
            }
        } catch {
            throw ToolFailure(command.name, error)
        }
    }

    /// The child's next line, which it says of itself: a greeting.
    public mutating func listen(within limit: Duration) async throws(ToolFailure) -> String {
        try await next(after: nil, within: limit)
    }

    /// Sends one line, which must not contain a line feed, and waits for its answer. The child must have read
    /// the whole line before it answers.
    ///
    /// - Throws: `.timedOut`, and the child is killed; `.ended` when it ends instead of answering.
    public mutating func ask(
        _ line: [UInt8], within limit: Duration,
    ) async throws(ToolFailure) -> String {
        try await next(after: line, within: limit)
    }

    private mutating func next(
        after line: [UInt8]?, within limit: Duration,
    ) async throws(ToolFailure) -> String {
        let deadline = ContinuousClock.now + limit
        let watch = killing(after: limit)
        defer { watch.cancel() }
        do {
            if let line { _ = try await child.standardInputWriter.write(line + [0x0A]) }
            if let answer = try await lines.next(isolation: nil) { return answer }
        } catch let error as SubprocessError where error.code == .failedToWriteToSubprocess {
            // The child has ended; said below.
        } catch {
            throw ToolFailure(name, error)
        }
        guard ContinuousClock.now < deadline else {
            throw ToolFailure(name, .timedOut(seconds: Int(limit.components.seconds)))
        }
        throw ToolFailure(name, .ended(status: "", errors: ""))
    }

    private mutating func end(within limit: Duration) async {
        let watch = killing(after: limit)
        defer { watch.cancel() }
        try? await child.standardInputWriter.finish()
        // The child's output ends when it does.
        while let line = try? await lines.next(isolation: nil) { _ = line }
    }

    /// Kills the child after `limit`, unless it is cancelled before.
    private func killing(after limit: Duration) -> Task<Void, Never> {
        let child = child
        return Task {
            guard (try? await Task.sleep(for: limit)) != nil else { return }
            try? child.send(signal: .kill)
        }
    }
}
