import Diagnostics
import ExternalTools
import Files
import FoundationEssentials

/// One Typst process after another, as long as there are jobs.
struct PrintWorker {
    let engine: PrintEngine
    let workspace: PrintWorkspace
    let number: Int
    let timeLimit: Duration

    /// Python, its wheels and the fonts are read in that time.
    private static let startLimit = Duration.seconds(60)

    func work(
        on queue: PrintQueue, _ progress: @Sendable (PrintJob, PrintResult) -> Void,
    ) async throws {
        var failedStarts = 0
        while await !queue.isEmpty {
            var current: PrintQueue.Task?
            do {
                try await ToolConversation.with(command) { conversation in
                    _ = try await conversation.listen(within: Self.startLimit)
                    failedStarts = 0
                    while let task = await queue.next(for: number) {
                        current = task
                        let line = try await conversation.ask(task.job.data, within: timeLimit)
                        let value = try value(of: line, for: task.job)
                        await queue.finish(task, value)
                        current = nil
                        if case .printed(_, let result) = value { progress(task.job, result) }
                    }
                }
            } catch {
                // A worker that cannot even start, twice, will not start for the next job either.
                guard let task = current else {
                    failedStarts += 1
                    guard failedStarts < 2 else { throw error }
                    continue
                }
                if task.attempt == 1 {
                    await queue.retry(task)
                } else {
                    await queue.giveUp(task, unfinished(task.job, error))
                }
            }
        }
    }

    /// Typst takes and gives back memory by the small piece: with jemalloc it needs a tenth less time than with the C
    /// library's own allocator. It works without as well.
    private static let allocator: String? = {
        #if arch(arm64)
            let path = "/usr/lib/aarch64-linux-gnu/libjemalloc.so.2"
        #else
            let path = "/usr/lib/x86_64-linux-gnu/libjemalloc.so.2"
        #endif
        return Files.kind(of: path) == .file ? path : nil
    }()

    private var command: ToolCommand {
        ToolCommand(
            name: "Typst", executable: absolute(engine.python.path),
            arguments: [
                "-I", "-B", "-c", String(decoding: PrintEngine.workerScript, as: UTF8.self),
                String(number), workspace.output, workspace.fonts,
                engine.fonts.families.joined(separator: "\n"),
            ],
            workingDirectory: workspace.templates, preload: Self.allocator)
    }

    private func value(of line: String, for job: PrintJob) throws(ToolFailure) -> PrintOutcome.Value {
        guard let answer = try? JSONDecoder().decode(WorkerAnswer.self, from: Data(line.utf8)),
            answer.id == job.id
        else { throw ToolFailure("Typst", .system("réponse illisible du processus d’impression")) }
        if let result = answer.result { return .printed(file: "\(workspace.output)/\(job.id).pdf", result) }
        return .failed(answer.tellingFaults.map { $0.diagnostic(for: job, engine) })
    }

    private func unfinished(_ job: PrintJob, _ failure: ToolFailure) -> Diagnostic {
        let cause = failure.diagnostic
        return .error(
            .toolFailed,
            "\(job.subject) : \(job.document.words) n’a pas pu être imprimé\(job.document.isFeminine ? "e" : ""), deux fois de suite : \(cause.message)",
            advice: cause.advice)
    }

    /// The worker starts in another folder.
    private func absolute(_ path: String) -> String {
        path.hasPrefix("/") ? path : "\(FileManager.default.currentDirectoryPath)/\(path)"
    }
}
