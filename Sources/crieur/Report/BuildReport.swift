import Diagnostics
import French
import Publishing
import SiteBuild

/// What a publication changes, in Markdown, for the person who approves it.
struct BuildReport {
    let outline: SiteOutline
    let former: BuildManifest?
    let manifest: BuildManifest
    let files: FileChanges
    let diagnostics: [Diagnostic]
    let omissions: String?

    var text: String {
        var parts = ["# Ce qui change : \(outline.title)"]
        if let notice = outline.notice { parts.append("**\(notice)**") }
        parts.append(opening)
        parts.append(summary)
        if former != nil {
            parts.append(list("Pages nouvelles", files.added.filter { $0.kind != .sheet && $0.kind != .bulletin }))
            parts.append(list("Pages changées", files.changed.filter { $0.kind != .sheet && $0.kind != .bulletin }))
            parts.append(list("Pages retirées", files.removed.filter { $0.kind != .sheet && $0.kind != .bulletin }))
            parts.append(list("Imprimés nouveaux", files.added.filter { $0.kind == .sheet || $0.kind == .bulletin }))
            parts.append(list("Imprimés changés", files.changed.filter { $0.kind == .sheet || $0.kind == .bulletin }))
            parts.append(list("Imprimés retirés", files.removed.filter { $0.kind == .sheet || $0.kind == .bulletin }))
        }
        parts += [facts, feeds]
        parts.append(messages)
        if let omissions { parts.append("## Ce qui n’a pas tenu dans les bulletins\n\n" + omissions.replacing("\n  ", with: "\n- ").replacing(":\n-", with: ":\n\n-")) }
        parts.append(checklist)
        return parts.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
    }

    private var opening: String {
        let day = FrenchText.date(outline.today)
        return former == nil
            ? "Fabriqué pour le \(day). C’est une première publication : il n’y a rien à quoi la comparer."
            : "Fabriqué pour le \(day), comparé à la publication précédente."
    }

    private var summary: String {
        let count = { (changes: [FileChanges.Change], isPrint: Bool) in
            changes.filter { ($0.kind == .sheet || $0.kind == .bulletin) == isPrint }.count
        }
        var lines = [false, true].map { isPrint in
            let new = count(files.added, isPrint), changed = count(files.changed, isPrint), gone = count(files.removed, isPrint)
            let what = isPrint ? "imprimés" : "pages"
            let end = isPrint ? ("nouveau", "nouveaux", "changé", "changés", "retiré", "retirés") : ("nouvelle", "nouvelles", "changée", "changées", "retirée", "retirées")
            return "- \(what.prefix(1).uppercased() + what.dropFirst()) : \(FrenchText.count(new, end.0, end.1)), "
                + "\(FrenchText.count(changed, end.2, end.3)), \(FrenchText.count(gone, end.4, end.5))."
        }
        if files.redated > 0 {
            lines.append("- \(FrenchText.count(files.redated, "page ne change", "pages ne changent")) que par la date de ses informations.")
        }
        if files.others > 0 { lines.append("- \(FrenchText.count(files.others, "fichier change", "fichiers changent")) aussi, que lisent d’autres programmes.") }
        return "## En bref\n\n" + lines.joined(separator: "\n")
    }

    /// Texts by their titles; what there is one of a commune, by the number of communes.
    private func list(_ title: String, _ changes: [FileChanges.Change]) -> String {
        guard !changes.isEmpty else { return "" }
        var lines: [String] = []
        for kind in FileChanges.Kind.allCases {
            let own = changes.filter { $0.kind == kind }
            guard !own.isEmpty else { continue }
            if kind == .text || own.count <= 10 {
                lines += own.map { "- \(name(of: $0))" }
            } else {
                let first = own.prefix(3).map { name(of: $0) }.joined(separator: ", ")
                lines.append("- \(Self.words(kind, own.count)) : \(first), et \(FrenchText.count(own.count - 3, "autre", "autres"))")
            }
        }
        return "## \(title)\n\n" + lines.joined(separator: "\n")
    }

    private static func words(_ kind: FileChanges.Kind, _ count: Int) -> String {
        switch kind {
        case .text: FrenchText.count(count, "page", "pages")
        case .commune: FrenchText.count(count, "page de commune", "pages de communes")
        case .twin: FrenchText.count(count, "bulletin en ligne", "bulletins en ligne")
        case .sheet: FrenchText.count(count, "affiche ou fiche", "affiches et fiches")
        case .bulletin: FrenchText.count(count, "bulletin", "bulletins")
        }
    }

    /// `[Annecy](https://…)`: what a person may open.
    private func name(of change: FileChanges.Change) -> String {
        let parts = change.path.split(separator: "/")
        let page = parts.last == "index.html" ? parts.dropLast() : parts[...]
        let owner = (0..<page.count).reversed().lazy.compactMap { count -> String? in
            outline.titles[page.prefix(count + 1).joined(separator: "/") + "/index.html"]
        }.first
        let address = manifest.baseURL + page.joined(separator: "/") + (parts.last == "index.html" && !page.isEmpty ? "/" : "")
        let isOwn = outline.titles[change.path] != nil
        let last = page.last.map(String.init) ?? "accueil"
        let title = isOwn ? owner ?? last : owner.map { "\($0) (\(last))" } ?? page.joined(separator: "/")
        return "[\(Self.plain(title.isEmpty ? "Accueil" : title))](\(address))"
    }

    private var facts: String {
        guard let former else { return "" }
        let before = Dictionary(former.facts.map { ($0.id, $0.value) }, uniquingKeysWith: { first, _ in first })
        let now = Set(manifest.facts.map(\.id))
        var lines = manifest.facts.compactMap { fact -> String? in
            guard before[fact.id] != fact.value else { return nil }
            let texts = (outline.texts[fact.id] ?? []).map { "`\($0)`" }.joined(separator: ", ")
            return "| `\(fact.id)` | \(Self.plain(before[fact.id] ?? "—")) | **\(Self.plain(fact.value))** | \(texts) |"
        }
        lines += former.facts.filter { !now.contains($0.id) }.map { "| `\($0.id)` | \(Self.plain($0.value)) | retiré | |" }
        guard !lines.isEmpty else { return "" }
        return "## Faits changés\n\n| fait | avant | maintenant | textes qui le citent |\n|---|---|---|---|\n" + lines.joined(separator: "\n")
    }

    private var feeds: String {
        guard let former else { return "" }
        let before = Dictionary(former.feeds.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let now = Set(manifest.feeds.map(\.id))
        var lines = manifest.feeds.compactMap { feed -> String? in
            guard let old = before[feed.id] else { return "- « \(feed.id) » : nouveau, \(feed.vintage)." }
            guard old.sha256 != feed.sha256 else { return nil }
            let rows = feed.rows == old.rows ? "" : "\(FrenchText.number(feed.rows)) lignes retenues (avant : \(FrenchText.number(old.rows)))"
            let vintage = feed.vintage == old.vintage ? "" : "millésime \(feed.vintage) (avant : \(old.vintage))"
            let words = [rows, vintage].filter { !$0.isEmpty }
            return "- « \(feed.id) » : \(words.isEmpty ? "le contenu du fichier change" : words.joined(separator: ", "))."
        }
        lines += former.feeds.filter { !now.contains($0.id) }.map { "- « \($0.id) » : n’y est plus." }
        let records = RecordChange.between(former.records, manifest.records)
        lines += records.prefix(50).map { "- \(Self.plain(FeedChanges.line($0)))" }
        if records.count > 50 { lines.append("- et \(FrenchText.count(records.count - 50, "autre changement", "autres changements")) : `crieur feeds --previous`") }
        return lines.isEmpty ? "" : "## Données officielles\n\n" + lines.joined(separator: "\n")
    }

    private var messages: String {
        let shown = diagnostics.filter { $0.severity != .note }
        guard !shown.isEmpty else { return "" }
        return "## Avertissements\n\n" + shown.map { diagnostic in
            "- \(diagnostic.location.map { "`\($0.file)` : " } ?? "")\(Self.plain(diagnostic.message))"
        }.joined(separator: "\n")
    }

    private var checklist: String {
        var lines: [String] = []
        let prints = (files.added + files.changed).filter { $0.kind == .sheet || $0.kind == .bulletin }
        if former == nil || !(files.added + files.changed).isEmpty {
            lines.append("J’ai ouvert une page de chaque sorte qui change, sur un téléphone aussi.")
        }
        if !prints.isEmpty { lines.append("J’ai ouvert un PDF de chaque sorte qui change, et l’ai imprimé en gris.") }
        if !facts.isEmpty { lines.append("J’ai vérifié chaque fait changé à sa source, et prévenu les mairies dont les affiches portent l’ancien.") }
        if !feeds.isEmpty { lines.append("Les changements des données officielles sont ceux que j’attendais.") }
        if !messages.isEmpty { lines.append("J’ai lu chaque avertissement, et accepte ce qu’il dit.") }
        for alert in outline.ending { lines.append("L’alerte « \(alert.title) » finit bien le \(FrenchText.moment(alert.moment)).") }
        if outline.notice != nil { lines.append("Je sais que ces pages sont une démonstration ou un brouillon, et ne les diffuse pas.") }
        lines.append("Personne n’est nommé ni reconnaissable sans son accord.")
        return "## Avant d’approuver\n\n" + lines.map { "- [ ] \($0)" }.joined(separator: "\n")
    }

    /// Signs that Markdown would take for its own are escaped.
    private static func plain(_ text: String) -> String {
        text.reduce(into: "") { plain, sign in
            if "\\|[]<>`*_".contains(sign) { plain.append("\\") }
            plain.append(sign == "\n" ? " " : sign)
        }
    }
}
