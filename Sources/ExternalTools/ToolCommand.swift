import Glibc
import Subprocess
import SystemPackage

/// A program to start as a child, never through a shell.
public struct ToolCommand: Sendable, Hashable {
    /// As messages call it: `Typst`, `vipsthumbnail`.
    public let name: String
    /// Path of the program, or a bare name that is looked up in `PATH`.
    public let executable: String
    public let arguments: [String]
    /// Folder that the child starts in; `nil` for that of this process.
    public let workingDirectory: String?
    /// A library that the child loads before its own, such as another allocator; `nil` for none.
    public let preload: String?

    public init(
        name: String, executable: String, arguments: [String] = [], workingDirectory: String? = nil,
        preload: String? = nil,
    ) {
        self.name = name
        self.executable = executable
        self.arguments = arguments
        self.workingDirectory = workingDirectory
        self.preload = preload
    }

    /// The same for every child and every machine, so that no zone, language or setting of whoever builds
    /// reaches an output.
    private static let environment: [Environment.Key: String] = [
        "PATH": searchPath,
        "LC_ALL": "C.UTF-8",
        "TZ": "UTC",
    ]

    /// First `tools` beside the program, where an archive keeps what a bare system lacks (see `tools/dist`).
    private static let searchPath: String = {
        let system = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
        guard let resolved = realpath("/proc/self/exe", nil) else { return system }
        defer { free(resolved) }
        let program = String(cString: resolved)
        guard let slash = program.lastIndex(of: "/") else { return system }
        return "\(program[..<slash])/tools:\(system)"
    }()

    var configuration: Configuration {
        var environment = Self.environment
        if let preload { environment["LD_PRELOAD"] = preload }
        return Configuration(
            executable: executable.contains("/") ? .path(FilePath(executable)) : .name(executable),
            arguments: Arguments(arguments),
            environment: .custom(environment),
            workingDirectory: workingDirectory.map { FilePath($0) })
    }
}
