import Testing

@testable import WebRendering

@Suite struct StyleCompactionTests {
    private func compact(_ css: String) -> String { String(decoding: StyleCompaction.compact(Array(css.utf8)), as: UTF8.self) }

    @Test(arguments: [
        ("a { color: red; }\n\nb { }\n", "a{color:red}b{}"),
        ("/* x */ a,\n  b > c + d ~ e { margin: 0 auto; }", "a,b > c + d ~ e{margin:0 auto}"),
        ("nav :hover a:focus { x: y }", "nav :hover a:focus{x:y}"),
        ("@media (min-width: 30rem) and (hover: none) { a { b: c; } }", "@media (min-width:30rem) and (hover:none){a{b:c}}"),
        ("a { width: calc(1px + -2px); margin: -1px; }", "a{width:calc(1px + -2px);margin:-1px}"),
        ("a { content: \" /* no */ ; \\\" } \"; }", "a{content:\" /* no */ ; \\\" } \"}"),
        ("a{content:'  ,  '}", "a{content:'  ,  '}"),
        ("a { background: url(x y.png) }", "a{background:url(x y.png)}"),
        ("a/**/b { c: d/**/e }", "a b{c:d e}"),
        (":root { --empty: ; --font: \"A  B\", serif; }", ":root{--empty:;--font:\"A  B\",serif}"),
        (".sm\\:flex { a: b }", ".sm\\:flex{a:b}"),
        ("a { b: c } /* open", "a{b:c}"),
        ("a { b: \"open", "a{b:\"open"),
        ("", ""),
    ])
    func whatSaysNothingIsLeftOut(_ sheet: String, _ sent: String) {
        #expect(compact(sheet) == sent)
    }

    @Test func whatIsCompactStaysSo() {
        let once = compact("a :is(b, c)::before { content: \"; }\"; x: y }")
        #expect(compact(once) == once)
    }
}
