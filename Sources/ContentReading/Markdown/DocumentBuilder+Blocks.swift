import CCMarkGFM
import Diagnostics
import SiteModel

/// Block directives: fences around blocks.
extension DocumentBuilder {
    mutating func enterFence(_ node: OpaquePointer, at: Int) {
        guard let fence = source.fences[Int(cmark_node_get_start_line(node))] else {
            reportHTMLBlock(plain(cmark_node_get_literal(node)), at: at)
            return
        }
        let location = SourceLocation(
            file: file, offset: offset + fence.offset + fence.indent, length: fence.length - fence.indent)
        switch fence.kind {
        case .open(let directive):
            if !DirectiveNames.block.contains(directive.name) {
                diagnostics.append(.unknownDirective(directive.name, among: DirectiveNames.block, prefix: ":::", at: location))
            }
            document.directives.append(directive)
            push(
                .init(
                    kind: .block, start: UInt32(document.directives.count - 1),
                    source: UInt32(clamping: offset + fence.offset + fence.indent)))
            openFences.append(open.count)
            openIndents.append(fence.indent)
            if fence.indent > 0 { reportIndent(at: location) }
        case .close:
            guard openFences.last == open.count else {
                diagnostics.append(
                    .error(
                        .directiveSyntax, at: location, "ce « ::: » ne ferme aucun bloc",
                        advice: "supprimez-le, ou ouvrez le bloc par « ::: » suivi de son nom"))
                return
            }
            openFences.removeLast()
            // Where the opening line was told, this one goes with it.
            if openIndents.removeLast() == 0, fence.indent > 0 { reportIndent(at: location) }
            open.removeLast()
        case .malformed:
            diagnostics.append(
                .error(
                    .directiveSyntax, at: location, "ce bloc est mal écrit",
                    advice: "écrivez « :::nom » ou « :::nom{clé=valeur} », seul sur sa ligne"))
        }
    }

    private mutating func reportIndent(at location: SourceLocation) {
        diagnostics.append(
            .error(
                .directiveSyntax, at: location, "ce « ::: » est en retrait",
                advice: "écrivez-le au début de sa ligne, sans espace avant, et de même celui qui ferme le bloc"))
    }

    mutating func reportUnclosed(_ depth: Int) {
        let node = document.nodes[open[depth - 1].index]
        let name = document.directives[Int(node.start)].name
        diagnostics.append(
            .error(
                .directiveUnclosed, at: SourceLocation(file: file, offset: Int(node.source), length: name.utf8.count + 3),
                "le bloc « \(name) » n’est pas fermé", advice: "ajoutez une ligne « ::: » à la fin du bloc"))
    }
}

extension Diagnostic {
    static func unknownDirective(
        _ name: String, among known: [String], prefix: String, at location: SourceLocation,
    ) -> Diagnostic {
        let advice =
            Suggestion.closest(to: name, in: known).map { "vouliez-vous dire « \(prefix)\($0) » ?" }
            ?? "directives connues : " + known.map { "« \(prefix)\($0) »" }.joined(separator: ", ")
        return .error(
            .directiveUnknown, at: location, "la directive « \(prefix)\(name) » n’existe pas",
            advice: advice)
    }
}
