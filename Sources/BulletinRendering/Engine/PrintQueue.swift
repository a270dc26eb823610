import Diagnostics

/// Hands jobs to workers and gathers their outcomes, each at its job's place.
///
/// Jobs of one template and shape follow one another, and every other worker starts from the end: Typst forgets how texts fit after
/// ten sheets that did not ask, and would measure anew for each commune that differs from the one before.
actor PrintQueue {
    struct Task: Sendable {
        let index: Int
        let job: PrintJob
        /// 1, then 2: a job is tried twice.
        let attempt: Int
    }

    private let jobs: [PrintJob]
    /// Places of `jobs`, those of one shape together; what is left of them.
    private var order: ArraySlice<Int>
    private var retries: [Task] = []
    private var values: [PrintOutcome.Value?]
    private var printed = 0
    private var givenUp = 0

    /// So many jobs for which a worker died or hung twice, and none that was printed: no other will be either, and
    /// each may take minutes to fail.
    private static let mostGivenUp = 3
    private var isHopeless: Bool { printed == 0 && givenUp >= Self.mostGivenUp }

    init(_ jobs: [PrintJob]) {
        self.jobs = jobs
        order = jobs.indices.sorted { left, right in
            let (first, second) = (jobs[left].document.template, jobs[right].document.template)
            if first != second { return first < second }
            if jobs[left].shape == jobs[right].shape { return left < right }
            return jobs[left].shape.lexicographicallyPrecedes(jobs[right].shape)
        }[...]
        self.values = Array(repeating: nil, count: jobs.count)
    }

    /// - Parameter worker: its number.
    func next(for worker: Int) -> Task? {
        if isHopeless { return nil }
        if let task = retries.popLast() { return task }
        guard let index = worker % 2 == 0 ? order.popFirst() : order.popLast() else { return nil }
        return Task(index: index, job: jobs[index], attempt: 1)
    }

    func finish(_ task: Task, _ value: PrintOutcome.Value) {
        values[task.index] = value
        if case .printed = value { printed += 1 }
    }

    /// Ends a job for which a worker died or hung, twice.
    func giveUp(_ task: Task, _ diagnostic: Diagnostic) {
        values[task.index] = .failed([diagnostic])
        givenUp += 1
    }

    func retry(_ task: Task) {
        retries.append(Task(index: task.index, job: task.job, attempt: task.attempt + 1))
    }

    var isEmpty: Bool { isHopeless || (retries.isEmpty && order.isEmpty) }

    /// One for every job once all workers have come to their end; those that were not tried have failed without a word.
    var outcomes: [PrintOutcome] {
        zip(jobs, values).map { job, value in PrintOutcome(job: job, value: value ?? .failed([])) }
    }
}
