/// Hands jobs to workers and gathers their outcomes, each at its job's place.
actor PrintQueue {
    struct Task: Sendable {
        let index: Int
        let job: PrintJob
        /// 1, then 2: a job is tried twice.
        let attempt: Int
    }

    private let jobs: [PrintJob]
    private var upcoming = 0
    private var retries: [Task] = []
    private var values: [PrintOutcome.Value?]

    init(_ jobs: [PrintJob]) {
        self.jobs = jobs
        self.values = Array(repeating: nil, count: jobs.count)
    }

    func next() -> Task? {
        if let task = retries.popLast() { return task }
        guard upcoming < jobs.count else { return nil }
        defer { upcoming += 1 }
        return Task(index: upcoming, job: jobs[upcoming], attempt: 1)
    }

    func finish(_ task: Task, _ value: PrintOutcome.Value) {
        values[task.index] = value
    }

    func retry(_ task: Task) {
        retries.append(Task(index: task.index, job: task.job, attempt: task.attempt + 1))
    }

    var isEmpty: Bool { retries.isEmpty && upcoming >= jobs.count }

    /// Every job has one once all workers have come to their end.
    var outcomes: [PrintOutcome] {
        zip(jobs, values).compactMap { job, value in value.map { PrintOutcome(job: job, value: $0) } }
    }
}
