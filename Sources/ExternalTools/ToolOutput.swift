import Subprocess

/// What a child that ran to its end has written.
public struct ToolOutput: Sendable, Hashable {
    public let output: [UInt8]
    public let errors: String
}

extension ToolCommand {
    /// Runs the program once, without input.
    ///
    /// - Parameters:
    ///   - limit: how long it may take; it is killed afterwards.
    ///   - outputLimit: most bytes that it may write.
    /// - Throws: also when its exit status is not 0.
    public func run(
        within limit: Duration, outputLimit: Int = 64 << 20,
    ) async throws(ToolFailure) -> ToolOutput {
        BrokenPipes.ignore()
        do {
            return try await withThrowingTaskGroup(of: ToolOutput.self) { group in
                group.addTask { try await collect(outputLimit: outputLimit) }
                group.addTask {
                    try await Task.sleep(for: limit)
                    throw ToolFailure(name, .timedOut(seconds: Int(limit.components.seconds)))
                }
                // Cancelling the task that waits for the child kills the child.
                defer { group.cancelAll() }
                guard let first = try await group.next() else { throw CancellationError() }
                return first
            }
        } catch {
            throw ToolFailure(name, error)
        }
    }

    private func collect(outputLimit: Int) async throws -> ToolOutput {
        let result = try await Subprocess.run(
            configuration, output: .bytes(limit: outputLimit), error: .string(limit: Self.errorLimit))
        guard result.terminationStatus.isSuccess else {
            throw ToolFailure(
                name,
                .ended(
                    status: result.terminationStatus.words, errors: lastLines(of: result.standardError)))
        }
        return ToolOutput(output: result.standardOutput, errors: result.standardError)
    }

    static let errorLimit = 4 << 20
}

extension TerminationStatus {
    /// In French, for a message.
    var words: String {
        switch self {
        case .exited(let code): "code \(code)"
        case .signaled(let signal): "signal \(signal)"
        }
    }
}

/// Enough of an error output for a message: Python's traceback says its reason last.
func lastLines(of text: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: true)
    return lines.suffix(2).joined(separator: " ")
}
