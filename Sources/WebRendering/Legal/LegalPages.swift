import API
import French
import SiteModel
import Templates

/// The pages that the law asks for: what the settings, the audit and the feeds say, then what the editors add.
extension WebRenderer {
    func legal(_ index: Int) -> PageContent {
        var content = freePage(index)
        guard let kind = LegalPage(site.pages[index]) else { return content }
        let names: Value =
            switch kind {
            case .notice: .object(LegalParts.notice(site))
            case .dataProtection: .object(LegalParts.dataProtection(site))
            case .accessibility: .object(accessibility())
            case .sources: .object(LegalParts.sources(site, hasSearch: hasSearch, api: offers.hasAPI ? parts.addresses.href(.api) : nil))
            case .ecoDesign: .object(ecoDesign())
            }
        // One template holds the five; each sees its own part alone.
        for other in LegalPage.allCases {
            content.names.merge([LegalParts.name(of: other): other == kind ? names : .absent])
        }
        return content
    }

    private func accessibility() -> Object {
        let routes = Set(pages.map(\.route))
        let address = parts.addresses.canonical(.home)
        var names: Object = [
            "address": .text(address), "state": .text(FrenchText.name(of: site.accessibilityState)), "audit": .absent,
            "hasExpired": false, "isPartial": .bool(site.accessibilityState == .partial),
        ]
        guard let audit = site.accessibility else { return names }
        func list(_ texts: [String]) -> Value { .list(texts.map { ["text": .text($0)] }) }
        names.merge([
            "hasExpired": .bool(!audit.isValid(on: site.today)),
            "audit": [
                "date": Wording.time(audit.date), "auditor": .text(audit.auditor),
                "rate": .text(FrenchText.percent(hundredths: audit.rate)),
                "hasShortcomings": .bool(
                    !(audit.nonconformities + audit.derogations + audit.exemptions).isEmpty),
                "hasNonconformities": .bool(!audit.nonconformities.isEmpty), "nonconformities": list(audit.nonconformities),
                "hasDerogations": .bool(!audit.derogations.isEmpty), "derogations": list(audit.derogations),
                "hasExemptions": .bool(!audit.exemptions.isEmpty), "exemptions": list(audit.exemptions),
                "hasEnvironments": .bool(!audit.environments.isEmpty), "environments": list(audit.environments),
                "hasTools": .bool(!audit.tools.isEmpty), "tools": list(audit.tools),
                // A page of then may be gone: its name stays, its link does not.
                "pages": .list(
                    audit.pages.map { page in
                        [
                            "title": .text(page.title),
                            "href": routes.contains(page.route) ? .text(parts.addresses.href(page.route)) : .absent,
                        ]
                    }),
            ],
        ])
        return names
    }
}
