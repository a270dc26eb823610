import Files
import FoundationEssentials
import Glibc

/// The folder in which workers work: templates and fonts exactly as they were hashed, the PDFs as they come.
struct PrintWorkspace {
    let folder: String

    var templates: String { "\(folder)/templates" }
    var fonts: String { "\(folder)/fonts" }
    var output: String { "\(folder)/pdf" }

    /// Fills `folder`, which is made if need be.
    static func make(in folder: String, for engine: PrintEngine, images: [String: String] = [:]) throws -> PrintWorkspace {
        let workspace = PrintWorkspace(folder: absolute(folder))
        let manager = FileManager.default
        for folder in [workspace.templates, workspace.fonts, workspace.output] {
            try manager.createDirectory(atPath: folder, withIntermediateDirectories: true)
        }
        for file in engine.templates.files {
            let path = "\(workspace.templates)/\(file.path)"
            if let slash = path.lastIndex(of: "/") {
                try manager.createDirectory(
                    atPath: String(path[..<slash]), withIntermediateDirectories: true)
            }
            try write(file.bytes, to: path)
        }
        for font in engine.fonts.files {
            try write(font.bytes, to: "\(workspace.fonts)/\(font.name)")
        }
        if !images.isEmpty { try manager.createDirectory(atPath: "\(workspace.templates)/\(PrintedImage.folder)", withIntermediateDirectories: true) }
        for (name, file) in images { try write(try Files.read(file), to: "\(workspace.templates)/\(name)") }
        return workspace
    }

    private static func write(_ bytes: [UInt8], to path: String) throws {
        do {
            try Data(bytes).write(to: URL(filePath: path))
        } catch let error as CocoaError where error.code == .fileWriteOutOfSpace {
            throw DiskError("écrire", path, code: ENOSPC)
        }
    }

    private static func absolute(_ path: String) -> String {
        path.hasPrefix("/") ? path : "\(FileManager.default.currentDirectoryPath)/\(path)"
    }
}
