import Diagnostics

/// A JSON file that is one long list of objects → the place of each in its bytes, so that they are decoded one at a
/// time, and those of other départements not at all.
///
/// The list is the whole file, or one of the members of the object that is: `{"service": [ … ]}`. Only what parts the
/// objects is looked at here; what stands in them is for who decodes them.
struct JSONElements: Sendable {
    /// Offsets of the objects in the file, in its order.
    let ranges: [Range<Int>]

    /// - Parameter members: names of the member that may hold the list.
    /// - Returns: `nil`, with a diagnostic, where the file is no such list.
    init?(_ bytes: [UInt8], file: String, members: [String], diagnostics: inout [Diagnostic]) {
        var cursor = JSONCursor(bytes)
        var found: [Range<Int>]?
        var fault: JSONCursor.Fault?
        do throws(JSONCursor.Fault) {
            switch cursor.peek() {
            case UInt8(ascii: "["): found = try Self.objects(&cursor)
            case UInt8(ascii: "{"):
                try cursor.object { name, cursor throws(JSONCursor.Fault) in
                    if found == nil, members.contains(name), cursor.peek() == UInt8(ascii: "[") {
                        found = try Self.objects(&cursor)
                    } else {
                        try cursor.skip()
                    }
                }
            default: fault = cursor.fault("une liste ou un objet est attendu")
            }
            if found != nil, cursor.peek() != nil { fault = cursor.fault("le fichier devrait finir ici") }
        } catch {
            fault = error
        }
        if let found, fault == nil {
            ranges = found
            return
        }
        let names = members.map { "« \($0) »" }.joined(separator: " ou ")
        diagnostics.append(
            .error(
                .feedJSON, at: SourceLocation(file: file, offset: min(fault?.offset ?? 0, max(bytes.count - 1, 0))),
                fault?.message ?? "le fichier JSON n’est pas une liste, et n’a pas de liste nommée \(names)",
                advice: "téléchargez le fichier de nouveau, et vérifiez le format que feeds.yml déclare pour lui"))
        return nil
    }

    private static func objects(_ cursor: inout JSONCursor) throws(JSONCursor.Fault) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        try cursor.array { cursor throws(JSONCursor.Fault) in
            guard cursor.peek() == UInt8(ascii: "{") else { throw cursor.fault("un objet est attendu") }
            let start = cursor.position
            try cursor.skip()
            ranges.append(start..<cursor.position)
        }
        return ranges
    }
}
