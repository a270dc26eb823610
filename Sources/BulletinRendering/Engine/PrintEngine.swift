public import Diagnostics
public import ExternalTools
import Files

/// Everything that turns jobs into PDFs, found and checked once: Python and its wheels, templates, fonts.
public struct PrintEngine: Sendable {
    public let python: Python
    /// Of the wheels `typst` and `pikepdf`.
    public let versions: [String: String]
    public let templates: PrintTemplates
    public let fonts: PrintFonts

    static let wheels = ["pikepdf", "typst"]

    /// Typst itself is not started: a build whose PDFs are all in the cache never waits for it.
    ///
    /// - Parameters:
    ///   - folder: of the print templates, as a person would type it: `site-templates/print`.
    /// - Returns: `nil`, with every fault in `diagnostics`, when something is missing.
    public static func find(
        python: Python?, templates folder: String, into diagnostics: inout [Diagnostic],
    ) async throws -> PrintEngine? {
        try await find(
            python: python, templates: folder, systemFonts: PrintFonts.systemFolders, into: &diagnostics)
    }

    static func find(
        python: Python?, templates folder: String, systemFonts: [String],
        into diagnostics: inout [Diagnostic],
    ) async throws -> PrintEngine? {
        let templates = try PrintTemplates.read(folder, into: &diagnostics)
        let fonts = try templates.flatMap {
            try PrintFonts.find(for: $0, systemFolders: systemFonts, into: &diagnostics)
        }
        let versions = try await python?.versions(of: wheels, into: &diagnostics)
        guard let python, let templates, let fonts, let versions, versions.count == wheels.count else { return nil }
        return PrintEngine(python: python, versions: versions, templates: templates, fonts: fonts)
    }

    /// All that decides the bytes of every PDF, whatever it prints, in a fixed order: to be hashed once.
    public var commonMaterial: [(name: String, bytes: [UInt8])] {
        var material: [(name: String, bytes: [UInt8])] = [("worker", Self.workerScript)]
        for wheel in Self.wheels { material.append((wheel, Array((versions[wheel] ?? "").utf8))) }
        if let list = templates.bytes(of: PrintFonts.list) { material.append((PrintFonts.list, list)) }
        for file in fonts.files { material.append((file.name, file.bytes)) }
        return material
    }

    /// What decides besides it the bytes of the PDFs of one kind of document. Hashed with `commonMaterial` and a job's
    /// `data`, it makes the key under which a PDF is kept.
    public func material(of document: PrintDocument) -> [(name: String, bytes: [UInt8])] {
        templates.files(neededBy: document).map { ($0.path, $0.bytes) }
    }

    static var workerScript: [UInt8] {
        PackageResources.object_streams_py + PackageResources.imposition_py + PackageResources.typst_worker_py
    }
}
