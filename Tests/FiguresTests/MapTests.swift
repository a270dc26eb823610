import Figures
import SiteModel
import Testing

@Suite struct MapTests {
    /// Two by two squares.
    private func grid() throws -> [INSEECode: Contour] {
        [
            try #require(Squares.code(1)): Squares.contour(0, 0), try #require(Squares.code(2)): Squares.contour(1, 0),
            try #require(Squares.code(3)): Squares.contour(0, 1), try #require(Squares.code(4)): Squares.contour(1, 1),
        ]
    }

    @Test func neighboursShareTheirBorderToTheUnit() throws {
        let map = try #require(DepartementMap(drawing: try grid()))
        #expect(map.height == 1000)
        // Points on a straight border are left out; corners stay, and each square has the same four.
        let corners = map.shapes.values.map { Set(Self.points($0.path)) }
        #expect(corners.allSatisfy { $0.count == 4 })
        #expect(Set(corners.joined()).count == 9)
        #expect(Set(Self.points(map.outline)).count == 4)
    }

    @Test func eastIsShortenedAsTheParallelIs() throws {
        let code = try #require(Squares.code(1))
        let map = try #require(DepartementMap(drawing: [code: Squares.contour(0, 0)]))
        // cos 45.05° = 0.706
        #expect((map.width - 12) * 1000 / (map.height - 12) == 706)
    }

    @Test func theSamePictureComesOutWhicheverWayRingsTurn() throws {
        let turned = try grid().mapValues { contour in Contour(polygons: contour.polygons.map { $0.map { $0.reversed() } }) }
        let map = try #require(DepartementMap(drawing: try grid()))
        let other = try #require(DepartementMap(drawing: turned))
        for (code, shape) in map.shapes {
            #expect(Set(Self.points(shape.path)) == Set(Self.points(other.shapes[code]?.path ?? "")))
            #expect(shape.x == other.shapes[code]?.x && shape.y == other.shapes[code]?.y)
        }
    }

    @Test func anEnclaveFillsTheHoleThatSurroundsIt() throws {
        let around = try #require(Squares.code(1))
        let inside = try #require(Squares.code(2))
        let hole = Array(Squares.ring(1, 1).reversed())
        let outer = [Squares.point(0, 0), Squares.point(6, 0), Squares.point(6, 6), Squares.point(0, 6)]
        let map = try #require(
            DepartementMap(drawing: [
                around: Contour(polygons: [[outer, hole]]), inside: Squares.contour(1, 1),
            ]))
        let drawn = try shape(around, map).path.split(separator: "M").last.map(String.init) ?? ""
        #expect(Set(Self.points("M" + drawn)) == Set(Self.points(try shape(inside, map).path)))
        #expect(Set(Self.points(map.outline)).count == 4, "an enclave is no part of the département's outline")
    }

    /// A commune that would vanish keeps its shape.
    @Test func theSmallestCommuneIsStillDrawn() throws {
        var contours = try grid()
        let tiny = try #require(Squares.code(5))
        let corner = Squares.point(4, 4)
        let east = MapPoint(longitude: corner.longitude + 700, latitude: corner.latitude)
        let north = MapPoint(longitude: corner.longitude, latitude: corner.latitude + 700)
        contours[tiny] = Contour(polygons: [[[corner, east, north]]])
        let map = try #require(DepartementMap(drawing: contours))
        #expect(Self.points(try shape(tiny, map).path).count >= 3)
    }

    @Test func noMapIsDrawnOfNothing() {
        #expect(DepartementMap(drawing: [:]) == nil)
    }

    @Test func outlinesThatTouchBecomeOne() throws {
        let union = Contour.union([Squares.contour(0, 0), Squares.contour(1, 0)])
        #expect(union.polygons.map { $0.map(\.count) } == [[12]])
        #expect(Contour.union([Squares.contour(0, 0), Squares.contour(5, 0)]).polygons.count == 2)
        // A ring of eight around nothing keeps its hole.
        let ring = [(0, 0), (1, 0), (2, 0), (0, 1), (2, 1), (0, 2), (1, 2), (2, 2)].map { Squares.contour($0.0, $0.1) }
        #expect(Contour.union(ring).polygons.map(\.count) == [2])
    }

    @Test func communesAreLinksInOrderAndNamesAreEscaped() throws {
        let map = try #require(DepartementMap(drawing: try grid()))
        let places = [2, 1].compactMap { number in
            Squares.code(number).map { CommuneMap.Place(code: $0, name: "L’<A> & \"B\" \(number)", href: "/communes/\($0)/") }
        }
        let html = CommuneMap.html(map, places: places)
        #expect(html.hasPrefix(#"<svg class="map" viewBox="0 0 "#))
        let first = try #require(html.firstRange(of: "/communes/74002/"))
        let second = try #require(html.firstRange(of: "/communes/74001/"))
        #expect(first.lowerBound < second.lowerBound)
        #expect(html.contains("<title>L’&lt;A&gt; &amp; &quot;B&quot; 2</title>"))
        #expect(!html.contains("style") && !html.contains(" on"))
    }

    @Test(arguments: [(1, "dans le sud-ouest"), (2, "dans le sud-est"), (3, "dans le nord-ouest"), (4, "dans le nord-est")])
    func theLocatorSaysInWordsWhereTheCommuneIs(_ number: Int, _ place: String) throws {
        let map = try #require(DepartementMap(drawing: try grid()))
        let found = try #require(try self.locator(map, number))
        #expect(found.alternative == "Carte\u{A0}: Le Test se trouve \(place) de la Haute-Savoie.")
        #expect(found.html.contains(#"role="img" aria-label="\#(found.alternative)""#))
        #expect(found.svg.hasPrefix(#"<svg xmlns="http://www.w3.org/2000/svg""#))
        #expect(!found.svg.contains("<circle"))
        #expect(!found.svg.contains("style"))
    }

    @Test func aSmallCommuneIsCircled() throws {
        var contours = try grid().filter { $0.key == Squares.code(2) }.mapValues { _ in Squares.contour(0, 1) }
        contours[try #require(Squares.code(1))] = Squares.contour(0, 0, width: 30)
        let map = try #require(DepartementMap(drawing: contours))
        let found = try #require(try self.locator(map, 2))
        #expect(found.svg.contains("<circle"))
    }

    @Test func withoutAShapeThereIsNoLocator() throws {
        let map = try #require(DepartementMap(drawing: try grid()))
        #expect(try self.locator(map, 9) == nil)
    }

    // MARK: What is compared

    private let departement = SiteSettings.Departement(
        code: "74", name: "Haute-Savoie", locative: "en Haute-Savoie", genitive: "de la Haute-Savoie")

    private func locator(_ map: DepartementMap, _ number: Int) throws -> LocatorMap? {
        LocatorMap(map, commune: try commune(number), departement: departement)
    }

    private func shape(_ code: INSEECode, _ map: DepartementMap) throws -> DepartementMap.Shape {
        try #require(map.shapes[code])
    }

    private func commune(_ number: Int) throws -> Commune {
        Commune(
            code: try #require(Squares.code(number)), name: "Le Test", article: .le, postalCodes: [], population: nil,
            arrondissement: "", unitIDs: [])
    }

    /// The points of path data in whole units: `M1 2l3-4z`.
    static func points(_ path: String) -> [[Int]] {
        var found: [[Int]] = []
        var numbers: [Int] = []
        var digits = ""
        var isRelative = false
        func close() {
            if let number = Int(digits) { numbers.append(number) }
            digits = ""
            guard numbers.count == 2 else { return }
            let last = found.last ?? [0, 0]
            found.append(isRelative ? [last[0] + numbers[0], last[1] + numbers[1]] : numbers)
            numbers = []
        }
        for character in path {
            switch character {
            case "M", "l", "z":
                close()
                isRelative = character == "l"
            case " ": close()
            case "-":
                close()
                digits = "-"
            default: digits.append(character)
            }
        }
        return found
    }
}
