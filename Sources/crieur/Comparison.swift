import French
import Publishing

/// What changed since an earlier build's manifest.
struct Comparison {
    private let former: BuildManifest

    init(with path: String) throws { former = try FormerManifest.read(path) }

    func text(to manifest: BuildManifest) -> String {
        let before = Dictionary(former.files.map { ($0.path, $0.sha256) }, uniquingKeysWith: { first, _ in first })
        let now = Dictionary(manifest.files.map { ($0.path, $0.sha256) }, uniquingKeysWith: { first, _ in first })
        let added = manifest.files.filter { before[$0.path] == nil }.map(\.path)
        let changed = manifest.files.filter { file in before[file.path].map { $0 != file.sha256 } ?? false }.map(\.path)
        let removed = former.files.filter { now[$0.path] == nil }.map(\.path)
        return [
            section("Nouveaux", added), section("Changés", changed), section("Retirés", removed),
        ].joined(separator: "\n")
    }

    private func section(_ title: String, _ paths: [String]) -> String {
        let shown = paths.prefix(20).map { "\n  \($0)" }.joined()
        let more = paths.count > 20 ? "\n  … et \(FrenchText.number(paths.count - 20)) autres" : ""
        return "\(title) : \(FrenchText.number(paths.count))\(shown)\(more)"
    }
}
