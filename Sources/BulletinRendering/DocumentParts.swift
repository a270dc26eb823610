public import SiteModel

/// A document cut into parts that make sense alone: a bulletin shows the first parts of a guide.
///
/// A heading stays with what follows it, and so does a paragraph that announces a list, a table or a block
/// by a final colon. A list of steps is never cut. The bulletin and its HTML twin count parts alike.
public enum DocumentParts {
    /// Node indices of the blocks of each part, in order; notes and rules between parts are in none.
    public static func of(_ document: Document) -> [[Int]] {
        var parts: [[Int]] = []
        var bond = Bond.none
        for index in document.children(of: 0) {
            let isHeading = document.nodes[index].kind == .heading
            switch document.nodes[index].kind {
            case .footnoteDefinition, .thematicBreak: continue
            default: break
            }
            switch bond {
            case .anything: parts[parts.count - 1].append(index)
            case .block where !isHeading: parts[parts.count - 1].append(index)
            case .block, .none: parts.append([index])
            }
            bond = isHeading ? .anything : announces(index, document) ? .block : .none
        }
        return parts
    }

    /// What a block keeps with itself.
    private enum Bond {
        case none
        case block
        case anything
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
