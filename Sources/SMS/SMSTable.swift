import SiteModel

/// Texts as a table that office software opens in French and gateways import: UTF-8 with its mark, semicolons, every cell in
/// quotes.
public struct SMSTable: Sendable {
    public let csv: [UInt8]

    public init(_ messages: [SMSMessages.Message]) {
        var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]
        Self.append(["nom", "communes", "texte", "codage", "longueur", "sms"], to: &bytes)
        for message in messages {
            Self.append(
                [
                    message.name, message.communes.map(\.text).joined(separator: " "), message.text.text, message.text.coding.rawValue,
                    "\(message.text.length)", "\(message.text.segments)",
                ], to: &bytes)
        }
        csv = bytes
    }

    /// A cell that a spreadsheet would compute begins with an apostrophe. https://owasp.org/www-community/attacks/CSV_Injection
    private static func append(_ cells: [String], to bytes: inout [UInt8]) {
        for (index, cell) in cells.enumerated() {
            bytes += index == 0 ? "\"".utf8 : ";\"".utf8
            if let first = cell.utf8.first, "=+-@\t\r\n".utf8.contains(first) { bytes += "'".utf8 }
            for byte in cell.utf8 {
                if byte == UInt8(ascii: "\"") { bytes.append(byte) }
                bytes.append(byte)
            }
            bytes += "\"".utf8
        }
        bytes += "\r\n".utf8
    }
}
