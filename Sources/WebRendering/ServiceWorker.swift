import Files
import JSON
import SiteModel

/// `sw.js`: the script of the templates, and before it what it has to know of this site.
extension WebRenderer {
    /// - Parameters:
    ///   - script: `service-worker.js` of the templates.
    ///   - version: changes with anything that the site publishes, and only then.
    public func serviceWorker(_ script: [UInt8], version: String) -> (route: Route, bytes: [UInt8]) {
        let assets = parts.assets.assets.filter { Self.isPrecached($0.name) }.map(\.route)
        var json = JSONWriter()
        json.object { json in
            json.field("base", parts.addresses.href(.home))
            json.field("version", version)
            json.field("offline", parts.addresses.href(.offline))
            json.key("assets")
            json.array(assets) { $0.string(parts.addresses.href($1)) }
            json.key("pages")
            json.array(keptWithAnyCommune) { $0.string(parts.addresses.href($1)) }
            json.key("apart")
            json.array(sensitiveAddresses) { $0.string($1) }
        }
        return (Route("/sw.js"), Array("const site = ".utf8) + json.bytes + Array(";\n".utf8) + script)
    }

    /// Style, scripts and the icon of the pages; those of a launcher are its own to keep, and frames stand on other sites.
    private static func isPrecached(_ name: String) -> Bool {
        if name.hasPrefix("encart.") { return false }
        return name.hasSuffix(".css") || name.hasSuffix(".js") || name == "icon.svg"
    }
}
