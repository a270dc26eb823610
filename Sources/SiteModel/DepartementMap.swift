/// The communes of a département as shapes on one plane, simplified so that neighbours still share their borders:
/// what maps of pages and bulletins are drawn from.
public struct DepartementMap: Sendable, Hashable {
    /// A commune's outline.
    public struct Shape: Sendable, Hashable {
        /// Path data of SVG, in whole units of the map.
        public let path: String
        /// The middle of its largest part.
        public let x: Int
        public let y: Int
        /// The greater of the width and height of its largest part.
        public let extent: Int

        public init(path: String, x: Int, y: Int, extent: Int) {
            self.path = path
            self.x = x
            self.y = y
            self.extent = extent
        }
    }

    public let width: Int
    public let height: Int
    public let shapes: [INSEECode: Shape]
    /// Path data of the département's own outline, coarser than the shapes.
    public let outline: String

    public init(width: Int, height: Int, shapes: [INSEECode: Shape], outline: String) {
        self.width = width
        self.height = height
        self.shapes = shapes
        self.outline = outline
    }
}
