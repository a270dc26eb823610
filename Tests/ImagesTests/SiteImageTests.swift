import Testing
@testable import Images
import SiteModel

@Suite struct SiteImageTests {
    private func image(_ width: Int, _ height: Int, format: SiteImage.Format = .jpeg, apart: Bool = false) -> SiteImage {
        SiteImage(
            file: "content/guides/elus/Mairie d’Étaux (1).JPG", digest: String(repeating: "0123456789abcdef", count: 4),
            width: width, height: height, format: format, leavesFewTraces: apart)
    }

    @Test(arguments: [
        (3000, [480, 960, 1440]), (1440, [480, 960, 1440]), (1000, [480, 960, 1000]), (480, [480]), (20, [20]),
    ])
    func sizesAreNeverLargerThanTheImage(_ width: Int, _ expected: [Int]) {
        #expect(image(width, width).sizes.map(\.width) == expected)
        #expect(image(width, width).lightSizes.allSatisfy { $0.format == .webp })
    }

    @Test func heightsKeepTheProportion() {
        #expect(image(3000, 2000).sizes.map(\.height) == [320, 640, 960])
        #expect(image(3000, 1).sizes.map(\.height) == [1, 1, 1])
    }

    @Test func addressesTellWhatMayBeKept() {
        #expect(
            image(3000, 2000).route(image(3000, 2000).largest).path
                == "/assets/images/mairie-d-etaux-1-0123456789-1440.jpg")
        let apart = image(3000, 2000, apart: true)
        #expect(apart.route(apart.largest).path.hasPrefix("/guides/violences-intrafamiliales/images/"))
    }

    @Test func aNameWithoutLettersHasAnAddress() {
        let odd = SiteImage(file: "content/***.png", digest: "ab", width: 1, height: 1, format: .png, leavesFewTraces: false)
        #expect(odd.route(odd.largest).path == "/assets/images/image-ab-1.png")
    }
}
