import Diagnostics

/// The faults of one rendering in strict mode: each tag's once, however often a list repeats it.
struct RenderFaults {
    private(set) var diagnostics: [Diagnostic] = []
    private let program: Program
    private var reported: Set<Key> = []

    private struct Key: Hashable {
        let file: Int
        let offset: Int
        let fault: DiagnosticID
    }

    init(_ program: Program) {
        self.program = program
    }

    /// A name that no context holds.
    mutating func unknown(_ reference: Int, in contexts: [Value], _ outer: [Object]) {
        let reference = program.references[reference]
        guard isNew(.templateUnknownName, reference.place), let name = reference.path.first?.text else { return }
        let objects: [Object] = contexts.reversed().compactMap {
            if case .object(let object) = $0 { object } else { nil }
        }
        let innermost = objects.first { !$0.pairs.isEmpty } ?? outer.first ?? Object()
        let known = names(of: objects + outer)
        report(
            .templateUnknownName, reference.place, "le nom « \(name) » est inconnu à cet endroit",
            advice: advice(name, known: known, listed: names(of: [innermost])))
    }

    /// A name of a path that the value before it does not hold.
    mutating func unknown(_ reference: Int, step: Int, in value: Value) {
        let reference = program.references[reference]
        guard isNew(.templateUnknownName, reference.place) else { return }
        let name = reference.path[step].text
        let before = reference.path[..<step].map(\.text).joined(separator: ".")
        if case .object(let object) = value {
            let known = names(of: [object])
            report(
                .templateUnknownName, reference.place, "« \(before) » n’a pas de nom « \(name) »",
                advice: advice(name, known: known, listed: known))
        } else {
            report(
                .templateUnknownName, reference.place,
                "« \(before) » est \(value.kind), qui n’a pas de nom « \(name) »",
                advice: "écrivez « \(before) » seul, ou corrigez ce nom")
        }
    }

    /// `{{{…}}}` around a text.
    mutating func textUnescaped(_ reference: Int) {
        let place = program.references[reference].place
        guard isNew(.templateUnsafeText, place) else { return }
        let name = shown(reference)
        report(
            .templateUnsafeText, place, "« \(name) » est un texte : l’écrire sans échappement est dangereux",
            advice: "écrivez « {{\(name)}} »")
    }

    /// `{{…}}` around HTML.
    mutating func htmlEscaped(_ reference: Int) {
        let place = program.references[reference].place
        guard isNew(.templateUnsafeText, place) else { return }
        let name = shown(reference)
        report(
            .templateUnsafeText, place, "« \(name) » est du HTML, que deux accolades échapperaient",
            advice: "écrivez « {{{\(name)}}} »")
    }

    /// A list, an object or a Boolean where a text is to be written.
    mutating func notText(_ reference: Int, _ value: Value) {
        let place = program.references[reference].place
        guard isNew(.valueType, place) else { return }
        let name = shown(reference)
        report(
            .valueType, place, "« \(name) » est \(value.kind), qui ne s’écrit pas tel quel",
            advice: "ouvrez une section : « {{#\(name)}}…{{/\(name)}} »")
    }

    /// A template that includes itself on and on.
    mutating func endless(_ routine: Int, at place: Program.Place) {
        guard isNew(.templateEndless, place) else { return }
        report(
            .templateEndless, place, "ce gabarit s’inclut lui-même sans fin",
            advice: "placez cette inclusion dans une section qui finit par être fausse")
    }

    // MARK: Parts of messages

    private mutating func isNew(_ fault: DiagnosticID, _ place: Program.Place) -> Bool {
        reported.insert(Key(file: place.file, offset: place.offset, fault: fault)).inserted
    }

    private mutating func report(
        _ id: DiagnosticID, _ place: Program.Place, _ message: String, advice: String,
    ) {
        diagnostics.append(.error(id, at: location(place), message, advice: advice, notes: chain(place)))
    }

    private func shown(_ reference: Int) -> String {
        let path = program.references[reference].path
        return path.isEmpty ? "." : path.map(\.text).joined(separator: ".")
    }

    private func location(_ place: Program.Place) -> SourceLocation {
        SourceLocation(file: program.files[place.file], offset: place.offset, length: place.length)
    }

    /// The templates through which the tag came in, nearest first.
    private func chain(_ place: Program.Place) -> [Diagnostic.Note] {
        var notes: [Diagnostic.Note] = []
        var next = place.inclusion
        while let index = next {
            let inclusion = program.inclusions[index]
            let message =
                switch inclusion.kind {
                case .partial: "inclus ici"
                case .parent: "hérité ici"
                case .block: "placé dans ce bloc"
                }
            notes.append(.init(message, at: location(inclusion.place)))
            next = inclusion.place.inclusion
        }
        return notes
    }

    private func names(of objects: [Object]) -> [String] {
        Set(objects.flatMap { $0.pairs.map(\.0.text) }).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// - Parameters:
    ///   - known: where to look for the name that was meant.
    ///   - listed: what to tell, should none be near.
    private func advice(_ name: String, known: [String], listed: [String]) -> String {
        if let meant = Suggestion.closest(to: name, in: known) { return "vouliez-vous dire « \(meant) » ?" }
        if listed.isEmpty { return "aucun nom n’est connu à cet endroit" }
        let limit = 10
        let shown = listed.prefix(limit).map { "« \($0) »" }.joined(separator: ", ")
        let rest = listed.count - limit
        return "noms connus : \(shown)" + (rest > 0 ? " et \(rest) autre\(rest > 1 ? "s" : "")" : "")
    }
}
