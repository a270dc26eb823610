import FlyingSocks

/// What an open page is told, for as long as it is open.
struct LiveEvents: AsyncBufferedSequence {
    typealias Element = UInt8

    let path: String
    /// Fingerprint of what the page shows.
    let seen: Int
    let date: String?
    let sites: LiveSites
    let viewers: Viewers

    func makeAsyncIterator() -> Iterator {
        Iterator(events: viewers.events(of: path, on: date, seen: seen).makeAsyncIterator(), source: self)
    }

    struct Iterator: AsyncBufferedIteratorProtocol {
        var events: AsyncStream<PageEvent>.Iterator
        let source: LiveEvents
        private var hasStarted = false

        init(events: AsyncStream<PageEvent>.Iterator, source: LiveEvents) {
            self.events = events
            self.source = source
        }

        mutating func next() async throws -> UInt8? { nil }

        mutating func nextBuffer(suggested count: Int) async throws -> [UInt8]? {
            if !hasStarted {
                hasStarted = true
                return Array(await start().utf8)
            }
            return await events.next().map { Array($0.text.utf8) }
        }

        /// What happened between the page and its first question.
        private func start() async -> String {
            let site = await source.sites.site(on: source.date)
            let now = await site.fingerprint(of: source.path)
            let isOld = now.map { $0 != source.seen } ?? false
            return "retry: 300\n\n" + PageEvent.faults(await site.report).text + (isOld ? PageEvent.reload.text : "")
        }
    }
}
