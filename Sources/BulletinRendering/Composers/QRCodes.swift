import Figures
import French
import JSON
import SiteModel
import Synchronization

/// Writes QR codes, for a telephone before a notice board. Each address is drawn once, however many documents show it:
/// to draw one takes longer than to write all else of a poster.
public final class QRCodes: Sendable {
    /// By address and alternative: the field as it is written.
    private let written = Mutex<[String: [UInt8]]>([:])

    public init() {}

    /// The field `qr`: to the commune's page.
    func field(to url: String, of commune: Commune, into json: inout JSONWriter) {
        field(to: url, alternative: "Code QR\u{A0}: la page \(FrenchText.of(commune)) sur le portail", into: &json)
    }

    /// The field `qr`; null for an address that no code holds.
    func field(to url: String, alternative: String, into json: inout JSONWriter) {
        let key = "\(url) \(alternative)"
        if let field = written.withLock({ $0[key] }) { return json.fields(field) }
        let field = Self.field(url, alternative)
        written.withLock { $0[key] = field }
        json.fields(field)
    }

    private static func field(_ url: String, _ alternative: String) -> [UInt8] {
        var json = JSONWriter()
        json.key("qr")
        if let code = QRCode(url) {
            json.object { json in
                json.field("svg", code.svg)
                json.field("alt", alternative)
            }
        } else {
            json.null()
        }
        return json.bytes
    }
}
