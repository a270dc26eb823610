import Publishing

/// Files of a publication that differ from those of a former one, by what they are for people.
struct FileChanges {
    enum Kind: CaseIterable {
        case text, commune, twin, sheet, bulletin
    }

    struct Change {
        let path: String
        let kind: Kind
    }

    private(set) var added: [Change] = []
    private(set) var changed: [Change] = []
    private(set) var removed: [Change] = []
    /// Pages of which only the day of the build differs.
    private(set) var redated = 0
    /// What programs read: styles, feeds, indexes.
    private(set) var others = 0

    /// - Parameter folder: of the new site.
    init(from former: FormerSite?, to manifest: BuildManifest, in folder: String) {
        let files = former?.manifest.files ?? []
        let before = Dictionary(files.map { ($0.path, $0.sha256) }, uniquingKeysWith: { first, _ in first })
        for file in manifest.files where before[file.path] != file.sha256 {
            guard let kind = Self.kind(of: file.path) else {
                others += 1
                continue
            }
            let isNew = before[file.path] == nil
            if !isNew, let former, former.differsByDayAlone(file.path, in: folder) {
                redated += 1
            } else if isNew {
                added.append(Change(path: file.path, kind: kind))
            } else {
                changed.append(Change(path: file.path, kind: kind))
            }
        }
        let now = Set(manifest.files.map(\.path))
        for file in files where !now.contains(file.path) {
            if let kind = Self.kind(of: file.path) { removed.append(Change(path: file.path, kind: kind)) } else { others += 1 }
        }
    }

    private static func kind(of path: String) -> Kind? {
        let isOfCommune = path.hasPrefix("communes/")
        let name = path.split(separator: "/").last ?? ""
        if path.hasSuffix(".pdf") { return isOfCommune && name.hasPrefix("bulletin-") ? .bulletin : .sheet }
        guard name == "index.html" || name == "404.html" else { return nil }
        guard isOfCommune else { return .text }
        return path.contains("/bulletin-") ? .twin : .commune
    }
}
