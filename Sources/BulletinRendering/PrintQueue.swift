/// Hands jobs to workers and gathers their outcomes, each at its job's place.
///
/// Jobs of one document and shape follow one another, and every other worker starts from the end: Typst forgets how texts fit after
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

    init(_ jobs: [PrintJob]) {
        self.jobs = jobs
        order = jobs.indices.sorted { left, right in
            let (first, second) = (jobs[left].document.rawValue, jobs[right].document.rawValue)
            if first != second { return first < second }
            if jobs[left].shape == jobs[right].shape { return left < right }
            return jobs[left].shape.lexicographicallyPrecedes(jobs[right].shape)
        }[...]
        self.values = Array(repeating: nil, count: jobs.count)
    }

    /// - Parameter worker: its number.
    func next(for worker: Int) -> Task? {
        if let task = retries.popLast() { return task }
        guard let index = worker % 2 == 0 ? order.popFirst() : order.popLast() else { return nil }
        return Task(index: index, job: jobs[index], attempt: 1)
    }

    func finish(_ task: Task, _ value: PrintOutcome.Value) {
        values[task.index] = value
    }

    func retry(_ task: Task) {
        retries.append(Task(index: task.index, job: task.job, attempt: task.attempt + 1))
    }

    var isEmpty: Bool { retries.isEmpty && order.isEmpty }

    /// Every job has one once all workers have come to their end.
    var outcomes: [PrintOutcome] {
        zip(jobs, values).compactMap { job, value in value.map { PrintOutcome(job: job, value: $0) } }
    }
}
