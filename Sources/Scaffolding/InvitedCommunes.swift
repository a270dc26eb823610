import Diagnostics
import FeedReading
import SiteModel

/// The communes that an event invites, typed by code or by name, held against those that the feeds know.
struct InvitedCommunes {
    /// Empty where the feeds do not say which there are: nothing is looked up then.
    let known: [Commune]

    init(below content: String, departement: String) throws {
        let records = try FeedReader(departement: departement, contentRoot: content).read()
        known = records.lacksCommunes ? [] : records.communes
    }

    init(known: [Commune]) { self.known = known }

    /// The code of what was typed: `74010`, `Annecy`, `la clusaz`.
    /// - Throws: a refusal that proposes the nearest one.
    func code(of typed: String) throws(Refusal) -> String {
        guard !known.isEmpty, !known.contains(where: { $0.code.text == typed }) else { return typed }
        let slug = Slug.make(typed)
        if let commune = known.first(where: { Slug.make($0.name) == slug }) { return commune.code.text }
        let isCode = typed.utf8.contains { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        let meant =
            isCode
            ? Suggestion.closest(to: typed, in: known.map(\.code.text)).flatMap { code in known.first { $0.code.text == code } }
            : Suggestion.closest(to: slug, in: known.map { Slug.make($0.name) })
                .flatMap { name in known.first { Slug.make($0.name) == name } }
        let what = isCode ? "n’a le code « \(typed) »" : "ne s’appelle « \(typed) »"
        let advice = meant.map { "vouliez-vous dire « \($0.name) » (\($0.code)) ?" }
            ?? "écrivez son nom ou son code comme dans la liste des communes (« feeds »)"
        throw Refusal("aucune commune du département \(what) ; \(advice)")
    }
}
