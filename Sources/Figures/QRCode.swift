import CQREncode

/// A QR code (ISO/IEC 18004) of an address, with a mean correction of errors: a fold or a stain of 15 % is borne.
public struct QRCode: Sendable, Hashable {
    /// White modules that the standard asks for on each side.
    private static let quietZone = 4

    /// Modules on a side, without the quiet zone.
    public let side: Int
    /// The dark modules as the data of an SVG path, to be filled; the quiet zone is around. A stroke would be shorter,
    /// but what prints moves strokes to whole points, and a small code is then read no more.
    public let path: String

    /// `nil` for a text that no code holds: more than 2,331 bytes, or a NUL.
    public init?(_ text: String) {
        guard let code = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_M) else { return nil }
        defer { QRcode_free(code) }
        side = Int(code.pointee.width)
        guard let modules = code.pointee.data else { return nil }
        var path: [UInt8] = []
        for row in 0..<side {
            // `M4 5h7v1h-7zm8 0h3v1h-3z`: seven dark modules, a light one, three dark ones.
            var pen: Int?
            var column = 0
            while column < side {
                let start = column
                // The lowest bit of a module says that it is dark.
                while column < side, modules[row * side + column] & 1 == 1 { column += 1 }
                let length = column - start
                guard length > 0 else {
                    column += 1
                    continue
                }
                if let pen {
                    path.append(UInt8(ascii: "m"))
                    Self.append(start - pen, to: &path)
                    path += [UInt8(ascii: " "), UInt8(ascii: "0")]
                } else {
                    path.append(UInt8(ascii: "M"))
                    Self.append(start + Self.quietZone, to: &path)
                    path.append(UInt8(ascii: " "))
                    Self.append(row + Self.quietZone, to: &path)
                }
                path.append(UInt8(ascii: "h"))
                Self.append(length, to: &path)
                path += "v1h-".utf8
                Self.append(length, to: &path)
                path.append(UInt8(ascii: "z"))
                pen = start
            }
        }
        self.path = String(decoding: path, as: UTF8.self)
    }

    /// From 1 to 999: a code has 177 modules at most.
    private static func append(_ number: Int, to path: inout [UInt8]) {
        let zero = UInt8(ascii: "0")
        if number >= 100 { path.append(zero + UInt8(number / 100)) }
        if number >= 10 { path.append(zero + UInt8(number / 10 % 10)) }
        path.append(zero + UInt8(number % 10))
    }

    /// Modules on a side of the whole drawing.
    public var extent: Int { side + 2 * Self.quietZone }

    /// A whole SVG document.
    public var svg: String { svg() }

    /// The same with a title, as one that stands alone may need.
    public func svg(titled title: String? = nil) -> String {
        let view = "viewBox=\"0 0 \(extent) \(extent)\""
        var svg = SVGText()
        svg.write("<svg xmlns=\"http://www.w3.org/2000/svg\" \(view)>")
        if let title {
            svg.write("<title>")
            svg.escape(title)
            svg.write("</title>")
        }
        svg.write("<path d=\"\(path)\"/></svg>")
        return svg.text
    }
}
