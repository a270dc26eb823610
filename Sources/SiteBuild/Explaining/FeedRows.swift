import Files
import Gzip
import SiteModel

/// The rows of a feed that name a commune: the lines of its file that hold its code.
struct FeedRows {
    let lines: [String]

    private static let most = 3
    /// Files of the whole country are not read for it.
    private static let largest = 64 << 20

    init(of commune: Commune, in feed: Feed) {
        guard let bytes = Self.text(of: feed.file) else {
            lines = []
            return
        }
        let code = Array(commune.code.text.utf8)
        var numbers: [Int] = []
        var number = 1
        var place = 0
        bytes.withUnsafeBufferPointer { text in
            while place < text.count {
                if text[place] == 0x0A { number += 1 }
                if text[place] == code[0], numbers.last != number, Self.holds(code, text, at: place) { numbers.append(number) }
                place += 1
            }
        }
        guard !numbers.isEmpty else {
            lines = ["    aucune ligne ne porte le code \(commune.code)"]
            return
        }
        let shown = numbers.prefix(Self.most).map(String.init).joined(separator: ", ")
        let rest = numbers.count > Self.most ? " et \(numbers.count - Self.most) de plus" : ""
        lines = ["    \(numbers.count == 1 ? "ligne" : "lignes") \(shown)\(rest) du fichier\(feed.file.hasSuffix(".gz") ? " décompressé" : "")"]
    }

    private static func text(of file: String) -> [UInt8]? {
        guard let bytes = try? Files.read(file), bytes.count <= largest else { return nil }
        guard file.hasSuffix(".gz") else { return bytes }
        return bytes.count <= largest / 8 ? Gzip.unpack(bytes) : nil
    }

    /// The code alone: no digit or letter stands against it.
    private static func holds(_ code: [UInt8], _ text: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
        let end = start + code.count
        guard end <= text.count, !isPart(text, start - 1), !isPart(text, end) else { return false }
        for index in 0..<code.count where text[start + index] != code[index] { return false }
        return true
    }

    private static func isPart(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
        guard text.indices.contains(index) else { return false }
        switch text[index] {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: return true
        default: return false
        }
    }
}
