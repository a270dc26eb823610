import Templates
import Testing

@Suite struct NameRecorderTests {
    @Test func itNotesWhatEachRenderingIsGiven() {
        let recorder = NameRecorder()
        let (library, faults) = TemplateLibrary.compile(
            [TemplateFile(path: "a.mustache", name: "a", bytes: Array("{{title}}".utf8))], recorder: recorder)
        #expect(faults.isEmpty)
        var output: [UInt8] = []
        let outer: [Object] = [["page": ["kind": "guide"]], ["site": "Portail"]]
        #expect(library.render("a", ["title": "Un", "items": [["href": "/"]], "mayor": .absent], outer: outer, into: &output).isEmpty)
        #expect(library.render("a", ["title": "Deux", "items": [["last": true]]], outer: outer, into: &output).isEmpty)

        let names = recorder.names
        let own = names.byTemplate["a"]?.all ?? []
        #expect(own.map(\.name) == ["items", "mayor", "title"])
        #expect(own.map(\.given.kinds) == [[.list], [], [.text]])
        #expect(own[0].given.inside.all.map(\.name) == ["href", "last"])
        #expect(names.around.all.map(\.name) == ["page"])
        #expect(names.everywhere.all.map(\.name) == ["site"])
    }
}
