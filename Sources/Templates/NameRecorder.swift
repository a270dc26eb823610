import Synchronization

/// Notes what names a library's templates are given while they are rendered, from any thread.
public final class NameRecorder: Sendable {
    public struct Names: Sendable {
        /// By the name of the template that is rendered: `guide`, `partials/header`.
        public var byTemplate: [String: GivenNames] = [:]
        /// Names that stand around those of a page: its head.
        public var around = GivenNames()
        /// Names that are the same on all pages.
        public var everywhere = GivenNames()
    }

    private let noted = Mutex(Names())

    public init() {}

    public var names: Names { noted.withLock(\.self) }

    func note(_ template: String, _ own: Value, outer: [Object]) {
        noted.withLock { names in
            if case .object(let own) = own { names.byTemplate[template, default: GivenNames()].add(own) }
            for object in outer.dropLast() { names.around.add(object) }
            if let shared = outer.last { names.everywhere.add(shared) }
        }
    }
}
