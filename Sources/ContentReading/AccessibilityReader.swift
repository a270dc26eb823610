import Diagnostics
import French
import SiteModel
import YAML

/// `content/accessibility.yml` → what an audit found; a state that its rate does not support is refused.
public enum AccessibilityReader {
    public static func read(_ bytes: [UInt8], file: String) -> (audit: AccessibilityAudit?, diagnostics: [Diagnostic]) {
        if let fault = TextFile.fault(in: bytes, file: file) { return (nil, [fault]) }
        var fields = YAMLFields(reading: bytes[...], file: file)
        let state: AccessibilityAudit.State? = fields.choice("state", required: true)
        let rate = fields.value("rate", expected: "un taux de 0 à 100, comme « 72,5 »", required: true, Self.rate)
        let date = fields.date("date", required: true)
        let auditor = Typography.apply(fields.requiredString("auditor"))
        let pages = fields.mappings("pages", required: true) { fields in
            AccessibilityAudit.TestedPage(
                title: Typography.apply(fields.requiredString("title")),
                route: fields.value(
                    "route", expected: "l’adresse d’une page du site, comme « /communes/ »", required: true, Self.route)
                    ?? .home)
        }
        let tools = fields.texts("tools")
        let environments = fields.texts("environments")
        // What falls short is named, where anything does.
        let nonconformities = fields.texts("nonconformities", required: rate.map { $0 < 10_000 } ?? false)
        let derogations = fields.texts("derogations")
        let exemptions = fields.texts("exemptions")
        if let state, let rate { fields.check(state, rate: rate, nonconformities: nonconformities) }
        let place = fields.valueLocation(of: "date")
        let diagnostics = fields.finish()
        guard let state, let rate, let date else { return (nil, diagnostics) }
        var audit = AccessibilityAudit(state: state, rate: rate, date: date, auditor: auditor)
        audit.pages = pages
        audit.tools = tools
        audit.environments = environments
        audit.nonconformities = nonconformities
        audit.derogations = derogations
        audit.exemptions = exemptions
        audit.datePlace = place.flatMap { place in place.offset.map { $0..<($0 + place.length) } }
        return (audit, diagnostics)
    }

    /// `72,5`, `72.5` or `72,5 %` → 7 250; at most two decimals.
    static func rate(_ text: String) -> Int? {
        let number = text.hasSuffix("%") ? text.dropLast() : text[...]
        let parts = number.trimmingSpaces().replacing(",", with: ".").split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), let whole = Int(parts[0]), (0...100).contains(whole) else { return nil }
        var hundredths = whole * 100
        if parts.count == 2 {
            guard (1...2).contains(parts[1].utf8.count), let decimals = Int(parts[1]), decimals >= 0 else { return nil }
            hundredths += parts[1].utf8.count == 1 ? decimals * 10 : decimals
        }
        return hundredths <= 10_000 ? hundredths : nil
    }

    private static func route(_ text: String) -> Route? {
        text.hasPrefix("/") && text.hasSuffix("/") && !text.contains(" ") ? Route(text) : nil
    }
}

extension Substring {
    fileprivate func trimmingSpaces() -> String {
        String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
    }
}

extension YAMLFields {
    fileprivate mutating func texts(_ key: String, required: Bool = false) -> [String] {
        strings(key, required: required).map(Typography.apply)
    }

    /// The words that the decree gives to a rate, and to no other.
    fileprivate mutating func check(_ state: AccessibilityAudit.State, rate: Int, nonconformities: [String]) {
        let told = FrenchText.name(of: state)
        let due = AccessibilityAudit.State(rate: rate)
        if state != due {
            diagnostics.append(
                .error(
                    .accessibilityState, at: valueLocation(of: "state") ?? location,
                    "« \(told) » ne va pas avec un taux de \(FrenchText.percent(hundredths: rate))",
                    advice: "à ce taux, le site est « \(FrenchText.name(of: due)) » : écrivez « state: \(due.rawValue) »"))
        } else if state == .full, !nonconformities.isEmpty {
            diagnostics.append(
                .error(
                    .accessibilityState, at: valueLocation(of: "nonconformities") ?? location,
                    "un site « \(told) » n’a pas de non-conformité",
                    advice: "retirez « nonconformities », ou corrigez « state » et « rate »"))
        }
    }
}
