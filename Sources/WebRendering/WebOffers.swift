import Templates

/// What a site publishes beside its pages: that which its templates offer to readers, and nothing else.
public struct WebOffers: Sendable, Hashable {
    /// A feed of alerts for each commune: where a partial invites to subscribe.
    public let hasCommuneFeeds: Bool
    /// Each commune's contacts, for other sites to show: where there is a template for them.
    public let hasEncarts: Bool
    /// Each alert, for other sites to show.
    let hasAlertEncarts: Bool
    /// Each alert's texts as files: where a partial offers them.
    public let hasReuse: Bool
    /// Each commune's town hall and units, for a telephone's contacts: where a partial offers them.
    public let hasContactCards: Bool

    /// Data for other programs, below `/api/v1/`: where there is a template for the page that documents them.
    public let hasAPI: Bool

    /// Alerts that hold no longer: where there are templates for them.
    let hasAlertArchive: Bool
    /// What pages say, for search engines: where there is a partial that holds it.
    let hasStructuredData: Bool
    /// A page for devices that have no network, without which they keep nothing: where there is a template for it.
    public let hasOfflinePage: Bool

    init(_ templates: TemplateLibrary) {
        hasCommuneFeeds = templates.has("partials/subscribe")
        hasEncarts = templates.has("encart")
        hasAlertEncarts = templates.has("alert-encart")
        hasReuse = templates.has("partials/reuse")
        hasContactCards = templates.has("partials/contact-cards")
        hasAlertArchive = templates.has("alert-archive") && templates.has("archived-alert")
        hasAPI = templates.has("api")
        hasStructuredData = templates.has("partials/structured-data")
        hasOfflinePage = templates.has("offline")
    }
}
