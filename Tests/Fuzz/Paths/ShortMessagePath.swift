import SMS

extension FuzzPath {
    func prepareMessage(_ bytes: [UInt8]) {
        let text = SMSText(String(decoding: bytes, as: UTF8.self))
        let (alone, each) = text.coding == .gsm ? (160, 153) : (70, 67)
        require(text.room >= 0, "more is sent than there is room for")
        require(
            text.segments == 1 ? text.length <= alone : text.length > alone && text.segments >= (text.length + each - 1) / each,
            "\(text.length) in \(text.segments) messages")
        let again = SMSText(text.text)
        require(again.text == text.text, "what is ready to be sent is changed once more")
        require(
            (again.coding, again.length, again.segments) == (text.coding, text.length, text.segments), "a text is counted in two ways")
        require((text.coding == .gsm) == again.changes.isEmpty, "a sign is outside the alphabet, and coded in it")
        require(again.changes.allSatisfy { $0.sent == nil }, "a sign that has another in its place is sent as it is")
    }
}
