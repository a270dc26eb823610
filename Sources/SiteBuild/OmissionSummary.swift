import SiteModel
import WebRendering

/// What the bulletins of a build left out or shortened: the same omissions told once, with the communes' names.
public struct OmissionSummary: Sendable, Hashable {
    public struct Group: Sendable, Hashable {
        public let edition: Edition.ID
        /// `guide (4 parties sur 9)`, in the order in which the template tells them.
        public let omitted: [String]
        /// Names of the communes, in the order of their codes.
        public let communes: [String]
    }

    /// By edition, then the most communes first.
    public let groups: [Group]

    public init() { groups = [] }

    init(_ printed: [Route: PrintedDocument], _ communes: [Commune], in site: Site) {
        var groups: [Group] = []
        for edition in site.editions {
            var names: [[String]: [String]] = [:]
            for commune in communes {
                guard let document = printed[.bulletinPDF(edition.id, of: commune)], !document.omitted.isEmpty else { continue }
                names[document.omitted, default: []].append(commune.name)
            }
            groups += names.map { Group(edition: edition.id, omitted: $0.key, communes: $0.value) }.sorted { left, right in
                if left.communes.count != right.communes.count { return left.communes.count > right.communes.count }
                return left.communes.lexicographicallyPrecedes(right.communes)
            }
        }
        self.groups = groups
    }

    /// For the end of a build: a line for each of the first groups; `nil` where every bulletin is whole.
    ///
    /// - Parameter most: lines before the last one, which counts the other communes.
    public func text(most: Int = 5) -> String? {
        guard !groups.isEmpty else { return nil }
        var lines = ["Faute de place, des bulletins n’ont pas tout ; leur page en ligne a tout :"]
        lines += groups.prefix(most).map { group in
            "  \(CommuneNames.list(group.communes)) (\(group.edition)) : \(group.omitted.joined(separator: " ; "))"
        }
        let others = groups.dropFirst(most).reduce(0) { $0 + $1.communes.count }
        if others > 0 {
            lines.append("  et \(others == 1 ? "1 autre bulletin" : "\(others) autres bulletins") : la page de chacun le dit")
        }
        return lines.joined(separator: "\n")
    }
}
