import Glibc

/// Writing to a child that has died must be an error of that write, not the end of this process.
enum BrokenPipes {
    static func ignore() { signal(SIGPIPE, SIG_IGN) }
}
