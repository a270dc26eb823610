import Foundation

/// The models that the project delivers.
let delivered = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "site-templates").path(percentEncoded: false)

/// A folder of its own, with a site of which nothing but the settings is written; it goes with the value.
final class SmallSite {
    let root: String
    var content: String { "\(root)/content" }

    init() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "scaffolding-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder.appending(path: "content"), withIntermediateDirectories: true)
        root = folder.path(percentEncoded: false)
        try write(Self.settings, to: "content/site.yml")
    }

    deinit { try? FileManager.default.removeItem(atPath: root) }

    func write(_ text: String, to path: String) throws {
        let file = URL(filePath: "\(root)/\(path)")
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }

    func read(_ path: String) throws -> String { try String(contentsOf: URL(filePath: "\(root)/\(path)"), encoding: .utf8) }

    static let settings = """
        title: Essai
        departement: {code: "74", name: Haute-Savoie, locative: en Haute-Savoie, genitive: de la Haute-Savoie}
        publisher:
          name: "Préfecture : \\"exemple\\""
          address: 1 place de l'Exemple
          telephone: 04 65 71 00 00
          email: portail@exemple.fr
          director: Le préfet (exemple)
          host: {name: Hébergeur, address: 2 rue de l'Exemple, telephone: 04 65 71 00 02}
        base_url: https://exemple.fr/
        security: {contact: "mailto:securite@exemple.fr", expires: 2027-11-20}
        themes:
          - {id: elus, title: Élus}
          - {id: cybersecurite, title: Cybersécurité}

        """
}
