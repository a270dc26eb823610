import Synchronization

/// QR codes that were drawn already, by what they say: a commune's sheets and its page show the same, and to draw one takes
/// longer than to write all else of a poster.
public final class DrawnCodes: Sendable {
    private let codes = Mutex<[String: QRCode]>([:])

    public init() {}

    /// Drawn now if need be, and kept; `nil` for a text that no code holds.
    public func draw(_ text: String) -> QRCode? {
        if let code = drawn(text) { return code }
        guard let code = QRCode(text) else { return nil }
        codes.withLock { $0[text] = code }
        return code
    }

    /// One that was kept; `nil` for any other.
    public func drawn(_ text: String) -> QRCode? { codes.withLock { $0[text] } }
}
