import SiteModel

extension FrenchText {
    /// `partiellement conforme`
    public static func name(of state: AccessibilityAudit.State) -> String {
        switch state {
        case .none: "non conforme"
        case .partial: "partiellement conforme"
        case .full: "totalement conforme"
        }
    }

    /// `72,5 %` of 7 250: at most two decimals, none that says nothing.
    public static func percent(hundredths: Int) -> String {
        var text = number(hundredths / 100)
        let rest = hundredths % 100
        if rest != 0 { text += rest % 10 == 0 ? ",\(rest / 10)" : ",\(rest / 10)\(rest % 10)" }
        return "\(text)\u{A0}%"
    }
}
