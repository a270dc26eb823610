import French
import SiteModel

/// A cited fact → HTML: a number that a finger can call, an address that opens, its mark while it is not certain.
enum FactHTML {
    static func html(of fact: Fact, as form: FactForm?) -> [UInt8] {
        var output: [UInt8] = []
        let value = FrenchText.value(of: fact)
        let address = form == .short || form == .label ? nil : self.address(of: fact)
        if form == .label {
            output.appendEscaped(Typography.apply(fact.label).utf8)
        } else if let address {
            output.append(form == .call ? "<a class=\"fact call\" href=\"" : "<a class=\"fact\" href=\"")
            output.appendAddress(address)
            output.append("\">")
            if form == .call { output.appendEscaped("Appeler le\u{A0}".utf8) }
            output.appendEscaped(value.utf8)
            output.append("</a>")
        } else {
            output.append("<span class=\"fact\">")
            output.appendEscaped(value.utf8)
            output.append("</span>")
        }
        if let beside = beside(fact, form) {
            output.append(" (")
            output.appendEscaped(Typography.apply(beside).utf8)
            output.append(")")
        }
        if fact.status == .toCheck {
            output.append(" <span class=\"to-check\">")
            output.appendEscaped(FrenchText.toCheck.utf8)
            output.append("</span>")
        }
        return output
    }

    private static func beside(_ fact: Fact, _ form: FactForm?) -> String? {
        switch form {
        case .long: fact.label
        case .reference: fact.reference
        case nil, .short, .call, .label: nil
        }
    }

    private static func address(of fact: Fact) -> String? {
        switch fact.kind {
        case .telephone: FrenchText.telephoneURI(fact.value)
        case .address where !fact.value.contains(" "):
            fact.value.hasPrefix("https://") ? fact.value : "https://\(fact.value)"
        default: nil
        }
    }
}
