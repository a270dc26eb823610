import Glibc

/// The two streams that a person reads.
enum Terminal {
    static let isErrorTerminal = isatty(STDERR_FILENO) == 1

    /// Colours only on a terminal, and not where `NO_COLOR` is set (https://no-color.org).
    static let hasColor: Bool = isErrorTerminal && getenv("NO_COLOR") == nil

    static func printError(_ text: String, terminator: String = "\n") {
        let bytes = Array((text + terminator).utf8)
        var start = 0
        while start < bytes.count {
            let count = bytes[start...].withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
            guard count > 0 else { return }
            start += count
        }
    }
}
