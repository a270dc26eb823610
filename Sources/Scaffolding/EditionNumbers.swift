import ContentReading
import Files
import SiteModel

/// How many editions there are.
enum EditionNumbers {
    /// One more than the highest of the files that can be read; 1 for the first.
    static func next(in folder: String) throws(DiskError) -> Int {
        guard Files.kind(of: folder) == .folder else { return 1 }
        let reader = PageReader()
        var highest = 0
        for path in try Files.tree(below: folder) where path.hasSuffix(".md") {
            let source = ContentFile(file: "\(folder)/\(path)", kind: .bulletin, slug: String(path.dropLast(3)))
            guard case .edition(let edition) = reader.read(try Files.read(source.file), of: source).content else { continue }
            highest = max(highest, edition.number)
        }
        return highest + 1
    }
}
