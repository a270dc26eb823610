import Diagnostics
import ExternalTools
import FoundationEssentials

extension PrintEngine {
    /// Sets `jobs` in long-lived Typst workers.
    ///
    /// A worker that dies or takes too long is replaced and its job tried once more; a second failure is
    /// reported with the commune's name, and the others go on.
    ///
    /// - Parameters:
    ///   - images: files that jobs show, by the names that they give them.
    ///   - workers: number of processes; one a core is best.
    ///   - folder: an empty folder for the run, which the caller removes once it has moved the PDFs away.
    ///   - timeLimit: for one job.
    ///   - progress: called as each PDF is ready, from several tasks.
    /// - Returns: one outcome a job, in the order of `jobs`. A fault of a template comes back with every job
    ///   that meets it, as equal diagnostics.
    /// - Throws: `ToolFailure` when no worker can start; an error of the disk.
    public func run(
        _ jobs: [PrintJob], images: [String: String] = [:], workers: Int, in folder: String, timeLimit: Duration = .seconds(60),
        progress: @escaping @Sendable (PrintJob, PrintResult) -> Void = { _, _ in },
    ) async throws -> [PrintOutcome] {
        guard !jobs.isEmpty else { return [] }
        let workspace = try PrintWorkspace.make(in: folder, for: self, images: images)
        let queue = PrintQueue(jobs)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<max(1, min(workers, jobs.count)) {
                group.addTask {
                    let worker = PrintWorker(
                        engine: self, workspace: workspace, number: number, timeLimit: timeLimit)
                    try await worker.work(on: queue, progress)
                }
            }
            try await group.waitForAll()
        }
        return await queue.outcomes
    }
}
