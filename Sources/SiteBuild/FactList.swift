import BulletinRendering
import ContentChecks
public import Diagnostics
import FoundationEssentials
public import SiteModel

/// The registry with what carries each fact: when a number changes, which texts and which sheets on which boards are wrong.
public struct FactList: Sendable {
    public struct Text: Sendable {
        public let file: Page.ID
        /// A draft otherwise, or a text of another day.
        public let isPublished: Bool
    }

    /// A printed document; the bulletins of an edition, or its posters, are one.
    public struct Print: Sendable {
        /// `/guides/elus/menaces/fiche-a4.pdf`; `bulletin 2026-11`.
        public let name: String
        public let routes: [Route]
    }

    public enum State: Sendable {
        case sound, overdue, toCheck, unused
        /// Another day's.
        case notYet, over
    }

    public struct Row: Sendable {
        public let fact: Fact
        public let state: State
        public let texts: [Text]
        public let prints: [Print]
    }

    public let today: CalendarDate
    /// Those that nobody has confirmed first, then by the day of their next review.
    public let rows: [Row]

    /// `nil`, with diagnostics, where the site cannot be read.
    public static func read(_ options: BuildOptions) async throws -> (list: FactList?, diagnostics: [Diagnostic]) {
        let inputs = try await SiteInputs.read(options)
        guard let site = inputs.site else { return (nil, inputs.diagnostics) }
        let orders = try await PrintOrders(site: site, documents: nil, workers: options.workers)
            .orders(for: site.communes, isWhole: true)
        return (FactList(site, orders), inputs.diagnostics)
    }

    init(_ site: Site, _ orders: [PrintOrder]) {
        let citations = FactCitations(site)
        let prints = Self.prints(orders)
        today = site.today
        rows = site.registry.entries.values.joined().map { fact in
            let isOfToday = site.facts[fact.id] == fact
            let texts = isOfToday ? citations.citations(of: fact.id) : []
            return Row(
                fact: fact, state: Self.state(of: fact, on: site.today, isUsed: citations.used.contains(fact.id)),
                texts: texts.map { Text(file: $0.file, isPublished: $0.isPublished) }, prints: isOfToday ? prints[fact.id] ?? [] : [])
        }.sorted { left, right in
            let days = (left.fact.nextReview?.dayNumber ?? 0, right.fact.nextReview?.dayNumber ?? 0)
            if days.0 != days.1 { return days.0 < days.1 }
            if left.fact.id != right.fact.id { return left.fact.id.utf8.lexicographicallyPrecedes(right.fact.id.utf8) }
            return (left.fact.from?.dayNumber ?? 0) < (right.fact.from?.dayNumber ?? 0)
        }
    }

    private static func state(of fact: Fact, on day: CalendarDate, isUsed: Bool) -> State {
        if let from = fact.from, day < from { return .notYet }
        if let until = fact.until, until < day { return .over }
        if !isUsed { return .unused }
        if fact.status == .toCheck { return .toCheck }
        return fact.isOverdue(on: day) ? .overdue : .sound
    }

    /// What the job of a sheet says of its facts: its sources, or the numbers of a card.
    private struct Cited: Decodable {
        struct Entry: Decodable {
            let id: String
        }

        let facts: [Entry]?
        let numbers: [Entry]?
        let emergency: [Entry]?
    }

    private static func prints(_ orders: [PrintOrder]) -> [Fact.ID: [Print]] {
        var found: [Fact.ID: [String: [Route]]] = [:]
        for order in orders {
            guard let cited = try? JSONDecoder().decode(Cited.self, from: Data(order.job.data)) else { continue }
            let entries = (cited.facts ?? []) + (cited.numbers ?? []) + (cited.emergency ?? [])
            let name = name(of: order)
            for id in Set(entries.map(\.id)) { found[id, default: [:]][name, default: []].append(order.route) }
        }
        return found.mapValues { prints in
            prints.map { Print(name: $0.key, routes: $0.value) }.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
        }
    }

    /// Sheets of one commune go by what all communes have: `bulletin-2026-11.pdf`.
    private static func name(of order: PrintOrder) -> String {
        guard order.route.path.hasPrefix("/communes/") else { return order.route.path }
        return order.route.path.split(separator: "/").last.map(String.init) ?? order.route.path
    }
}
