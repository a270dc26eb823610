import ContentReading
import Diagnostics
import SiteModel
import Testing

/// The registry: entries, their windows, what a département states otherwise.
@Suite struct FactsReaderTests {
    private func read(_ text: String, _ file: String = "facts.yml") -> (registry: FactRegistry, diagnostics: [Diagnostic]) {
        FactsReader.read(Array(text.utf8), file: file)
    }

    private func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(iso: text)) }

    private static let amounts = """
        facts:
          - id: amende
            kind: amount
            value: 1 500 €
            label: Amende
            source: Page officielle
            checked: 2026-11-24
            until: 2028-12-31
          - id: amende
            kind: amount
            value: 3 000 €
            label: Amende
            source: Page officielle
            checked: 2026-11-24
            from: 2029-01-01
        """

    @Test func everyKeyIsRead() throws {
        let (registry, diagnostics) = read(
            """
            facts:
              - id: "3919"
                kind: telephone
                value: "3919"
                label: Violences Femmes Info
                discreet: Écoute
                reference: un décret
                status: to-check
                vital: true
                source: Page officielle
                source_url: https://exemple.fr/
                review_days: 30
                from: 2026-01-01
                until: 2026-12-31
            """)
        #expect(diagnostics == [])
        let fact = try #require(registry["3919"].first)
        #expect(fact.kind == .telephone && fact.status == .toCheck && fact.isVital)
        #expect(fact.checked == nil && fact.nextReview == nil && fact.certainSince == nil)
        #expect(fact.reviewDays == 30 && fact.discreet == "Écoute" && fact.reference == "un décret")
        #expect(fact.from == CalendarDate(iso: "2026-01-01") && fact.until == CalendarDate(iso: "2026-12-31"))
    }

    @Test(arguments: [
        "telephone", "amount", "delay", "penalty", "article", "law", "address", "opening-hours", "other",
    ])
    func everyKindHasItsWord(_ kind: String) {
        let values = ["telephone": "17", "amount": "35 €", "delay": "10 jours", "address": "exemple.fr"]
        let (registry, diagnostics) = read(
            "facts:\n  - {id: x, kind: \(kind), value: \"\(values[kind] ?? "mots")\", label: X, source: X, checked: 2026-11-24}\n")
        #expect(diagnostics == [] && registry["x"].first?.kind.rawValue == kind)
    }

    @Test(arguments: [
        ("2026-11-24", "1 500 €"), ("2028-12-31", "1 500 €"), ("2029-01-01", "3 000 €"), ("2040-01-01", "3 000 €"),
    ])
    func theDayChoosesTheWindow(_ date: String, _ value: String) throws {
        let (registry, diagnostics) = read(Self.amounts)
        #expect(diagnostics == [])
        #expect(registry.facts(on: try day(date))["amende"]?.value == value)
    }

    /// What comes is nearer than what is over; it does not hold all the same.
    @Test func outsideAllWindowsTheNextOneIsGiven() throws {
        let (registry, _) = read(Self.amounts.replacing("checked: 2026-11-24\n    until", with: "checked: 2026-11-24\n    from: 2026-06-01\n    until"))
        let early = try day("2026-01-01")
        let fact = try #require(registry.facts(on: early)["amende"])
        #expect(fact.value == "1 500 €" && !fact.holds(on: early))
    }

    @Test func aDepartementReplacesAllWindowsOfAnIdentifierAndAddsItsOwn() throws {
        var (registry, _) = read(Self.amounts)
        let (local, diagnostics) = read(
            """
            facts:
              - {id: amende, kind: amount, value: 750 €, label: Arrêté préfectoral, source: X, checked: 2026-11-24}
              - {id: brulage, kind: other, value: interdit, label: Arrêté préfectoral, source: X, checked: 2026-11-24}
            """, "facts.local.yml")
        #expect(diagnostics == [])
        registry.override(with: local)
        #expect(registry["amende"].map(\.value) == ["750 €"])
        #expect(registry["amende"].first?.file == "facts.local.yml")
        #expect(registry["brulage"].count == 1)
    }

    @Test func aCheckLastsAsLongAsTheRegistrySays() throws {
        let (registry, _) = read(
            "facts:\n  - {id: x, kind: other, value: X, label: X, source: X, checked: 2026-11-24, review_days: 10}\n")
        let fact = try #require(registry["x"].first)
        #expect(fact.nextReview == CalendarDate(iso: "2026-12-04"))
        #expect(!fact.isOverdue(on: try day("2026-12-04")))
        #expect(fact.isOverdue(on: try day("2026-12-05")))
    }

    @Test func whatIsCertainHasADay() {
        let (_, diagnostics) = read("facts:\n  - {id: x, kind: other, value: X, label: X, source: X}\n")
        #expect(diagnostics.map(\.id) == [.keyMissing])
    }
}
