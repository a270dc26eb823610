import French
import SMS
public import SiteModel

/// An alert → the text of each channel of a town hall. Nothing is sent: people copy them.
///
/// Where an editor wrote a text for it (`short_texts`), that is the text, and its end of validity is added where it does not
/// tell it. Else it is made of whole sentences of the alert. What must always stand: what a demonstration says of itself, the
/// title, the end of validity, the numbers for an emergency that the alert gives, and its address.
public struct Channels: Sendable {
    private let site: Site
    private let limits: SiteSettings.ChannelLimits
    private let names: [INSEECode: String]
    /// By the file of the alert.
    private let messages: [Page.ID: SMSMessages.Message]
    private let mark: String?

    /// - Parameter isMarked: whether texts of a demonstration say what they are, as all that leave the program do.
    public init(_ site: Site, isMarked: Bool = true) {
        self.site = site
        mark = isMarked ? site.notice : nil
        limits = site.settings.policies.channels
        names = site.communeNames
        messages = Dictionary(SMSMessages(site, isMarked: isMarked).alerts.map { ($0.file, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// In the order of `ChannelText.Channel`; none for an alert that is to leave few traces.
    public func texts(of alert: Alert) -> [ChannelText] {
        guard !alert.page.leavesFewTraces else { return [] }
        let words = AlertWords(alert, in: site, names, mark: mark)
        var texts = [
            AppText.text(of: words, limits), PanelText.text(of: words, limits), BulletinText.text(of: words, .bulletin300),
            BulletinText.text(of: words, .bulletin600), MailText.text(of: words),
        ]
        if let message = messages[alert.page.file]?.text {
            var text = ChannelText(channel: .sms, parts: [.init(label: nil, text: message.text)])
            text.remark = message.measure
            texts.append(text)
        }
        return texts
    }
}

extension Route {
    /// One channel's text, as a file beside the alert's page.
    public static func text(_ channel: ChannelText.Channel, of alert: Alert) -> Route {
        Route("\((Route.page(alert.page) ?? .alerts).path)\(channel.fileName)")
    }
}
