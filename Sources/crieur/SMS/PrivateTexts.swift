import ArgumentParser
import Consultations
import Files
import SiteBuild
import SiteModel
import SMS

/// The folder of confidential texts: one that nobody else reads, apart from the project, from git and from what is published.
struct PrivateTexts {
    private let apart: [(path: String, words: String)]

    init(_ options: BuildOptions) {
        let content = options.content
        let project = content.contains("/") ? String(content[..<(content.lastIndex(of: "/") ?? content.startIndex)]) : "."
        apart = [
            (path: content, words: "le dossier des textes et des données"), (path: options.templates, words: "le dossier des gabarits"),
            (path: options.output, words: "le dossier publié"), (path: project.isEmpty ? "/" : project, words: "le dossier du projet"),
        ]
    }

    /// The folder to write into, made where there is none.
    ///
    /// - Returns: where it is, without links.
    /// - Throws: wrong usage for a place that others read, that git follows or that is published.
    func folder(_ path: String, option: String = "--output") throws -> String {
        guard !path.isEmpty else { throw ValidationError("« \(option) » attend un dossier") }
        do {
            return try PrivateFile.folder(path, apartFrom: apart)
        } catch let refusal as PrivateFile.Refusal {
            throw ValidationError("« \(option) » : \(refusal.message) ; \(refusal.advice)")
        }
    }

    /// One text; faults are told without its words.
    func text(_ file: String) throws -> ConfidentialText? {
        let bytes: [UInt8]
        do {
            bytes = try PrivateFile.read(file, apartFrom: apart)
        } catch let refusal as PrivateFile.Refusal {
            throw ValidationError("\(refusal.message) ; \(refusal.advice)")
        }
        let name = file.split(separator: "/").last.map(String.init) ?? file
        do {
            return try ConfidentialText(bytes, name: name.hasSuffix(".txt") ? String(name.dropLast(4)) : name)
        } catch {
            Terminal.printError(error.text(file))
            return nil
        }
    }

    /// Those of a folder (`*.txt`), in the order of their names; `nil` after a fault, once all are told.
    func texts(in folder: String) throws -> [ConfidentialText]? {
        guard Files.kind(of: folder) == .folder else { throw ValidationError("« \(folder) » n’est pas un dossier") }
        let names = try Files.entries(of: folder).map(\.name).filter { $0.hasSuffix(".txt") && !$0.hasPrefix(".") }
            .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        let texts = try names.map { try text(DeliveryPlace.joined(folder, $0)) }
        return texts.contains { $0 == nil } ? nil : texts.compactMap { $0 }
    }
}

/// Where the site is, for commands that read texts of the sender's own.
struct PrivateTextOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Dossier des textes et des données du site.", valueName: "dossier"))
    var content = "content"

    @Option(help: ArgumentHelp("Dossier des gabarits.", valueName: "dossier"))
    var templates = "site-templates"

    @OptionGroup var clock: ClockOption

    func buildOptions() throws -> BuildOptions {
        var options = BuildOptions(today: try clock.today(below: content), workers: 1)
        options.content = content
        options.templates = templates
        return options
    }

    /// How many SMS a text may take: what the site says; two where there is no site to read.
    func most(_ options: BuildOptions) async throws -> Int {
        guard Files.kind(of: "\(content)/site.yml") == .file else { return 2 }
        return try await SiteText.read(options).site?.settings.policies.smsSegments ?? 2
    }
}
