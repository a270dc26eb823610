public import SiteModel

extension FrenchText {
    /// Former communes of one kind, with the word for it: `communes déléguées`, `Annecy, Meythet et Seynod`.
    public struct PartsLine: Sendable, Hashable {
        public let label: String
        public let names: String
    }

    /// The former communes that live on within one, by kind.
    public static func partsLines(_ parts: [CommunePart]) -> [PartsLine] {
        CommunePart.Kind.allCases.compactMap { kind in
            let parts = parts.filter { $0.kind == kind }
            guard !parts.isEmpty else { return nil }
            return PartsLine(
                label: label(of: kind, isOne: parts.count == 1), names: list(parts.map { Typography.apply($0.name) }))
        }
    }

    private static func label(of kind: CommunePart.Kind, isOne: Bool) -> String {
        switch kind {
        case .delegated: isOne ? "commune déléguée" : "communes déléguées"
        case .associated: isOne ? "commune associée" : "communes associées"
        }
    }
}
