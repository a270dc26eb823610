/// Writes JSON as UTF-8 on one line, keys in the order in which they are written.
public struct JSONWriter: Sendable {
    public private(set) var bytes: [UInt8] = []

    public init(capacity: Int = 0) { bytes.reserveCapacity(capacity) }

    public mutating func object(_ fields: (inout JSONWriter) -> Void) {
        separate()
        bytes.append(UInt8(ascii: "{"))
        fields(&self)
        bytes.append(UInt8(ascii: "}"))
    }

    public mutating func array<Items: Sequence>(
        _ items: Items, _ write: (inout JSONWriter, Items.Element) -> Void,
    ) {
        separate()
        bytes.append(UInt8(ascii: "["))
        for item in items { write(&self, item) }
        bytes.append(UInt8(ascii: "]"))
    }

    public mutating func key(_ name: String) {
        string(name)
        bytes.append(UInt8(ascii: ":"))
    }

    /// A value that another writer has written.
    public mutating func value(_ written: [UInt8]) {
        separate()
        bytes.append(contentsOf: written)
    }

    public mutating func string(_ text: String) {
        var text = text
        text.withUTF8 { string($0) }
    }

    /// `utf8` must be UTF-8.
    public mutating func string(_ utf8: some Sequence<UInt8>) {
        let isDone: Void? = utf8.withContiguousStorageIfAvailable { string($0) }
        if isDone == nil { Array(utf8).withUnsafeBufferPointer { string($0) } }
    }

    private mutating func string(_ utf8: UnsafeBufferPointer<UInt8>) {
        separate()
        JSONString.append(utf8, to: &bytes)
    }

    public mutating func number(_ value: Int) {
        separate()
        bytes.append(contentsOf: String(value).utf8)
    }

    /// `243` as `2.43`; not for negative numbers.
    public mutating func decimal(hundredths: Int) {
        separate()
        let rest = hundredths % 100
        bytes.append(contentsOf: "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)".utf8)
    }

    public mutating func boolean(_ value: Bool) {
        separate()
        bytes.append(contentsOf: (value ? "true" : "false").utf8)
    }

    public mutating func null() {
        separate()
        bytes.append(contentsOf: "null".utf8)
    }

    public mutating func field(_ name: String, _ text: String) {
        key(name)
        string(text)
    }

    /// `null` where there is no text.
    public mutating func field(_ name: String, _ text: String?) {
        key(name)
        if let text { string(text) } else { null() }
    }

    public mutating func field(_ name: String, _ value: Int) {
        key(name)
        number(value)
    }

    /// Fields that another writer has written, without the braces around them.
    public mutating func fields(_ written: [UInt8]) {
        guard !written.isEmpty else { return }
        separate()
        bytes.append(contentsOf: written)
    }

    /// A comma, unless this is the first value of its object or array, or the value of a key.
    private mutating func separate() {
        switch bytes.last {
        case nil, UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: ":"): break
        default: bytes.append(UInt8(ascii: ","))
        }
    }
}
