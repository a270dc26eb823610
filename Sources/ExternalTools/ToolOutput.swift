import Glibc
import Subprocess
import SystemPackage

/// What a child that ran to its end has written.
public struct ToolOutput: Sendable, Hashable {
    public let output: [UInt8]
    public let errors: String
}

extension ToolCommand {
    /// Runs the program once.
    ///
    /// - Parameters:
    ///   - input: what it reads; nothing where it is `nil`.
    ///   - toleratesFailure: whether what it wrote counts whatever its exit status.
    ///   - limit: how long it may take; it is killed afterwards.
    ///   - outputLimit: most bytes that it may write.
    /// - Throws: also when its exit status is not 0.
    public func run(
        within limit: Duration, input: [UInt8]? = nil, outputLimit: Int = 64 << 20, toleratesFailure: Bool = false,
    ) async throws(ToolFailure) -> ToolOutput {
        BrokenPipes.ignore()
        do {
            return try await withThrowingTaskGroup(of: ToolOutput.self) { group in
                group.addTask { try await collect(input, outputLimit: outputLimit, toleratesFailure: toleratesFailure) }
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

    private func collect(_ input: [UInt8]?, outputLimit: Int, toleratesFailure: Bool) async throws -> ToolOutput {
        guard let input else {
            let result = try await Subprocess.run(
                configuration, output: .bytes(limit: outputLimit), error: .string(limit: Self.errorLimit))
            return try judged(result.terminationStatus, result.standardOutput, result.standardError, toleratesFailure)
        }
        // From a file that has lost its name: a child that ends before it has read all breaks no pipe, at which the library
        // would end the program.
        var path = Array("/tmp/crieur-XXXXXX".utf8CString)
        let file = mkstemp(&path)
        guard file >= 0 else { throw ToolFailure(name, .system("/tmp : \(String(cString: strerror(errno)))")) }
        unlink(path)
        _ = fcntl(file, F_SETFD, FD_CLOEXEC)
        let descriptor = FileDescriptor(rawValue: file)
        defer { try? descriptor.close() }
        try descriptor.writeAll(input)
        _ = lseek(file, 0, SEEK_SET)
        let result = try await Subprocess.run(
            configuration, input: .fileDescriptor(descriptor, closeAfterSpawningProcess: false), output: .bytes(limit: outputLimit),
            error: .string(limit: Self.errorLimit))
        return try judged(result.terminationStatus, result.standardOutput, result.standardError, toleratesFailure)
    }

    private func judged(
        _ status: TerminationStatus, _ output: [UInt8], _ errors: String, _ toleratesFailure: Bool,
    ) throws(ToolFailure) -> ToolOutput {
        guard toleratesFailure || status.isSuccess else {
            throw ToolFailure(name, .ended(status: status.words, errors: lastLines(of: errors)))
        }
        return ToolOutput(output: output, errors: errors)
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
