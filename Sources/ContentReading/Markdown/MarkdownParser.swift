import CCMarkGFM
import CShims
import Diagnostics
import SiteModel
import Synchronization

/// Markdown bytes → one flat `Document`: GitHub Flavored Markdown (https://github.github.com/gfm/) with
/// footnotes, GitHub's alerts and the project's directives.
///
/// May be called from many threads at once.
public struct MarkdownParser: Sendable {
    public enum TypographyMode: Sendable {
        case french
        /// Texts are kept as written: for conformance tests.
        case none
    }

    private let typography: TypographyMode

    public init(typography: TypographyMode = .french) {
        self.typography = typography
    }

    /// Parses `body`, which starts `offset` bytes into `file`.
    public func parse(
        _ body: ArraySlice<UInt8>, file: String, offset: Int = 0,
    ) -> (document: Document, diagnostics: [Diagnostic]) {
        let source = MarkdownSource(body: body)
        var builder = DocumentBuilder(
            source: source, body: body, file: file, offset: offset, typography: typography)
        Self.withTree(of: source.bytes) { root in builder.build(root) }
        if let fault = HiddenReference.fault(in: body, of: builder.document, file: file, offset: offset) {
            builder.diagnostics.append(fault)
        }
        return (builder.document, builder.diagnostics + LabelledListCheck.check(builder.document, file: file))
    }

    /// The library's own, which it keeps for good; addresses, because a pointer cannot be shared as such.
    /// Registration is unguarded in the library: once, here.
    private static let extensions: [UInt] = {
        cmark_gfm_core_extensions_ensure_registered()
        let names: [String] = ["table", "strikethrough", "autolink", "tagfilter", "tasklist"]
        return names.map { UInt(bitPattern: cmark_find_syntax_extension($0)) }
    }()

    /// While strikethrough or autolink parse inlines, libcmark-gfm changes tables that all threads share; in
    /// parallel it then loses both without a word (github/cmark-gfm, pull request 176). Only `finish` does.
    private static let inlineParsing = Mutex(())

    /// The tree lives in this thread's arena and dies when `body` returns.
    private static func withTree(of bytes: ArraySlice<UInt8>, _ body: (OpaquePointer) -> Void) {
        let extensions = Self.extensions
        var memory = cmark_mem(
            calloc: crieur_arena_calloc, realloc: crieur_arena_realloc, free: crieur_arena_free)
        withUnsafeMutablePointer(to: &memory) { memory in
            defer { crieur_arena_reset() }
            guard let parser = cmark_parser_new_with_mem(CMARK_OPT_FOOTNOTES, memory) else { return }
            for address in extensions {
                cmark_parser_attach_syntax_extension(parser, OpaquePointer(bitPattern: address))
            }
            bytes.withUnsafeBytes { buffer in
                buffer.withMemoryRebound(to: CChar.self) { text in
                    cmark_parser_feed(parser, text.baseAddress, text.count)
                }
            }
            // A pointer cannot leave the lock as such; the tree is this thread's own all the same.
            let root = inlineParsing.withLock { _ in UInt(bitPattern: cmark_parser_finish(parser)) }
            if let tree = OpaquePointer(bitPattern: root) { body(tree) }
        }
    }
}

/// The directives that templates know.
public enum DirectiveNames {
    /// `:fact[id]` a fact's value; `:date[2026-12-01]` a date in words; `:commune[74010]` a link to a commune.
    public static let inline = ["commune", "date", "fact"]
    /// `:::contacts` who to call; `:::steps` what to do in order; `:::model` a text to copy; `:::timeline` steps in time;
    /// `:::decision` a question, its answers, and what to do for each; `:::praise` what a reserve before an election hides.
    public static let block = ["contacts", "decision", "model", "praise", "steps", "timeline"]
}
