import Diagnostics
import French
import SiteModel

/// Finds what a person names on the command line, without accents, capitals or article: « annecy », « clusaz ».
struct NamedChoice<Value> {
    enum Found {
        case one(Value)
        /// Their names, in order, when several begin so.
        case several([String])
        /// The name that was most likely meant.
        case none(closest: String?)
    }

    private struct Entry {
        let value: Value
        /// As messages show it: `Annecy (74010)`.
        let shown: String
        /// In the form that is compared.
        let names: [String]
    }

    private var entries: [Entry] = []

    /// - Parameter names: of which any will do, the code among them.
    mutating func add(_ value: Value, shown: String, names: [String]) {
        entries.append(Entry(value: value, shown: shown, names: names.map(Self.folded)))
    }

    func find(_ typed: String) -> Found {
        let typed = Self.folded(typed)
        let exact = entries.filter { $0.names.contains(typed) }
        let found = exact.isEmpty ? entries.filter { $0.names.contains { $0.hasPrefix(typed + "-") } } : exact
        if found.count == 1 { return .one(found[0].value) }
        if !found.isEmpty { return .several(found.map(\.shown)) }
        let closest = Suggestion.closest(to: typed, in: entries.flatMap(\.names))
        return .none(closest: closest.flatMap { name in entries.first { $0.names.contains(name) }?.shown })
    }

    /// `La Clusaz` → `clusaz`; `L’Œuvre` → `oeuvre`.
    private static func folded(_ name: String) -> String {
        let slug = Slug.make(name)
        for article in ["le-", "la-", "les-", "l-"] where slug.hasPrefix(article) {
            return String(slug.dropFirst(article.utf8.count))
        }
        return slug
    }
}

extension NamedChoice<Commune> {
    init(_ communes: [Commune]) {
        for commune in communes {
            add(commune, shown: "\(Typography.apply(commune.name)) (\(commune.code))", names: [commune.code.text, commune.name])
        }
    }
}

extension NamedChoice<Unit> {
    /// Brigades and police stations, known by their identifier, their name, or the name without what kind they are.
    init(_ units: [Unit]) {
        for unit in units {
            let words = unit.name.split(whereSeparator: { $0 == " " || $0 == "\u{A0}" || $0 == "’" || $0 == "'" })
            let place = words.drop { $0.first?.isUppercase != true || Self.kinds.contains(Slug.make(String($0))) }
            add(unit, shown: unit.name, names: [unit.id, unit.name, place.joined(separator: " ")])
        }
    }

    private static var kinds: Set<String> { ["brigade", "commissariat", "gendarmerie", "poste", "police"] }
}

/// A name on the command line that leads to nothing, or to several things: wrong usage.
public struct UnknownChoice: Error, Sendable {
    /// In French, without a final stop.
    public let message: String

    init<Value>(_ typed: String, among names: String, _ found: NamedChoice<Value>.Found) {
        switch found {
        case .several(let names):
            let shown = names.prefix(6).map { "« \($0) »" } + (names.count > 6 ? ["d’autres"] : [])
            message = "« \(typed) » peut désigner \(FrenchText.list(shown))"
        case .none(let closest):
            message = "\(names) « \(typed) »" + (closest.map { " ; vouliez-vous dire « \($0) » ?" } ?? "")
        case .one: message = "« \(typed) »"
        }
    }

    init(_ message: String) { self.message = message }
}
