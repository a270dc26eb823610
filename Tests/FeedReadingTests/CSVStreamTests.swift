import Diagnostics
import Files
import Glibc
import Testing

@testable import FeedReading

/// Bytes → gzip, by hand: stored blocks need no compressor. `crc` is wrong where asked.
private func gzip(_ bytes: [UInt8], crcIsWrong: Bool = false) -> [UInt8] {
    func little(_ value: UInt32, _ count: Int) -> [UInt8] { (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) } }
    var crc: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
        crc ^= UInt32(byte)
        for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
    }
    var packed: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3]
    var rest = bytes[...]
    repeat {
        let block = rest.prefix(40_000)
        rest = rest.dropFirst(block.count)
        packed.append(rest.isEmpty ? 1 : 0)
        packed += little(UInt32(block.count), 2) + little(~UInt32(block.count), 2) + block
    } while !rest.isEmpty
    return packed + little(crcIsWrong ? crc : ~crc, 4) + little(UInt32(bytes.count), 4)
}

private struct Reading {
    var rows: [String] = []
    var told: [String] = []

    init(_ bytes: [UInt8], encoding: TextEncoding? = nil) {
        var diagnostics: [Diagnostic] = []
        let table = CSVTable(bytes, file: "a.csv.gz", encoding: encoding, diagnostics: &diagnostics)
        table?.forEachRow(diagnostics: &diagnostics) { row, _ in
            rows.append("\(row.line): " + row.fields.indices.map { row.text($0) }.joined(separator: "|"))
        }
        told = diagnostics.map {
            let place = $0.location?.offset ?? $0.location?.line.map { -$0 } ?? 0
            return "\($0.severity) \($0.id.rawValue) \(place): \($0.message)"
        }
    }
}

private let line = "74010;Annecy et ses environs\n"
/// Longer than several windows.
private let long = "code;name\n" + String(repeating: line, count: 60_000)

@Suite struct CSVStreamTests {
    @Test func aFileLongerThanTheWindowIsReadWhole() {
        let reading = Reading(Array(long.utf8))
        #expect(reading.rows.count == 60_000)
        #expect(reading.rows.first == "2: 74010|Annecy et ses environs")
        #expect(reading.rows.last == "60001: 74010|Annecy et ses environs")
        #expect(Set(reading.rows.map { $0.split(separator: " ", maxSplits: 1)[1] }).count == 1)
        #expect(reading.told.isEmpty)
    }

    @Test func aGzipIsReadLikeTheTextThatItPacks() {
        let plain = Reading(Array(long.utf8))
        let packed = Reading(gzip(Array(long.utf8)))
        #expect(packed.rows == plain.rows)
        #expect(packed.told.isEmpty)
    }

    @Test func severalMembersAreOneText() {
        let bytes = gzip(Array("code;name\n1;a\n".utf8)) + gzip(Array("2;b\n".utf8)) + [0, 0, 0]
        #expect(Reading(bytes).rows == ["2: 1|a", "3: 2|b"])
        #expect(Reading(bytes).told.isEmpty)
    }

    @Test(arguments: [9, 100, 200_000, 1_000_000])
    func aGzipThatIsCutIsOneMessage(_ length: Int) {
        let bytes = Array(gzip(Array(long.utf8)).prefix(length))
        let told = Reading(bytes).told
        #expect(told.count == 1)
        #expect(told.first?.contains("feed-archive 0: le fichier compressé est incomplet : il s’interrompt à la ligne") == true)
    }

    @Test func aGzipWithoutItsLastBytesIsCut() {
        let bytes = Array(gzip(Array("code;name\n1;a\n".utf8)).dropLast(3))
        #expect(Reading(bytes).told == ["error feed-archive 0: le fichier compressé est incomplet : il s’interrompt à la ligne 3"])
    }

    @Test func aGzipWithAWrongSumIsDamaged() {
        let bytes = gzip(Array("code;name\n1;a\n".utf8), crcIsWrong: true)
        #expect(Reading(bytes).told.map { $0.prefix(24) } == ["error feed-archive 0: le"])
        #expect(Reading(bytes).told.first?.contains("abîmé") == true)
    }

    @Test func faultsInAGzipAreToldByTheirLine() {
        let bytes = gzip(Array("code;name\n1;a\n2\n3;\"b\"c\n".utf8))
        #expect(Reading(bytes).rows == ["2: 1|a"])
        #expect(Reading(bytes).told.map { $0.split(separator: ":")[0] } == ["error feed-row-short -3", "error feed-row-invalid -4"])
    }

    @Test(arguments: ["", "\""], [false, true])
    func aRowOfTenMillionBytesIsOneMessageAndTakesNoMemory(_ quote: String, _ isPacked: Bool) {
        var bytes = Array("code;name\n1;a\n2;\(quote)".utf8)
        bytes += [UInt8](repeating: 0x78, count: 10_000_000) + Array("\(quote)\n3;c\n".utf8)
        let reading = Reading(isPacked ? gzip(bytes) : bytes)
        #expect(reading.rows == ["2: 1|a", "4: 3|c"])
        #expect(reading.told.count == 1)
        #expect(reading.told.first?.hasSuffix(": ligne de plus de 1 Mio") == true)
    }

    @Test func aForgottenQuoteDoesNotSwallowALongFile() {
        let reading = Reading(Array(("code;name\n1;\"a\n" + long).utf8))
        #expect(reading.told == ["error feed-row-invalid 12: ce guillemet n’est jamais refermé"])
        #expect(reading.rows.count == 60_001)
    }

    /// The letter that tells comes after the first window.
    @Test func windows1252IsDetectedWhereverItStarts() {
        let bytes = Array(long.utf8) + Array("74109;".utf8) + [0xC9] + Array("loise\n".utf8)
        let reading = Reading(bytes)
        #expect(reading.rows.last == "60002: 74109|Éloise")
        #expect(reading.told == ["warning feed-encoding \(long.utf8.count + 6): le fichier n’est pas enregistré en UTF-8 : il est lu comme du Windows-1252"])
    }

    @Test func textOfTwoEncodingsIsRefused() {
        let bytes = Array(("é;name\n" + long).utf8) + Array("74109;".utf8) + [0xC9] + Array("loise\n".utf8)
        #expect(Reading(bytes).told == ["error feed-encoding \(bytes.count - 7): cet octet n’est pas de l’UTF-8, comme l’est le reste du fichier"])
    }
}
