import SiteModel

extension HTMLWriter {
    /// Below the width of the style sheet's column an image fills the screen; above, that column.
    private static let sizes: StaticString = "(min-width: 48rem) 44rem, 100vw"

    /// A paragraph that is one image, with its title as a legend.
    mutating func writeFigure(_ index: Int) {
        let link = document.links[Int(document.nodes[index].start)]
        output.append("<figure class=\"picture\">\n")
        writeImage(index, document.nodes[index])
        if !link.title.isEmpty {
            output.append("\n<figcaption>")
            output.appendEscaped(link.title.utf8)
            output.append("</figcaption>")
        }
        output.append("\n</figure>\n")
    }

    mutating func writeImage(_ index: Int, _ node: Document.Node) {
        let link = document.links[Int(node.start)]
        guard style == .site else { return writeSpecifiedImage(index, link) }
        // One that could not be read is told as a fault; a trial shows what it says.
        guard let image = images[link.destination] else { return writePlainText(of: index) }
        let isPicture = !image.lightSizes.isEmpty
        if isPicture {
            output.append("<picture><source type=\"image/webp\"")
            writeSources(image, image.lightSizes)
            output.append(" />")
        }
        output.append("<img src=\"")
        output.appendAddress(address(of: image, image.largest))
        output.append("\"")
        writeSources(image, image.sizes)
        output.append(" width=\"")
        output.append(contentsOf: "\(image.largest.width)\" height=\"\(image.largest.height)".utf8)
        output.append("\" alt=\"")
        writePlainText(of: index)
        // What a page starts with is wanted at once; the rest waits until it is near.
        output.append(isNearTop(node) ? "\" />" : "\" loading=\"lazy\" decoding=\"async\" />")
        if isPicture { output.append("</picture>") }
    }

    /// As the GFM specification writes it.
    private mutating func writeSpecifiedImage(_ index: Int, _ link: Document.Link) {
        output.append("<img src=\"")
        output.appendAddress(link.destination)
        output.append("\" alt=\"")
        writePlainText(of: index)
        appendTitle(link.title)
        output.append("\" />")
    }

    private mutating func writeSources(_ image: SiteImage, _ variants: [SiteImage.Variant]) {
        output.append(" srcset=\"")
        for (place, variant) in variants.enumerated() {
            if place > 0 { output.append(", ") }
            output.appendAddress(address(of: image, variant))
            output.append(contentsOf: " \(variant.width)w".utf8)
        }
        output.append("\" sizes=\"")
        output.append(Self.sizes)
        output.append("\"")
    }

    private func address(of image: SiteImage, _ variant: SiteImage.Variant) -> String {
        basePath + image.route(variant).path.dropFirst()
    }

    /// Whether fewer than some lines of text stand before it.
    private func isNearTop(_ node: Document.Node) -> Bool {
        guard let first = document.nodes.dropFirst().first else { return true }
        return node.source - min(node.source, first.source) < 300
    }
}
