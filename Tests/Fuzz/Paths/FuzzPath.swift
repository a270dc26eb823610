/// One way by which bytes that others wrote come into the program. The fuzzer runs them, and a test replays what it found.
public enum FuzzPath: String, CaseIterable, Sendable {
    case csv, cap, ics, yaml, markdown, gsm

    /// Reads `bytes` by this way, and stops the process where what came of it cannot be right.
    public func run(_ bytes: [UInt8]) {
        switch self {
        case .csv: readTable(bytes)
        case .cap: readMessage(bytes)
        case .ics: readCalendar(bytes)
        case .yaml: readYAML(bytes)
        case .markdown: readPage(bytes)
        case .gsm: prepareMessage(bytes)
        }
    }
}
