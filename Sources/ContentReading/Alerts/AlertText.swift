import CAP
import French
import SiteModel

/// The words of a CAP message → the title, the summary and the document of an alert's page.
struct AlertText {
    let title: String
    /// The first sentences of the description, as lists and bulletins show them.
    let summary: String
    let document: Document

    /// A summary longer than this is cut after a sentence.
    private static let longestSummary = 280

    /// Times are those of the site's clocks.
    init(_ info: CAPInfo, sent: LocalMoment, onset: LocalMoment?, expires: LocalMoment) {
        let description = Self.mended(info.description)
        title = Typography.apply(Self.mended(info.headline.isEmpty ? info.event : info.headline))
        summary = Typography.apply(Self.summary(description))
        var text = PlainDocument()
        text.paragraphs(description)
        text.paragraphs(
            "Valable du \(FrenchText.moment(onset ?? sent)) au \(FrenchText.moment(expires)). Message émis le \(FrenchText.moment(sent)).")
        let instruction = Self.mended(info.instruction)
        if !instruction.isEmpty {
            text.heading("Que faire")
            text.paragraphs(instruction)
        }
        let isWeb = info.web.hasPrefix("https://") || info.web.hasPrefix("http://")
        if isWeb || !info.contact.isEmpty { text.heading("En savoir plus") }
        if !info.contact.isEmpty { text.paragraphs("Contact : \(Self.mended(info.contact))") }
        if isWeb { text.paragraph("Site : ", link: info.web) }
        document = text.document
    }

    /// Some senders lose the typographic apostrophe: « l?évolution ». No French question mark stands between two
    /// letters; those of addresses do.
    private static func mended(_ text: String) -> String {
        let words = text.split(separator: " ", omittingEmptySubsequences: false).map { word in
            guard word.contains("?"), !word.contains("/") else { return String(word) }
            let letters = Array(word)
            return String(
                letters.indices.map { index in
                    let isBetween =
                        index > 0 && index + 1 < letters.count && letters[index - 1].isLetter && letters[index + 1].isLetter
                    return letters[index] == "?" && isBetween ? "’" : letters[index]
                })
        }
        return words.joined(separator: " ")
    }

    private static func summary(_ text: String) -> String {
        let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard words.count > longestSummary else { return words }
        let start = words.prefix(longestSummary)
        if let stop = start.lastIndex(of: ".") { return String(start[...stop]) }
        let end = start.lastIndex(of: " ") ?? start.endIndex
        return "\(start[..<end])…"
    }
}
