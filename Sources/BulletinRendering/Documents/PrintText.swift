import French

/// Short texts as they are printed: French typography, and places to cut words that no column holds.
enum PrintText {
    /// The narrowest column, and the largest title, hold a word of so many letters. *Anticonstitutionnellement*, with
    /// 25, is cut only where it does not fit.
    private static let longest = 24

    static func apply(_ text: String) -> String {
        let text = Typography.apply(text)
        return text.utf8.count > longest ? LongWords.apply(text, longest: longest) : text
    }
}
