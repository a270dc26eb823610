public import Diagnostics
import Files
public import SiteModel
import Templates

/// Begins a département: its settings, facts, an example of a table of communes, a guide a theme, an edition, templates.
public struct NewSite: Sendable {
    let folder: String
    let templates: String
    let today: CalendarDate

    /// - Parameter folder: where it goes: empty, or not there yet.
    public init(folder: String, templates: String, today: CalendarDate) {
        self.folder = folder.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder
        self.templates = templates
        self.today = today
    }

    /// - Parameter departement: its code; `nil` to leave it to be written.
    /// - Throws: a refusal for a folder that holds something, or a code that is none.
    public func files(departement: String?) throws -> (files: [NewFile], diagnostics: [Diagnostic]) {
        try checkFolder()
        let (models, faults) = try Models.read(below: templates)
        guard let models else { return ([], faults) }
        let values = try values(departement)
        var files: [NewFile] = []
        var diagnostics = faults
        for path in models.siteFiles {
            let (bytes, found) = models.render("site/\(path)", values)
            diagnostics += found
            if let bytes { files.append(NewFile(place(of: path), bytes)) }
        }
        let (edition, found) = models.render(
            "bulletin.md", NewText.bulletinValues(today, today: today, number: 1, director: "à compléter"))
        diagnostics += found
        if let edition {
            files.append(NewFile(joined("content/bulletins/\(today.description.prefix(7)).md"), edition))
        }
        for path in try Files.tree(below: templates) {
            files.append(NewFile(joined("site-templates/\(path)"), try Files.read("\(templates)/\(path)")))
        }
        return (diagnostics.hasErrors ? [] : files, diagnostics)
    }

    /// A folder that git has taken possession of is empty, too.
    private func checkFolder() throws {
        switch Files.kind(of: folder) {
        case .file: throw Refusal("« \(folder) » est un fichier : un site se commence dans un dossier vide")
        case .other: return
        case .folder:
            guard try Files.entries(of: folder).allSatisfy({ $0.name == ".git" }) else {
                throw Refusal("« \(folder) » n’est pas vide : un site se commence dans un dossier vide, pour ne rien remplacer")
            }
        }
    }

    private func values(_ code: String?) throws -> [Name: String] {
        let blank = "à compléter"
        var departement = DepartementNames.Entry(code: blank, name: blank, locative: blank, genitive: blank)
        if let code { departement = try DepartementNames.find(code, below: templates) }
        // Of the communes in the example, which are nobody's: numbers that INSEE does not give.
        let prefix = (code ?? "01").utf8.count == 2 ? "\(code ?? "01")9" : code ?? "01"
        return [
            "today": today.description, "code": TypedText.quotedYAML(departement.code),
            "name": TypedText.quotedYAML(departement.name), "locative": TypedText.quotedYAML(departement.locative),
            "genitive": TypedText.quotedYAML(departement.genitive), "prefix": prefix,
            "expires": (today.adding(days: 364) ?? today).description,
            "review": (today.adding(days: 365) ?? today).description, "year": "\(today.year)",
        ]
    }

    /// `public/gitignore` → `public/.gitignore`: models are listed without what is hidden.
    private func place(of path: String) -> String {
        let hidden = ["gitignore", "editorconfig", "vscode"]
        let names = path.split(separator: "/").map { hidden.contains(String($0)) ? ".\($0)" : String($0) }
        return joined(names.joined(separator: "/"))
    }

    private func joined(_ path: String) -> String { folder == "." ? path : "\(folder)/\(path)" }
}
