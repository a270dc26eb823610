/// The lists of `:::timeline` and `:::decision`: each item starts in bold, with when it is or what the answer is.
public enum LabelledList {
    public static let timeline = "timeline"
    public static let decision = "decision"
    public static let names = [timeline, decision]

    /// The same with a capital at its start.
    public static func capitalised(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var text = text
        let start = text.startIndex
        guard let first = text.first else { return text }
        if (0x61...0x7A).contains(first) {
            text[start] = first - 0x20
        } else if first == 0xC3, text.count > 1, (0xA0...0xBE).contains(text[start + 1]), text[start + 1] != 0xB7 {
            text[start + 1] -= 0x20
        }
        return text
    }

    /// The bold words that an item starts with, and the paragraph that they stand in; `nil` where it starts otherwise.
    public static func label(of item: Int, _ document: Document) -> (paragraph: Int, strong: Int)? {
        let paragraph = Int(document.nodes[item].firstChild)
        guard paragraph != 0, document.nodes[paragraph].kind == .paragraph else { return nil }
        let strong = Int(document.nodes[paragraph].firstChild)
        guard strong != 0, document.nodes[strong].kind == .strong else { return nil }
        return (paragraph, strong)
    }
}
