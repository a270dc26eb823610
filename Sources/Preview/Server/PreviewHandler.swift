import Diagnostics
import FlyingFox
import FlyingSocks
import Foundation
import SiteBuild
import SiteModel

/// Answers requests: the site's own files, and below `/_crieur/` what makes pages live.
struct PreviewHandler: HTTPHandler {
    static let own = "/_crieur/"
    private static let dateCookie = "crieur-date"

    let hosts: PreviewHosts
    let sites: LiveSites
    let viewers: Viewers

    func handleRequest(_ request: HTTPRequest) async throws -> HTTPResponse {
        guard hosts.admit(request.headers[.host]) else {
            return .text(.forbidden, "Cet aperçu ne répond qu’à « localhost » et à l’adresse qu’il a annoncée.\n")
        }
        guard request.method == .GET || request.method == .HEAD else { return .text(.methodNotAllowed, "GET, ou rien.\n") }
        guard let path = request.target.path().removingPercentEncoding else { return .text(.badRequest, "Adresse mal écrite.\n") }
        if let date = request.query.first(where: { $0.name == "date" })?.value { return choose(date, at: path) }
        let date = self.date(of: request)
        switch path {
        case Self.own + "events": return events(request, on: date)
        case Self.own + "live.js": return .bytes("text/javascript", PackageResources.live_js)
        case Self.own + "live.css": return .bytes("text/css", PackageResources.live_css)
        case Self.own + "pdf": return await documentPage(request, on: date)
        default: break
        }
        let site = await sites.site(on: date)
        guard let preview = await site.current() else { return faultPage(await site.report.text, at: "index.html", on: date) }
        guard path.hasPrefix(preview.base) else { return .redirect(to: preview.base) }
        return await file(at: String(path.dropFirst(preview.base.count)), below: preview.base, of: site, on: date)
    }

    // MARK: - Files of the site

    private func file(at path: String, below base: String, of site: LiveSite, on date: String?) async -> HTTPResponse {
        let name = path.isEmpty || path.hasSuffix("/") ? path + "index.html" : path
        // What a browser kept of a site would hide what changes.
        if name == "sw.js" { return .bytes("text/javascript", PackageResources.retired_worker_js) }
        guard let found = await site.file(at: name) else {
            if await site.file(at: name + "/index.html") != nil { return .redirect(to: "\(base)\(name)/") }
            return await missing(name, of: site, on: date)
        }
        if found.faults.hasErrors { return faultPage(FaultReport(found.faults).text, at: name, on: date) }
        switch found.file {
        case .bytes(let bytes):
            // Nothing is added to what other sites show in a frame.
            guard name.hasSuffix(".html"), !name.hasSuffix("encart.html") else { return .bytes(ContentType.of(name), bytes) }
            return .bytes(
                ContentType.of(name), LivePage.made(of: bytes, path: name, seen: found.file.fingerprint, date: date))
        case .path(let path):
            guard let bytes = try? Data(contentsOf: URL(filePath: path)) else { return .text(.notFound, "Ce PDF n’est plus là.\n") }
            return .bytes(ContentType.of(name), [UInt8](bytes))
        }
    }

    /// The site's own page for it, until there is one at this address.
    private func missing(_ name: String, of site: LiveSite, on date: String?) async -> HTTPResponse {
        guard case .bytes(let page)? = await site.file(at: "404.html")?.file else { return .text(.notFound, "Cette page n’existe pas.\n") }
        return .bytes("text/html", LivePage.made(of: page, path: name, seen: 0, date: date), status: .notFound)
    }

    // MARK: - Pages of the preview's own

    /// In place of a page that there never was.
    private func faultPage(_ text: String, at path: String, on date: String?) -> HTTPResponse {
        let page = LivePage.filled(PackageResources.faults_html, ["text": text])
        return .bytes("text/html", LivePage.made(of: page, path: path, seen: 0, date: date), status: .serviceUnavailable)
    }

    /// A PDF in a page, which a script can load again.
    private func documentPage(_ request: HTTPRequest, on date: String?) async -> HTTPResponse {
        let path = request.query.first { $0.name == "path" }?.value ?? ""
        let site = await sites.site(on: date)
        let base = await site.current()?.base ?? "/"
        guard path.hasPrefix(base), path.hasSuffix(".pdf") else { return .text(.badRequest, "« path » attend l’adresse d’un PDF.\n") }
        let name = String(path.dropFirst(base.count))
        let seen = await site.file(at: name)?.file.fingerprint ?? 0
        let page = LivePage.filled(PackageResources.document_html, ["path": path])
        return .bytes("text/html", LivePage.made(of: page, path: name, seen: seen, date: date))
    }

    // MARK: - Dates

    private func date(of request: HTTPRequest) -> String? {
        let cookies = (request.headers[HTTPHeader("Cookie")] ?? "").split(separator: ";")
        let own = cookies.first { $0.trimmingCharacters(in: .whitespaces).hasPrefix("\(Self.dateCookie)=") }
        return own.flatMap { $0.split(separator: "=", maxSplits: 1).last }.flatMap { CalendarDate(iso: String($0))?.description }
    }

    /// Every page of this browser is then of that day; an empty one gives the present back.
    private func choose(_ date: String, at path: String) -> HTTPResponse {
        guard date.isEmpty || CalendarDate(iso: date) != nil else {
            return .text(.badRequest, "« \(date) » n’est pas une date : écrivez AAAA-MM-JJ, comme « ?date=2027-01-31 ».\n")
        }
        var response = HTTPResponse.redirect(to: path)
        let life = date.isEmpty ? "; Max-Age=0" : ""
        response.headers[HTTPHeader("Set-Cookie")] = "\(Self.dateCookie)=\(date); Path=/; SameSite=Strict; HttpOnly\(life)"
        return response
    }

    // MARK: - Events

    private func events(_ request: HTTPRequest, on date: String?) -> HTTPResponse {
        func value(_ name: String) -> String { request.query.first { $0.name == name }?.value ?? "" }
        return .events(LiveEvents(path: value("page"), seen: Int(value("seen")) ?? 0, date: date, sites: sites, viewers: viewers))
    }
}
