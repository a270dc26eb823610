import French
import SiteModel
import Templates

extension WebRenderer {
    /// The former communes that live on within one, by kind, for `partials/commune-parts`.
    func partNames(of commune: Commune) -> Object {
        let kinds: [Value] = CommunePart.Kind.allCases.compactMap { kind in
            let parts = commune.parts.filter { $0.kind == kind }
            guard !parts.isEmpty else { return nil }
            return [
                "label": .text(Self.label(of: kind, isOne: parts.count == 1)),
                "names": .text(FrenchText.list(parts.map { Typography.apply($0.name) })),
            ]
        }
        return ["parts": .list(kinds)]
    }

    private static func label(of kind: CommunePart.Kind, isOne: Bool) -> String {
        switch kind {
        case .delegated: isOne ? "commune déléguée" : "communes déléguées"
        case .associated: isOne ? "commune associée" : "communes associées"
        }
    }
}
