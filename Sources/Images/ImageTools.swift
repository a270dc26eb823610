public import ExternalTools
public import SiteModel

/// libvips' programs (Debian's `libvips-tools`): what an image is, and smaller copies of it.
///
/// Copies are upright and in sRGB, and say nothing but what is seen: neither when, where nor with what they were taken.
public enum ImageTools {
    /// What the head of an image's file says of it.
    public struct Measure: Sendable, Hashable, Codable {
        /// In pixels, upright.
        public let width: Int
        public let height: Int
        /// Whether it was compressed as photographs are.
        public let isPhotograph: Bool

        public init(width: Int, height: Int, isPhotograph: Bool) {
            self.width = width
            self.height = height
            self.isPhotograph = isPhotograph
        }
    }

    private static let loaders: Set<Substring> = ["jpegload", "pngload", "webpload", "heifload"]

    /// - Returns: `nil` for a file that is no image, or none of JPEG, PNG, WebP and HEIF, whatever its name says.
    /// - Throws: `.notFound` where the program is not installed.
    public static func measure(_ file: String) async throws(ToolFailure) -> Measure? {
        let command = ToolCommand(name: "vipsheader", executable: "vipsheader", arguments: ["-a", path(file)])
        let output: [UInt8]
        do {
            output = try await command.run(within: .seconds(30)).output
        } catch let failure {
            if case .ended = failure.reason { return nil }
            throw failure
        }
        var fields: [Substring: Substring] = [:]
        for line in output.split(separator: 0x0A) {
            // Comments of an image may be in any encoding.
            guard let text = String(validating: line, as: UTF8.self), let colon = text.firstIndex(of: ":") else { continue }
            let name = text[..<colon]
            if fields[name] == nil { fields[name] = text[text.index(after: colon)...].drop { $0 == " " } }
        }
        guard let loader = fields["vips-loader"], loaders.contains(loader), let bands = fields["bands"].flatMap({ Int($0) }),
            let width = fields["width"].flatMap({ Int($0) }), let height = fields["height"].flatMap({ Int($0) })
        else { return nil }
        // EXIF 2.3, 4.6.4: from 5 on, the image lies on its side.
        let isOnItsSide = fields["orientation"].flatMap { Int($0) }.map { $0 >= 5 } ?? false
        let hasTransparency = fields["interpretation"] != "cmyk" && (bands == 2 || bands == 4)
        return Measure(
            width: isOnItsSide ? height : width, height: isOnItsSide ? width : height,
            isPhotograph: loader != "pngload" && !hasTransparency)
    }

    /// Whether all of the image is there: reads it to its end.
    public static func isWhole(_ file: String) async throws(ToolFailure) -> Bool {
        let command = ToolCommand(name: "vips", executable: "vips", arguments: ["avg", path(file)])
        do {
            // It fills what is missing with grey and only warns, as it does of harmless oddities.
            let errors = try await command.run(within: .seconds(120)).errors
            return !["Premature end", "not enough data", "truncated"].contains { errors.contains($0) }
        } catch let failure {
            if case .ended = failure.reason { return false }
            throw failure
        }
    }

    /// Writes one size of the image in `file` to `copy`, whose name must end as its format wants.
    public static func resize(_ file: String, to variant: SiteImage.Variant, copy: String) async throws(ToolFailure) {
        switch variant.format {
        case .jpeg: try await resize(file, to: variant, "\(copy)[Q=80,strip,optimize_coding,interlace]")
        case .png: try await resize(file, to: variant, "\(copy)[palette,Q=90,compression=9,strip]")
        case .webp:
            // libvips 8.14 leaves all that a camera has written in a WebP, `strip` or not: it gets an image without.
            let bare = "\(copy).png"
            try await resize(file, to: variant, "\(bare)[compression=1,strip]")
            _ = try await ToolCommand(name: "vips", executable: "vips", arguments: ["copy", bare, "\(copy)[Q=78]"])
                .run(within: .seconds(120))
        }
    }

    private static func resize(_ file: String, to variant: SiteImage.Variant, _ output: String) async throws(ToolFailure) {
        let command = ToolCommand(
            name: "vipsthumbnail", executable: "vipsthumbnail",
            arguments: [
                path(file), "--size", "\(variant.width)x\(variant.height)!", "--export-profile", "srgb", "--vips-concurrency=1",
                "-o", output,
            ])
        _ = try await command.run(within: .seconds(120))
    }

    /// A name that starts with a dash is no option.
    private static func path(_ file: String) -> String { file.hasPrefix("-") ? "./\(file)" : file }
}
