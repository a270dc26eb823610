import Glibc

/// The name of a folder beside the output in which a build prepares the next site.
///
/// `.crieur-staging-4711.0-public` is in the hands of process 4711; `.crieur-staging-spare-public` is the site
/// before the present one, kept to make the next from (see `SpareTree`).
struct StagingName: Hashable {
    static let prefix = ".crieur-staging-"

    let name: String
    /// The output folder that it is for.
    let output: String
    let isSpare: Bool

    init(spareFor output: String) {
        name = "\(StagingName.prefix)spare-\(output)"
        self.output = output
        isSpare = true
    }

    init(for output: String, process: pid_t, attempt: Int) {
        name = "\(StagingName.prefix)\(process).\(attempt)-\(output)"
        self.output = output
        isSpare = false
    }

    /// Reads back a name that one of the above wrote; `nil` for any other.
    init?(_ name: String) {
        guard name.hasPrefix(StagingName.prefix) else { return nil }
        let parts = name.dropFirst(StagingName.prefix.count)
            .split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[1].isEmpty else { return nil }
        let numbers = parts[0].split(separator: ".", omittingEmptySubsequences: false)
        isSpare = parts[0] == "spare"
        guard isSpare || numbers.count == 2 && numbers.allSatisfy({ UInt32($0) != nil }) else { return nil }
        self.name = name
        output = String(parts[1])
    }
}
