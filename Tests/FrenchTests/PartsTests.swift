import French
import SiteModel
import Testing

@Suite struct PartsTests {
    private func part(_ kind: CommunePart.Kind, _ name: String) throws -> CommunePart {
        CommunePart(kind: kind, code: try #require(INSEECode("74011")), name: name)
    }

    @Test func formerCommunesAreListedByKind() throws {
        let parts = [try part(.delegated, "Seynod"), try part(.associated, "L'Autre"), try part(.delegated, "Pringy")]
        #expect(
            FrenchText.partsLines(parts).map { "\($0.label) : \($0.names)" } == [
                "communes déléguées : Seynod et Pringy", "commune associée : L’Autre",
            ])
        #expect(FrenchText.partsLines([]).isEmpty)
    }
}
