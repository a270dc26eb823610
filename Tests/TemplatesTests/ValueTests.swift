import Templates
import Testing

@Suite struct ValueTests {
    @Test func literalsAreValues() {
        let value: Value = ["title": "Élus", "noindex": true, "tags": ["a", "b"], "none": .absent]
        #expect(
            value
                == .object(
                    Object([
                        ("title", .text("Élus")), ("noindex", .bool(true)), ("tags", .list([.text("a"), .text("b")])),
                        ("none", .absent),
                    ])))
    }

    @Test func aMissingTextIsAbsent() {
        let missing: String? = nil
        let there: String? = "x"
        #expect(Value.text(missing) == .absent)
        #expect(Value.text(there) == .text("x"))
    }

    @Test func aNameIsItsText() {
        #expect(Name("titre") == "titre")
        #expect(Name("titre") != "titres")
        #expect(Name("é").text == "é")
        #expect(Set([Name("a"), Name("b"), Name("a")]).count == 2)
    }

    @Test func anObjectHoldsOneValueAName() {
        var object: Object = ["a": "1", "b": "2"]
        object.set("a", "3")
        object.set("c", .absent)
        #expect(object == ["a": "3", "b": "2", "c": .absent])
        object.merge(["b": "4", "d": "5"])
        #expect(object == ["a": "3", "b": "4", "c": .absent, "d": "5"])
        #expect(object["d"] == "5")
        #expect(object["e"] == nil)
        #expect(Object([("a", "1"), ("a", "2")])["a"] == "2")
    }
}
