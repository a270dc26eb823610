import Diagnostics
import FlyingFox
import FlyingSocks
import Foundation
public import SiteBuild
import Synchronization

/// Shows the site while it is written: pages as a build would publish them, loaded again when their sources change.
///
/// It answers to its own names only, so that no site that an editor visits can read what is not published yet (DNS
/// rebinding), and holds its files in memory: nothing else of the disk can be asked for.
public struct PreviewServer: Sendable {
    public struct Settings: Sendable {
        /// Of this machine: `127.0.0.1`, unless others are to see the preview.
        public var address = "127.0.0.1"
        public var port: UInt16 = 8000
        public var content = "content"
        public var templates = "site-templates"

        public init() {}
    }

    /// Another program listens there.
    public struct AddressTaken: Error, Sendable {
        public let port: UInt16
    }

    private let settings: Settings
    private let sites: LiveSites
    private let viewers: Viewers
    private let log: @Sendable (String) -> Void

    /// - Parameters:
    ///   - options: how the site is read on a date, as ISO 8601 writes it; on the day of the clock where it is `nil`.
    ///   - log: takes lines for the terminal.
    public init(
        _ settings: Settings, options: @escaping @Sendable (String?) throws -> BuildOptions,
        log: @escaping @Sendable (String) -> Void,
    ) {
        let viewers = Viewers()
        self.settings = settings
        self.viewers = viewers
        self.log = log
        sites = LiveSites(options: options, viewers: viewers, log: log)
    }

    /// Serves until the task is cancelled.
    ///
    /// - Throws: where the port is taken, or the folders cannot be watched.
    public func run() async throws {
        let changes = try SourceWatcher(folders: [settings.content, settings.templates]).changes()
        let handler = PreviewHandler(
            hosts: PreviewHosts(address: settings.address, port: settings.port), sites: sites, viewers: viewers)
        let server = HTTPServer(
            address: try sockaddr_in.inet(ip4: settings.address, port: settings.port), timeout: 120, logger: .disabled,
            handler: handler)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { [settings] in
                do {
                    try await server.run()
                } catch SocketError.failed(type: _, errno: EADDRINUSE, message: _) {
                    throw AddressTaken(port: settings.port)
                }
            }
            group.addTask {
                for await _ in changes { await sites.sourcesChanged() }
            }
            group.addTask { [viewers] in
                while true {
                    try await Task.sleep(for: .seconds(10))
                    viewers.beat()
                }
            }
            group.addTask { [log, settings] in
                try await server.waitUntilListening()
                log("Aperçu : http://\(settings.address):\(settings.port)/ (Ctrl-C pour arrêter)")
                _ = await sites.site(on: nil).current()
            }
            // The first that fails ends the others.
            while try await group.next() != nil {}
        }
    }
}

/// The site on each date that was asked for.
actor LiveSites {
    private let options: @Sendable (String?) throws -> BuildOptions
    private let viewers: Viewers
    private let log: @Sendable (String) -> Void
    private var sites: [String?: LiveSite] = [:]

    init(
        options: @escaping @Sendable (String?) throws -> BuildOptions, viewers: Viewers, log: @escaping @Sendable (String) -> Void,
    ) {
        self.options = options
        self.viewers = viewers
        self.log = log
    }

    func site(on date: String?) -> LiveSite {
        if let site = sites[date] { return site }
        // Those of dates that nobody looks at any more give their memory back.
        sites = sites.filter { $0.key == nil || !viewers.paths(on: $0.key).isEmpty }
        let site = LiveSite(on: date, options: { [options] in try options(date) }, viewers: viewers, log: log)
        sites[date] = site
        return site
    }

    func sourcesChanged() async {
        for site in sites.values { await site.sourcesChanged() }
    }
}
