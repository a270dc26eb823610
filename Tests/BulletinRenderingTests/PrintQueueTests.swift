@testable import BulletinRendering
import Testing

@Suite struct PrintQueueTests {
    private let jobs = zip(["a", "b", "c", "d", "e"], [2, 1, 2, 1, 2] as [UInt8]).map { id, shape in
        PrintJob(id: id, subject: id, data: [], shape: [shape])
    }

    @Test func jobsOfOneShapeFollowOneAnotherFromBothEnds() async {
        let queue = PrintQueue(jobs)
        var handed: [Int: [String]] = [:]
        for worker in [0, 1, 0, 1, 2, 0, 1] {
            if let task = await queue.next(for: worker) { handed[worker, default: []].append(task.job.id) }
        }
        #expect(handed == [0: ["b", "d"], 1: ["e", "c"], 2: ["a"]])
        #expect(await queue.isEmpty)
    }

    @Test func outcomesComeInTheOrderOfTheJobs() async throws {
        let queue = PrintQueue(jobs)
        while let task = await queue.next(for: 0) {
            if task.job.id == "b", task.attempt == 1 {
                await queue.retry(task)
            } else {
                await queue.finish(task, .failed([]))
            }
        }
        #expect(await queue.outcomes.map(\.job.id) == ["a", "b", "c", "d", "e"])
    }
}
