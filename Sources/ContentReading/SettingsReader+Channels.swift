import SiteModel
import YAML

extension SettingsReader {
    /// What the tools of town halls take, in `policies`.
    static func channels(_ fields: inout YAMLFields) -> SiteSettings.ChannelLimits {
        var limits = SiteSettings.ChannelLimits()
        func read(_ key: String, _ admitted: ClosedRange<Int>, of what: String) -> Int? {
            fields.value(key, expected: "un nombre de \(what), de \(admitted.lowerBound) à \(admitted.upperBound)") {
                Int($0).flatMap { admitted.contains($0) ? $0 : nil }
            }
        }
        if let signs = read("app_title", 20...500, of: "signes") { limits.appTitle = signs }
        if let signs = read("app_body", 200...10000, of: "signes") { limits.appBody = signs }
        if let lines = read("panel_lines", 2...20, of: "lignes") { limits.panelLines = lines }
        if let columns = read("panel_columns", 10...60, of: "signes par ligne") { limits.panelColumns = columns }
        if let screens = read("panel_screens", 1...10, of: "écrans") { limits.panelScreens = screens }
        return limits
    }
}
