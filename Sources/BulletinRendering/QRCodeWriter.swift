import Figures
import French
import JSON
import SiteModel

/// Writes QR codes, for a telephone before a notice board.
enum QRCodeWriter {
    /// The field `qr`: to the commune's page.
    static func field(to url: String, of commune: Commune, into json: inout JSONWriter) {
        field(to: url, alternative: "Code QR\u{A0}: la page \(FrenchText.of(commune)) sur le portail", into: &json)
    }

    /// The field `qr`; null for an address that no code holds.
    static func field(to url: String, alternative: String, into json: inout JSONWriter) {
        json.key("qr")
        guard let code = QRCode(url) else { return json.null() }
        json.object { json in
            json.field("svg", code.svg)
            json.field("alt", alternative)
        }
    }
}
