import SiteModel
import Templates

extension WebRenderer {
    func guides() -> PageContent {
        let themes = parts.themes.all.map { parts.themeSummary($0, limit: 12) }
        return PageContent(
            head: PageHead(
                title: "Guides",
                description: "Guides pratiques pour les élus, les secrétariats de mairie et les habitants.",
                section: .guides, parents: trails.home),
            names: ["hasThemes": .bool(!themes.isEmpty), "themes": .list(themes)])
    }

    func theme(_ index: Int) -> PageContent {
        let theme = parts.themes.all[index]
        return PageContent(
            head: PageHead(
                title: theme.title, description: theme.summary, section: .guides, parents: trails.guides,
                isSensitive: theme.isSensitive),
            names: [
                "title": .text(theme.title), "summary": .text(theme.summary),
                "hasGuides": .bool(!theme.guides.isEmpty),
                "guides": .list(theme.guides.map { parts.guides[$0] }),
            ])
    }

    func guide(_ index: Int) -> PageContent {
        let guide = site.guides[index]
        let front = guide.frontMatter
        let theme = parts.themes.all[parts.themes.themeOfGuide[index]]
        let themeHref = parts.addresses.href(.theme(theme.id))
        let contents = TableOfContents.entries(guide.document)
        let siblings = parts.siblings[parts.themes.themeOfGuide[index]].map { sibling in
            sibling.guide == index ? SiteParts.sibling(guide, parts.addresses, isCurrent: true) : sibling.entry
        }
        let printables = printables(of: guide)
        return PageContent(
            head: PageHead(
                title: front.title, description: front.summary, section: .guides,
                parents: trails.theme(theme.title, themeHref),
                facts: site.facts(citedBy: guide), reviewer: front.reviewedBy, asksForReading: true, isDraft: front.draft,
                isSensitive: guide.leavesFewTraces),
            names: ([
                "title": .text(front.title), "summary": .text(front.summary),
                "audience": .text(Wording.audience(front.audience)),
                "hasContents": .bool(contents.count >= 3), "contents": .list(contents),
                "body": .html(bodies.html(of: guide)), "siblings": .list(siblings),
                "theme": [
                    "title": .text(theme.title), "href": .text(themeHref),
                    "all": .text("Tous les guides de ce thème"),
                ],
            ] as Object).merging(printables).merging(textsToPaste(of: guide)))
    }

    func freePage(_ index: Int) -> PageContent {
        let page = site.pages[index]
        let front = page.frontMatter
        return PageContent(
            head: PageHead(
                title: front.title, description: front.summary, parents: trails.home,
                facts: site.facts(citedBy: page), reviewer: front.reviewedBy,
                isSensitive: page.leavesFewTraces),
            names: [
                "title": .text(front.title), "summary": .text(front.summary),
                "body": .html(bodies.html(of: page)),
            ])
    }
}
