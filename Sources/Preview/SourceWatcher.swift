import Files
import Foundation
import Glibc
import Synchronization

/// Tells when a file below some folders was saved, created, renamed or deleted.
///
/// inotify watches one folder at a time, not a tree (inotify(7)): each folder has its watch, and a new one gets its own.
/// Editors that save by writing another file and renaming it are seen as `IN_MOVED_TO`.
struct SourceWatcher: Sendable {
    let folders: [String]
    /// Of silence before a change is told: an editor writes several files, a copy of a folder many.
    var pause: Duration = .milliseconds(25)

    private static let mask = UInt32(
        IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_ATTRIB | IN_DELETE_SELF | IN_MOVE_SELF)
    /// Between two looks at whether anybody still listens, and whether a folder that went away is back, in milliseconds.
    private static let look: Int32 = 500

    /// One element a group of changes. The thread that watches ends with the stream.
    func changes() throws(DiskError) -> AsyncStream<Void> {
        let queue = inotify_init1(Int32(IN_CLOEXEC) | Int32(IN_NONBLOCK))
        guard queue >= 0 else { throw DiskError("surveiller", folders.joined(separator: ", "), code: errno) }
        let (stream, continuation) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        let ended = Flag()
        continuation.onTermination = { _ in ended.set() }
        let thread = Thread {
            watch(queue, continuation, until: ended)
            close(queue)
        }
        thread.start()
        return stream
    }

    private func watch(_ queue: Int32, _ listener: AsyncStream<Void>.Continuation, until ended: Flag) {
        var tree = WatchedTree(queue: queue, mask: Self.mask)
        for folder in folders { tree.add(folder) }
        while true {
            var descriptor = pollfd(fd: queue, events: Int16(POLLIN), revents: 0)
            let isReady = poll(&descriptor, 1, Self.look) > 0
            var isChanged = isReady && tree.readEvents()
            for folder in folders where !tree.holds(folder) {
                tree.add(folder)
                isChanged = isChanged || tree.holds(folder)
            }
            if isChanged {
                while poll(&descriptor, 1, Int32(pause / .milliseconds(1))) > 0 { _ = tree.readEvents() }
                listener.yield()
            }
            if ended.isSet { return }
        }
    }
}

/// Set once, from any thread.
private final class Flag: Sendable {
    private let value = Atomic(false)
    var isSet: Bool { value.load(ordering: .relaxed) }
    func set() { value.store(true, ordering: .relaxed) }
}

/// The folders of some trees, each with its watch.
private struct WatchedTree {
    let queue: Int32
    let mask: UInt32
    private var paths: [Int32: String] = [:]

    init(queue: Int32, mask: UInt32) {
        self.queue = queue
        self.mask = mask
    }

    func holds(_ folder: String) -> Bool { paths.values.contains(folder) }

    mutating func add(_ folder: String) {
        let watch = inotify_add_watch(queue, folder, mask | UInt32(IN_ONLYDIR))
        guard watch >= 0 else { return }
        paths[watch] = folder
        for entry in (try? Files.entries(of: folder)) ?? [] where entry.kind == .folder { add("\(folder)/\(entry.name)") }
    }

    /// Whether any of the events is one that a reader of the files would see.
    mutating func readEvents() -> Bool {
        var isChanged = false
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = read(queue, &buffer, buffer.count)
            guard count > 0 else { return isChanged }
            buffer.withUnsafeBytes { bytes in
                var place = 0
                while place + MemoryLayout<inotify_event>.size <= count {
                    let event = bytes.loadUnaligned(fromByteOffset: place, as: inotify_event.self)
                    let start = place + MemoryLayout<inotify_event>.size
                    let name = String(decoding: bytes[start..<start + Int(event.len)].prefix { $0 != 0 }, as: UTF8.self)
                    place = start + Int(event.len)
                    if take(event, name) { isChanged = true }
                }
            }
        }
    }

    private mutating func take(_ event: inotify_event, _ name: String) -> Bool {
        func has(_ bit: UInt32) -> Bool { event.mask & bit != 0 }
        if has(UInt32(IN_Q_OVERFLOW)) {
            // Something was missed: folders may be new.
            for folder in Array(paths.values) { add(folder) }
            return true
        }
        if has(UInt32(IN_IGNORED)) || has(UInt32(IN_DELETE_SELF)) || has(UInt32(IN_MOVE_SELF)) {
            paths[event.wd] = nil
            return true
        }
        guard let folder = paths[event.wd] else { return false }
        if has(UInt32(IN_ISDIR)) {
            if has(UInt32(IN_CREATE)) || has(UInt32(IN_MOVED_TO)) { add("\(folder)/\(name)") }
            return true
        }
        // What editors keep beside a file, and a file that is created but not yet written.
        let isScratch = name.hasPrefix(".") || name.hasSuffix("~") || name.hasSuffix(".swp")
        return !isScratch && !has(UInt32(IN_CREATE))
    }
}
