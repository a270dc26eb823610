import ContentReading
import Diagnostics
import SiteModel
import YAML

extension FuzzPath {
    /// The first line names the reader: `settings`, `facts`, `measures`, `accessibility`, `consultation`; none is YAML alone.
    func readYAML(_ bytes: [UInt8]) {
        let (name, rest) = Self.split(bytes)
        let file = "content/file.yml"
        switch name {
        case "settings": Self.judge(SettingsReader.read(rest, file: file).diagnostics, about: file, of: rest.count)
        case "facts": Self.judge(FactsReader.read(rest, file: file).diagnostics, about: file, of: rest.count)
        case "measures": Self.judge(MeasuresReader.read(rest, file: file).diagnostics, about: file, of: rest.count)
        case "accessibility": Self.judge(AccessibilityReader.read(rest, file: file).diagnostics, about: file, of: rest.count)
        case "consultation":
            let (_, diagnostics) = ConsultationReader.read(rest, file: file, slug: "file")
            Self.judge(diagnostics, about: file, of: rest.count)
        default:
            let (node, diagnostics) = YAMLReader.read(rest[...], file: file)
            Self.judge(diagnostics, about: file, of: rest.count)
            if let node { requirePlaces(of: node, in: rest.count) }
        }
    }

    private func requirePlaces(of node: YAMLNode, in length: Int) {
        let offset = node.location.offset ?? 0
        require((0...length).contains(offset), "a node at byte \(offset) of \(length)")
        switch node.content {
        case .scalar: break
        case .sequence(let items): for item in items { requirePlaces(of: item, in: length) }
        case .mapping(let entries): for entry in entries { requirePlaces(of: entry.value, in: length) }
        }
    }
}
