/// French typography on UTF-8 bytes: what a typist leaves out, a reader expects and a line break must not part.
///
/// - apostrophes: `l'élu` → `l’élu`; never after a digit (feet, minutes);
/// - quotes: `"texte"` → « texte » with U+00A0 inside, as inside « » that were written; never after a digit (inches);
/// - U+202F before `;` `!` `?`, whether a space was written or not; U+00A0 in place of a space before `:`;
/// - U+00A0 before `%`, `€` and `°C` after a number; U+202F between thousands (`15 000`); U+00A0 inside telephone
///   numbers and times (`9h30` and `9 h 30` alike);
/// - U+00A0 after `n°`, `art.`, `p.`, `L.`, `R.`, `D.` before a number, after `M.`, `Mme`, `Me`, `Dr` before a name;
/// - `...` → `…`; a hyphen between two spaces → an en dash, its spaces kept.
///
/// Addresses (`https://…`) are left alone, as is everything in a word: `?id=`, `!important`, `10:30`.
/// Idempotent. Not for code, identifiers or SMS texts.
public enum Typography {
    /// Appends a text.
    /// - Parameters:
    ///   - bytes: UTF-8, a whole paragraph or a part of one.
    ///   - previous: last byte before this text in the same paragraph, `nil` at its start, so that a text parted by
    ///     emphasis is treated as one. Beyond ASCII it is looked for at the end of `output`.
    public static func append(_ bytes: UnsafeBufferPointer<UInt8>, previous: UInt8?, to output: inout [UInt8]) {
        var pass = TypographyPass(bytes, previous: previous, tail: output)
        pass.run(into: &output)
    }

    /// The same, for bytes held otherwise.
    public static func append(_ bytes: some Sequence<UInt8>, previous: UInt8?, to output: inout [UInt8]) {
        let done: Void? = bytes.withContiguousStorageIfAvailable { append($0, previous: previous, to: &output) }
        if done == nil { append(Array(bytes), previous: previous, to: &output) }
    }

    /// A whole text.
    public static func apply(_ text: String) -> String {
        var text = text
        var output: [UInt8] = []
        text.withUTF8 { append($0, previous: nil, to: &output) }
        return String(decoding: output, as: UTF8.self)
    }
}
