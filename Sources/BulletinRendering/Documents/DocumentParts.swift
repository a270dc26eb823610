public import SiteModel

/// A document cut into parts that make sense alone: a bulletin shows the first parts of a guide.
///
/// A heading stays with what follows it. A paragraph stays with the next block where it announces it by a final
/// colon, and with a list, a table or a directive's block where it stands between that and a heading. A list of
/// steps is never cut. The bulletin and its HTML twin count parts alike.
public enum DocumentParts {
    /// Node indices of the blocks of each part, in order; notes and rules between parts are in none.
    public static func of(_ document: Document) -> [[Int]] {
        var parts: [[Int]] = []
        var bond = Bond.none
        for index in document.children(of: 0) {
            let kind = document.nodes[index].kind
            guard kind != .footnoteDefinition, kind != .thematicBreak else { continue }
            let stays = bond.holds(kind)
            if stays { parts[parts.count - 1].append(index) } else { parts.append([index]) }
            bond =
                switch kind {
                case .heading: .anything
                case .paragraph where announces(index, document): .block
                case .paragraph where bond == .anything: .listing
                default: .none
                }
        }
        return parts
    }

    /// What a block keeps with itself.
    private enum Bond {
        case none, listing, block, anything

        func holds(_ kind: Document.Node.Kind) -> Bool {
            switch self {
            case .none: false
            case .listing: kind == .list || kind == .table || kind == .block
            case .block: kind != .heading
            case .anything: true
            }
        }
    }

    /// A paragraph whose last text ends with a colon.
    private static func announces(_ index: Int, _ document: Document) -> Bool {
        guard document.nodes[index].kind == .paragraph else { return false }
        var last: Int?
        for child in document.children(of: index) { last = child }
        guard let last, document.nodes[last].kind == .text else { return false }
        return document.bytes(of: document.nodes[last]).last == UInt8(ascii: ":")
    }
}
