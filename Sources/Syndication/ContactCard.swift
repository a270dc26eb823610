import French
import SiteModel

/// Writes one card: lines end with CRLF, and none is longer than 75 octets. Source: RFC 6350, sections 3.2 and 3.4.
struct ContactCard {
    private(set) var bytes: [UInt8] = []
    private var notes: [String] = []

    mutating func contact(telephone: String?, address: String?, position: GeoPoint?) {
        if let uri = telephone.flatMap(FrenchText.telephoneURI) { line("TEL;VALUE=uri:\(uri)") }
        if let address { self.address(address) }
        if let position { line("GEO:geo:\(position.latitude),\(position.longitude)") }
    }

    /// Absent values leave no line.
    mutating func text(_ name: String, _ value: String?) {
        if let value, !value.isEmpty { line("\(name):\(Self.escaped(value))") }
    }

    mutating func uri(_ name: String, _ value: String?) {
        if let value, !value.isEmpty, !value.contains(where: \.isNewline) { line("\(name):\(value)") }
    }

    /// Told with the others, in one property.
    mutating func note(_ text: String) { notes.append(text) }

    mutating func finish() {
        text("NOTE", notes.joined(separator: "\n"))
        line("END:VCARD")
    }

    /// `12 place de la Mairie, 74220 La Clusaz` → street, town and postal code apart, where it ends so.
    private mutating func address(_ address: String) {
        let address = Typography.apply(address)
        var street = address
        var code = ""
        var town = ""
        if let comma = address.lastIndex(of: ",") {
            let last = address[address.index(after: comma)...].drop { $0.isWhitespace }
            let digits = last.prefix { $0.isASCII && $0.isNumber }
            if digits.count == 5 {
                street = String(address[..<comma])
                code = String(digits)
                town = String(last.dropFirst(5).drop { $0.isWhitespace })
            }
        }
        line("ADR:;;\([street, town].map(Self.escaped).joined(separator: ";"));;\(code);France")
    }

    private static func escaped(_ value: String) -> String {
        var text = ""
        for scalar in value.unicodeScalars {
            switch scalar {
            case "\\", ",", ";": text += "\\\(scalar)"
            case "\n": text += "\\n"
            case "\r": break
            default: text.unicodeScalars.append(scalar)
            }
        }
        return text
    }

    /// A line that goes on begins with a space, and is cut between signs.
    mutating func line(_ text: String) {
        var length = 0
        for scalar in text.unicodeScalars {
            let size = UTF8.width(scalar)
            if length + size > 75 {
                bytes += "\r\n ".utf8
                length = 1
            }
            bytes += String(scalar).utf8
            length += size
        }
        bytes += "\r\n".utf8
    }
}
