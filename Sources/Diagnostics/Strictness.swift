extension Sequence<Diagnostic> {
    /// Under `--strict` a warning is an error.
    public func judged(strictly isStrict: Bool) -> [Diagnostic] {
        map { diagnostic in
            guard isStrict, diagnostic.severity == .warning else { return diagnostic }
            var error = diagnostic
            error.severity = .error
            return error
        }
    }
}
