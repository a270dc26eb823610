import Synchronization

/// The pages that are open in browsers, each waiting for what happens to it.
final class Viewers: Sendable {
    /// One open page.
    struct Viewer: Sendable {
        /// Below the output folder: `guides/elus/menaces/index.html`.
        let path: String
        let date: String?
        /// Of the bytes that it shows.
        var seen: Int
        fileprivate let events: AsyncStream<PageEvent>.Continuation
    }

    private let state = Mutex((next: 0, viewers: [Int: Viewer]()))

    /// What happens to a page from now on, until its reader goes away.
    func events(of path: String, on date: String?, seen: Int) -> AsyncStream<PageEvent> {
        let (stream, continuation) = AsyncStream.makeStream(of: PageEvent.self, bufferingPolicy: .bufferingNewest(8))
        let number = state.withLock { state in
            state.next += 1
            state.viewers[state.next] = Viewer(path: path, date: date, seen: seen, events: continuation)
            return state.next
        }
        continuation.onTermination = { [weak self] _ in
            self?.state.withLock { $0.viewers[number] = nil }
        }
        return stream
    }

    /// What is looked at on a date.
    func paths(on date: String?) -> Set<String> {
        Set(state.withLock { $0.viewers.values.filter { $0.date == date }.map(\.path) })
    }

    /// Tells every page of a date what there is now; those whose bytes changed are loaded again.
    func tell(on date: String?, _ report: FaultReport, fingerprint: (String) -> Int?) {
        let viewers = state.withLock { $0.viewers.filter { $0.value.date == date } }
        for (number, viewer) in viewers {
            viewer.events.yield(.faults(report))
            let now = fingerprint(viewer.path)
            guard let now, now != viewer.seen else { continue }
            state.withLock { $0.viewers[number]?.seen = now }
            viewer.events.yield(.reload)
        }
    }

    /// A comment on each open connection, without which one that is dead is never found out.
    func beat() {
        for viewer in state.withLock({ Array($0.viewers.values) }) { viewer.events.yield(.beat) }
    }
}

/// What an open page is told, as a server-sent event (https://html.spec.whatwg.org/multipage/server-sent-events.html).
enum PageEvent: Sendable {
    case reload
    case faults(FaultReport)
    case beat

    var text: String {
        switch self {
        case .reload: "event: reload\ndata:\n\n"
        case .faults(let report): "event: faults\ndata: \(report.json)\n\n"
        case .beat: ": \n\n"
        }
    }
}
