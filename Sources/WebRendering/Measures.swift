import French
import SiteModel
import Templates

/// The operation's measures as pages show them: on its own page, and with its contacts on each commune's.
extension WebRenderer {
    /// For `partials/measures`, on a commune's page.
    func measureNames(of commune: Commune) -> Object {
        measureNames { measure in
            var lines = measure.recipients.flatMap { self.lines(of: $0, for: commune) }
            // A function that nobody holds here: the service of the commune answers, else the publisher.
            if lines.isEmpty, !measure.recipients.isEmpty {
                lines = self.lines(of: .unit, for: commune)
                if lines.isEmpty { lines = [publisherLine] }
            }
            return lines
        }
    }

    /// For `partials/measures`, where no commune is known: functions, without numbers.
    private func measureNames() -> Object {
        measureNames { measure in
            measure.recipients.map { recipient in
                switch recipient {
                case .publisher: publisherLine
                case .unit: Self.line("La brigade ou le commissariat de la commune")
                case .contact(let function):
                    Self.line(FrenchText.label(Contact(function: function, level: .departement)))
                }
            }
        }
    }

    private func measureNames(_ lines: (Measure) -> [Value]) -> Object {
        let measures = site.measures.map { measure -> Value in
            let lines = lines(measure)
            return [
                "id": .text(measure.id), "title": .text(measure.title), "what": .text(measure.what),
                "action": .text(measure.action), "advice": .text(measure.advice),
                "hasContacts": .bool(!lines.isEmpty), "contacts": .list(lines),
                "more": measure.page.flatMap { morePages[$0] } ?? .absent,
            ]
        }
        return [
            "hasMeasures": .bool(!measures.isEmpty), "measures": .list(measures),
            "operation": .text(operationPage.map { parts.addresses.href($0) }),
        ]
    }

    private func lines(of recipient: Measure.Recipient, for commune: Commune) -> [Value] {
        switch recipient {
        case .publisher: [publisherLine]
        case .unit:
            commune.unitIDs.compactMap { site.units[$0] }.map {
                Self.line(Typography.apply($0.name), telephone: $0.telephone)
            }
        case .contact(let function):
            commune.contacts.filter { $0.function == function }.map {
                Self.line(
                    FrenchText.label($0, among: commune.contacts), telephone: $0.telephone, email: $0.email)
            }
        }
    }

    private var publisherLine: Value {
        let publisher = site.settings.publisher
        return Self.line(publisher.name, telephone: publisher.telephone, email: publisher.email)
    }

    /// A number where there is one, else a mailbox: on a small screen both would hide which measure is which.
    private static func line(_ label: String, telephone: String? = nil, email: String? = nil) -> Value {
        let number = Wording.telephone(telephone)
        return ["label": .text(label), "telephone": number, "email": number == .absent ? Wording.email(email) : .absent]
    }

    /// The page of the operation.
    func operation(_ index: Int) -> PageContent {
        var content = freePage(index)
        content.head.section = .none
        content.names.merge(measureNames())
        content.names.merge(["communeCount": .text(FrenchText.count(site.communes.count, "commune", "communes"))])
        return content
    }
}
