import Diagnostics

/// YAML bytes → nodes with their places in the file, through libyaml's events.
///
/// Of YAML this accepts what an editor writes: mappings, sequences and scalars in every style. Anchors, aliases,
/// tags, directives and several documents are refused, because a reader cannot see what they change.
public enum YAMLReader {
    /// - Parameters:
    ///   - bytes: the YAML text; a byte order mark is skipped.
    ///   - file: path of the file, as messages show it.
    ///   - offset: where `bytes` starts in the file, in bytes (front matter starts after `---` and its line's end).
    /// - Returns: the root node, `nil` when the text is empty or is not YAML; every fault, in the order of the text.
    public static func read(
        _ bytes: ArraySlice<UInt8>, file: String, offset: Int = 0,
    ) -> (node: YAMLNode?, diagnostics: [Diagnostic]) {
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let skipped = bytes.starts(with: mark) ? mark.count : 0
        return bytes.dropFirst(skipped).withUnsafeBufferPointer { text in
            var builder = NodeBuilder(text, file: file, offset: offset + skipped)
            let node = builder.document()
            return (node, builder.diagnostics)
        }
    }
}
