import Files
import Glibc
import SiteModel
import Testing

@testable import WebRendering

/// What hosts are told to send is what the program states: `docs/hebergement.md` shows it, the configurations repeat it.
@Suite struct ResponseHeadersTests {
    @Test(arguments: ["nginx.conf", "Caddyfile", "apache.conf"])
    func configurationsSayThem(_ name: String) throws {
        let text = try read("docs/hebergement/\(name)")
        // Each server removes or leaves out a header in words of its own.
        let values = ResponseHeaders.all.flatMap { header in
            [header.usual].compactMap(\.self) + header.exceptions.flatMap { [$0.pattern, $0.value].compactMap(\.self) }
        }
        for value in values { #expect(text.contains(value), "\(name) lacks \(value)") }
        for header in ResponseHeaders.all { #expect(text.contains(header.name), "\(name) lacks \(header.name)") }
    }

    @Test func theGuideShowsThem() throws {
        let file = "docs/hebergement.md"
        let text = try read(file)
        let notice = try #require(text.firstRange(of: "<!-- Ce tableau est écrit par un test")).upperBound
        let start = try #require(text[notice...].firstRange(of: "```text\n")).upperBound
        let end = try #require(text[start...].firstRange(of: "```")).lowerBound
        if getenv("CRIEUR_RECORD") != nil {
            let whole = Array((text[..<start] + table + text[end...]).utf8)
            let descriptor = open(Samples.root(file), O_WRONLY | O_TRUNC)
            defer { close(descriptor) }
            #expect(whole.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) } == whole.count)
            return
        }
        #expect(text[start..<end] == table)
    }

    @Test func pagesStateTheirPolicyButWhatOnlyAHeaderCan() throws {
        let header = try #require(ResponseHeaders.all.first { $0.name == "Content-Security-Policy" })
        let usual = try #require(header.usual)
        #expect(ResponseHeaders.policyInPage(at: .home) + "; frame-ancestors 'none'" == usual)
        let search = ResponseHeaders.policyInPage(at: Route("/recherche/"))
        #expect(header.exceptions.contains { $0.value == search + "; frame-ancestors 'none'" })
        #expect(search.contains("'wasm-unsafe-eval'") && !usual.contains("unsafe"))
    }

    /// One line a case: pattern, header, value.
    private var table: String {
        ResponseHeaders.all.map { header in
            let usual = "*\t\(header.name)\t\(header.usual ?? "-")\n"
            return usual + header.exceptions.map { "\($0.pattern)\t\(header.name)\t\($0.value ?? "-")\n" }.joined()
        }.joined()
    }

    private func read(_ file: String) throws -> String {
        String(decoding: try Files.read(Samples.root(file)), as: UTF8.self)
    }
}
