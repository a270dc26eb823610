/// A share as a bar beside its number: a drawing for the eye alone, as wide as its cell.
public enum ShareBar {
    /// - Parameter percent: 0 to 100.
    public static func html(_ percent: Int) -> [UInt8] {
        let width = min(100, max(0, percent))
        let bar = width > 0 ? #"<path class="bar" d="M0 0h\#(width)v8h-\#(width)z"/>"# : ""
        return Array(#"<svg class="share" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">\#(bar)</svg>"#.utf8)
    }
}
