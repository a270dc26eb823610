import Diagnostics
import SiteModel

/// What `:::timeline` and `:::decision` hold is what they are drawn from: lists whose items start in bold, with the moment or
/// the answer.
enum LabelledListCheck {
    static func check(_ document: Document, file: String) -> [Diagnostic] {
        guard document.directives.contains(where: { LabelledList.names.contains($0.name) }) else { return [] }
        var diagnostics: [Diagnostic] = []
        for (index, node) in document.nodes.enumerated() where node.kind == .block {
            let name = document.directives[Int(node.start)].name
            guard LabelledList.names.contains(name) else { continue }
            let place = SourceLocation(file: file, offset: Int(node.source), length: name.utf8.count + 3)
            diagnostics += check(index, document, isDecision: name == LabelledList.decision, file: file, at: place)
        }
        return diagnostics
    }

    private static func check(
        _ block: Int, _ document: Document, isDecision: Bool, file: String, at place: SourceLocation,
    ) -> [Diagnostic] {
        let lists = document.children(of: block).filter { document.nodes[$0].kind == .list }
        guard let first = lists.first else {
            return [
                .error(
                    .directiveContent, at: place,
                    isDecision ? "ce bloc n’a pas de réponses" : "ce bloc n’a pas d’étapes",
                    advice: isDecision
                        ? "écrivez la question, puis une liste : « - **La réponse** : ce qu’il faut faire »"
                        : "écrivez une liste : « - **Jour 1** : ce qui se passe »")
            ]
        }
        var diagnostics: [Diagnostic] = []
        let opening = document.children(of: block).first { _ in true }
        if isDecision, opening == first {
            diagnostics.append(
                .error(.directiveContent, at: place, "ces réponses n’ont pas de question", advice: "écrivez la question avant la liste"))
        }
        for list in lists {
            for item in document.children(of: list) where LabelledList.label(of: item, document) == nil {
                diagnostics.append(
                    .error(
                        .directiveContent, at: SourceLocation(file: file, offset: Int(document.nodes[item].source)),
                        isDecision ? "cette réponse ne commence pas en gras" : "cette étape ne dit pas quand",
                        advice: isDecision ? "écrivez « - **La réponse** : ce qu’il faut faire »" : "écrivez « - **Jour 1** : ce qui se passe »"))
            }
        }
        return diagnostics
    }
}
