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
        var scanner = Scanner(bytes: bytes)
        switch scanner.list(in: members) {
        case .success(let ranges):
            self.ranges = ranges
        case .failure(let fault):
            diagnostics.append(
                .error(
                    .feedJSON, at: SourceLocation(file: file, offset: min(fault.offset, max(bytes.count - 1, 0))),
                    fault.message(members),
                    advice: "téléchargez le fichier de nouveau, et vérifiez le format que feeds.yml déclare pour lui"))
            return nil
        }
    }

    private struct Fault: Error {
        enum Kind {
            case unexpected, endsEarly, noList
        }

        let kind: Kind
        let offset: Int

        func message(_ members: [String]) -> String {
            switch kind {
            case .unexpected: "le fichier n’est pas du JSON bien formé à cet endroit"
            case .endsEarly: "le fichier JSON s’arrête avant la fin : il est tronqué"
            case .noList:
                "le fichier JSON n’est pas une liste, et n’a pas de liste nommée "
                    + members.map { "« \($0) »" }.joined(separator: " ou ")
            }
        }
    }

    private struct Scanner {
        let bytes: [UInt8]
        var position = 0

        init(bytes: [UInt8]) {
            self.bytes = bytes
            if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
        }

        mutating func list(in members: [String]) -> Result<[Range<Int>], Fault> {
            do throws(Fault) {
                switch try next() {
                case UInt8(ascii: "["): return .success(try elements())
                case UInt8(ascii: "{"): return .success(try member(members))
                default: throw Fault(kind: .noList, offset: position - 1)
                }
            } catch {
                return .failure(error)
            }
        }

        /// After `{`: the list of the first member that has one of the names.
        private mutating func member(_ names: [String]) throws(Fault) -> [Range<Int>] {
            let start = position - 1
            if try peek() == UInt8(ascii: "}") { throw Fault(kind: .noList, offset: start) }
            while true {
                try expect(.quote)
                let range = try string()
                let name = String(decoding: bytes[range], as: UTF8.self)
                try expect(UInt8(ascii: ":"))
                if names.contains(name), try peek() == UInt8(ascii: "[") {
                    position += 1
                    return try elements()
                }
                try value()
                switch try next() {
                case .comma: continue
                case UInt8(ascii: "}"): throw Fault(kind: .noList, offset: start)
                default: throw Fault(kind: .unexpected, offset: position - 1)
                }
            }
        }

        /// After `[`.
        private mutating func elements() throws(Fault) -> [Range<Int>] {
            var ranges: [Range<Int>] = []
            if try peek() == UInt8(ascii: "]") { return [] }
            while true {
                guard try peek() == UInt8(ascii: "{") else { throw Fault(kind: .unexpected, offset: position) }
                let start = position
                try value()
                ranges.append(start..<position)
                switch try next() {
                case .comma: continue
                case UInt8(ascii: "]"): return ranges
                default: throw Fault(kind: .unexpected, offset: position - 1)
                }
            }
        }

        /// Passes over one value.
        private mutating func value() throws(Fault) {
            var depth = 0
            repeat {
                let byte = try next()
                switch byte {
                case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
                case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
                case .quote: _ = try string()
                case .comma, UInt8(ascii: ":"):
                    if depth == 0 { throw Fault(kind: .unexpected, offset: position - 1) }
                default: passScalar()
                }
                if depth < 0 { throw Fault(kind: .unexpected, offset: position - 1) }
            } while depth > 0
        }

        /// The rest of a number, `true`, `false` or `null`.
        private mutating func passScalar() {
            while position < bytes.count {
                switch bytes[position] {
                case .comma, UInt8(ascii: ":"), UInt8(ascii: "]"), UInt8(ascii: "}"), .quote, .space, .tab, .lineFeed,
                    .carriageReturn:
                    return
                default: position += 1
                }
            }
        }

        /// After the opening quote: the bytes between quotes, escapes as they stand.
        private mutating func string() throws(Fault) -> Range<Int> {
            let start = position
            while position < bytes.count {
                switch bytes[position] {
                case .quote:
                    position += 1
                    return start..<(position - 1)
                case UInt8(ascii: "\\"): position += 2
                default: position += 1
                }
            }
            throw Fault(kind: .endsEarly, offset: start - 1)
        }

        private mutating func expect(_ byte: UInt8) throws(Fault) {
            if try next() != byte { throw Fault(kind: .unexpected, offset: position - 1) }
        }

        private mutating func next() throws(Fault) -> UInt8 {
            let byte = try peek()
            position += 1
            return byte
        }

        /// The next byte that is no white space.
        private mutating func peek() throws(Fault) -> UInt8 {
            while position < bytes.count {
                switch bytes[position] {
                case .space, .tab, .lineFeed, .carriageReturn: position += 1
                default: return bytes[position]
                }
            }
            throw Fault(kind: .endsEarly, offset: bytes.count)
        }
    }
}
