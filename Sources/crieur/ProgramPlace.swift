import Glibc

/// Where the running program lies.
enum ProgramPlace {
    /// Without links; empty where the system does not say (https://man7.org/linux/man-pages/man5/proc_pid_exe.5.html).
    static var path: String {
        guard let resolved = realpath("/proc/self/exe", nil) else { return "" }
        defer { free(resolved) }
        return String(cString: resolved)
    }
}
