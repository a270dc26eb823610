/// All templates of a library as one flat list of operations. Partials, parents and blocks are resolved:
/// what is left to do at each page is to copy bytes, look names up and write their values.
struct Program: Sendable {
    enum Operation: Sendable {
        /// Bytes of `literals`.
        case literal(start: Int, count: Int)
        /// The index is one of `references`.
        case variable(Int, unescaped: Bool)
        /// What follows, up to `end`, is the section.
        case section(Int, end: Int)
        case inverted(Int, end: Int)
        /// A template that takes part in its own inclusion. The indentation is one of `literals`.
        case call(routine: Int, start: Int, count: Int, midLine: Bool, tag: Int)
        /// Writes the indentation of the running call; at the first line of one that began within a line, nothing.
        case lineStart(isFirst: Bool)
    }

    /// A name in a tag.
    struct Reference: Sendable {
        /// `commune.nom` has two; `.` has none.
        let path: [Name]
        let place: Place
    }

    /// Where a tag stands, for messages.
    struct Place: Sendable {
        let file: Int
        let offset: Int
        let length: Int
        /// Index in `inclusions` of what brought the file in.
        let inclusion: Int?
    }

    /// A tag that draws another file in.
    struct Inclusion: Sendable {
        enum Kind: Sendable { case partial, parent, block }

        let kind: Kind
        let place: Place
    }

    var operations: [Operation] = []
    var literals: [UInt8] = []
    var references: [Reference] = []
    var inclusions: [Inclusion] = []
    /// Tags of calls.
    var callPlaces: [Place] = []
    /// Paths, for messages.
    var files: [String] = []
    /// The operations of each template, by the index of its file.
    var templates: [Range<Int>] = []
    var routines: [Range<Int>] = []
}
