/// A Markdown text, parsed once; the web page and the bulletin are both rendered from it.
///
/// One flat array of nodes, linked by index, over one buffer of text: no class, no payload per node,
/// so that ten thousand documents fit in memory together.
public struct Document: Sendable {
    /// 24 bytes.
    public struct Node: Sendable {
        public enum Kind: UInt8, Sendable {
            // Blocks
            case document, paragraph, heading, blockQuote, alert, list, item, codeBlock
            case thematicBreak, table, tableRow, tableCell, footnoteDefinition, block
            // Inlines
            case text, softBreak, lineBreak, code, emphasis, strong, strikethrough
            case link, image, footnoteReference, directive
        }

        public var kind: Kind
        /// Heading: level 1 to 6. Alert: raw value of `AlertKind`. Item: raw value of `Task`.
        /// Table cell: raw value of `Alignment`. List: 1 when ordered.
        public var level: UInt8
        /// List: 1 when tight. Table row: 1 for the header.
        public var flags: UInt16
        /// Index of the first child; 0 for none.
        public var firstChild: UInt32
        /// Index of the next sibling; 0 for none.
        public var next: UInt32
        /// Text, code, code block, heading (its identifier): start of the bytes in `text`.
        /// Link, image: index in `links`. Directive, block: index in `directives`.
        /// Footnote reference or definition: its number, from 1. List: its first number.
        public var start: UInt32
        /// Number of bytes in `text`. Footnote reference: which of the references to its note, from 1.
        /// Footnote definition: number of references to it. Link, image, directive: number of bytes in the source.
        public var length: UInt32
        /// Byte offset in the source file.
        public var source: UInt32

        public init(
            kind: Kind, level: UInt8 = 0, flags: UInt16 = 0, start: UInt32 = 0, length: UInt32 = 0,
            source: UInt32 = 0,
        ) {
            self.kind = kind
            self.level = level
            self.flags = flags
            self.firstChild = 0
            self.next = 0
            self.start = start
            self.length = length
            self.source = source
        }
    }

    /// GitHub's alerts: `> [!WARNING]`.
    public enum AlertKind: UInt8, Sendable, CaseIterable {
        case note, tip, important, warning, caution
    }

    /// Task list items: `- [ ]`, `- [x]`.
    public enum Task: UInt8, Sendable {
        case none, open, done
    }

    public enum Alignment: UInt8, Sendable {
        case none, left, center, right
    }

    public struct Link: Sendable {
        /// As written; after `SiteAssembly` resolved it, the route (`/guides/elus/menaces/#preuves`) of an
        /// internal link.
        public var destination: String
        public let title: String
        /// A link to another page of the site, its `destination` resolved.
        public var isInternal: Bool
        /// Where the destination stands: byte offset in the source file; 0 where it is not written as it is read.
        public let place: UInt32

        public init(destination: String, title: String, isInternal: Bool = false, place: UInt32 = 0) {
            self.destination = destination
            self.title = title
            self.isInternal = isInternal
            self.place = place
        }
    }

    /// `:name[label]{key=value}` in a text, `:::name{key=value}` around blocks.
    public struct Directive: Sendable {
        public let name: String
        public let label: String
        public let attributes: [(key: String, value: String)]

        public init(name: String, label: String, attributes: [(key: String, value: String)]) {
            self.name = name
            self.label = label
            self.attributes = attributes
        }

        public subscript(_ key: String) -> String? {
            attributes.first { $0.key == key }?.value
        }
    }

    /// `nodes[0]` is the document itself; footnote definitions are its last children, in order of use.
    public var nodes: [Node]
    /// UTF-8 of all texts, French typography applied.
    public var text: [UInt8]
    /// Code block: its info string, by node index. Few documents have any.
    public var infos: [UInt32: String]
    public var links: [Link]
    public var directives: [Directive]

    public init(
        nodes: [Node] = [Node(kind: .document)], text: [UInt8] = [], infos: [UInt32: String] = [:],
        links: [Link] = [], directives: [Directive] = [],
    ) {
        self.nodes = nodes
        self.text = text
        self.infos = infos
        self.links = links
        self.directives = directives
    }

    /// The bytes of a text, code or code block node; the identifier of a heading.
    public func bytes(of node: Node) -> ArraySlice<UInt8> {
        text[Int(node.start)..<Int(node.start + node.length)]
    }

    public func string(of node: Node) -> String {
        String(decoding: bytes(of: node), as: UTF8.self)
    }

    /// The children of the node at `index`, in order.
    public func children(of index: Int) -> Children {
        Children(nodes: nodes, upcoming: nodes[index].firstChild)
    }

    public struct Children: Sequence, IteratorProtocol {
        let nodes: [Node]
        var upcoming: UInt32

        public mutating func next() -> Int? {
            guard upcoming != 0 else { return nil }
            let index = Int(upcoming)
            upcoming = nodes[index].next
            return index
        }
    }
}
