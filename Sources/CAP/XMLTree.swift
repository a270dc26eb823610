import CXML
import Diagnostics

/// An element of an XML file: names, texts and lines, nothing that refers to anything outside.
struct XMLTree {
    let name: String
    /// Empty for none.
    let namespace: String
    /// The text directly inside, without the spaces around it.
    let text: String
    let children: [XMLTree]
    /// From 1.
    let line: Int

    /// The first child of that name in the same namespace.
    func child(_ name: String) -> XMLTree? { children.first { $0.name == name && $0.namespace == namespace } }

    func children(_ name: String) -> [XMLTree] { children.filter { $0.name == name && $0.namespace == namespace } }
}

extension XMLTree {
    /// Through libxml2: no network, no entity is expanded, and a file that declares a document type is refused
    /// at its DOCTYPE, before any entity is known.
    static func parse(_ bytes: [UInt8]) -> Result<XMLTree, XMLFault> {
        guard isLibraryReady, let context = xmlNewParserCtxt() else { return .failure(.malformed(line: 1, "")) }
        defer { xmlFreeParserCtxt(context) }
        // What belongs to no parser, such as a broken encoding, would be printed. The setting is this thread's own.
        xmlSetStructuredErrorFunc(nil) { _, _ in }
        context.pointee.sax.pointee.internalSubset = { context, _, _, _ in
            guard let parser = context?.assumingMemoryBound(to: xmlParserCtxt.self) else { return }
            FirstFault(line: Int(parser.pointee.input?.pointee.line ?? 1), code: FirstFault.documentType).note(in: parser)
            xmlStopParser(parser)
        }
        context.pointee.sax.pointee.serror = { context, error in
            guard let parser = context?.assumingMemoryBound(to: xmlParserCtxt.self), let error = error?.pointee,
                error.level.rawValue >= XML_ERR_ERROR.rawValue
            else { return }
            FirstFault(line: Int(error.line), code: Int(error.code)).note(in: parser)
        }
        let options = Int32(XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
            | XML_PARSE_NOCDATA.rawValue | XML_PARSE_BIG_LINES.rawValue)
        let document = bytes.withUnsafeBytes { buffer in
            xmlCtxtReadMemory(
                context, buffer.assumingMemoryBound(to: CChar.self).baseAddress, Int32(clamping: buffer.count), nil, nil,
                options)
        }
        defer { xmlFreeDoc(document) }
        if let fault = FirstFault(notedIn: context) {
            return .failure(
                fault.code == FirstFault.documentType
                    ? .declaresDocumentType(line: fault.line) : .malformed(line: fault.line, cause(fault.code)))
        }
        guard let document, context.pointee.wellFormed == 1, let root = xmlDocGetRootElement(document) else {
            return .failure(.malformed(line: 1, cause(0)))
        }
        return .success(XMLTree(root))
    }

    /// libxml2 sets up its own tables once; after that a parser shares nothing with another.
    private static let isLibraryReady: Bool = {
        xmlInitParser()
        return true
    }()

    private init(_ node: xmlNodePtr) {
        name = Self.string(node.pointee.name)
        namespace = node.pointee.ns.map { Self.string($0.pointee.href) } ?? ""
        line = xmlGetLineNo(node)
        var children: [XMLTree] = []
        var text = ""
        var next = node.pointee.children
        while let child = next {
            switch child.pointee.type {
            case XML_ELEMENT_NODE: children.append(XMLTree(child))
            case XML_TEXT_NODE: text += Self.string(child.pointee.content)
            default: break
            }
            next = child.pointee.next
        }
        self.children = children
        self.text = Self.trimmed(text)
    }

    private static func string(_ text: UnsafePointer<xmlChar>?) -> String {
        text.map { String(decodingCString: $0, as: UTF8.self) } ?? ""
    }

    private static func trimmed(_ text: String) -> String {
        let start = text.firstIndex { !$0.isWhitespace } ?? text.endIndex
        let end = text.lastIndex { !$0.isWhitespace } ?? start
        return start == text.endIndex ? "" : String(text[start...end])
    }

    private static func cause(_ code: Int) -> String {
        switch xmlParserErrors(UInt32(clamping: code)) {
        case XML_ERR_DOCUMENT_EMPTY: "le fichier est vide"
        case XML_ERR_DOCUMENT_END, XML_ERR_TAG_NOT_FINISHED, XML_ERR_GT_REQUIRED, XML_ERR_LTSLASH_REQUIRED:
            "le fichier s’arrête au milieu d’un élément : il est tronqué"
        case XML_ERR_TAG_NAME_MISMATCH: "une balise en ferme une autre"
        case XML_ERR_UNDECLARED_ENTITY, XML_WAR_UNDECLARED_ENTITY: "une entité n’est pas définie"
        case XML_ERR_INVALID_CHAR, XML_ERR_INVALID_ENCODING, XML_ERR_UNKNOWN_ENCODING, XML_ERR_UNSUPPORTED_ENCODING,
            XML_I18N_CONV_FAILED:
            "un caractère n’est pas de l’encodage que le fichier annonce"
        default: "ce n’est pas du XML bien formé"
        }
    }
}

/// What the parser met first, kept in the one word that libxml2 leaves to its user: a C callback has no place of
/// its own, and later faults only follow from the first.
private struct FirstFault {
    /// No code of libxml2's.
    static let documentType = 0x7FFF

    let line: Int
    let code: Int

    init(line: Int, code: Int) {
        self.line = max(1, line)
        self.code = code
    }

    init?(notedIn parser: xmlParserCtxtPtr) {
        guard let noted = parser.pointee._private.map({ Int(bitPattern: $0) }) else { return nil }
        self.init(line: noted & 0xFFFF_FFFF, code: noted >> 32)
    }

    func note(in parser: xmlParserCtxtPtr) {
        guard parser.pointee._private == nil else { return }
        parser.pointee._private = UnsafeMutableRawPointer(bitPattern: min(line, 0xFFFF_FFFF) | code << 32)
    }
}

/// Why a file could not be read as XML. Lines count from 1.
enum XMLFault: Error {
    case declaresDocumentType(line: Int)
    case malformed(line: Int, String)
}
