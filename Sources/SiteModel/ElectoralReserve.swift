/// A time before an election during which a public body praises neither what it did nor those who lead it.
///
/// Source: code électoral, article L. 52-1, second paragraph.
public struct ReservePeriod: Sendable, Hashable {
    /// Which election, as messages say it: `Élections municipales`.
    public let label: String
    public let from: CalendarDate
    /// Its last day.
    public let until: CalendarDate
    /// Where it stands: bytes of `site.yml`.
    public let place: Range<Int>?

    public init(label: String, from: CalendarDate, until: CalendarDate, place: Range<Int>? = nil) {
        self.label = label
        self.from = from
        self.until = until
        self.place = place
    }

    public func contains(_ day: CalendarDate) -> Bool { from <= day && day <= until }
}

/// A text that is kept back while a reserve lasts.
public struct ReservedText: Sendable {
    public enum Kind: Sendable, Hashable {
        /// A page or a guide that says `praise: true`.
        case page
        /// What stands between `:::praise` and `:::`.
        case part
        case editorial
        /// What a commune or its brigade adds.
        case note
        /// A whole number that has gone to print: what was kept of it holds its editorial.
        case frozenEdition
    }

    public let kind: Kind
    /// As it was written.
    public let page: Page

    public init(_ kind: Kind, _ page: Page) {
        self.kind = kind
        self.page = page
    }
}

extension SiteSettings {
    /// The reserve that a day is part of.
    public func reserve(on day: CalendarDate) -> ReservePeriod? { reserves.first { $0.contains(day) } }
}

extension Document {
    /// Name of the block that a reserve hides.
    public static let praise = "praise"

    public var hasPraise: Bool { directives.contains { $0.name == Self.praise } }

    /// Without its blocks of praise, and without the headings that announced nothing else.
    public var withoutPraise: Document {
        guard hasPraise else { return self }
        var dropped: Set<Int> = []
        _ = findPraise(below: 0, &dropped)
        return DocumentCopy.make(of: self, without: dropped, unwrapping: [])
    }

    /// Their texts as the rest.
    public var withPraisePlain: Document {
        guard hasPraise else { return self }
        return DocumentCopy.make(of: self, without: [], unwrapping: Set(nodes.indices.filter(isPraise)))
    }

    private func isPraise(_ index: Int) -> Bool {
        nodes[index].kind == .block && directives[Int(nodes[index].start)].name == Self.praise
    }

    /// `false` where nothing is left below the node.
    private func findPraise(below index: Int, _ dropped: inout Set<Int>) -> Bool {
        var heading: (index: Int, isFollowed: Bool, lost: Bool)?
        var isLeft = false
        func close(_ dropped: inout Set<Int>) {
            if let heading, heading.lost, !heading.isFollowed { dropped.insert(heading.index) } else if heading != nil { isLeft = true }
        }
        for child in children(of: index) {
            let kind = nodes[child].kind
            if kind == .heading {
                close(&dropped)
                heading = (child, false, false)
            } else if isPraise(child) || kind == .block && !findPraise(below: child, &dropped) {
                dropped.insert(child)
                heading?.lost = true
            } else {
                heading?.isFollowed = true
                if kind != .footnoteDefinition { isLeft = true }
            }
        }
        close(&dropped)
        return isLeft
    }
}
