public import Figures
import French
import JSON
import SiteModel

/// Writes QR codes, for a telephone before a notice board. Each address is drawn once, however many documents show it.
public struct QRCodes: Sendable {
    private let drawn: DrawnCodes

    public init(_ drawn: DrawnCodes = DrawnCodes()) { self.drawn = drawn }

    /// The field `qr`: to the commune's page.
    func field(to url: String, of commune: Commune, into json: inout JSONWriter) {
        field(to: url, alternative: "Code QR\u{A0}: la page \(FrenchText.of(commune)) sur le portail", into: &json)
    }

    /// The field `qr`; null for an address that no code holds.
    func field(to url: String, alternative: String, into json: inout JSONWriter) {
        json.key("qr")
        if let code = drawn.draw(url) {
            json.object { json in
                json.field("svg", code.svg)
                json.field("alt", alternative)
            }
        } else {
            json.null()
        }
    }
}
