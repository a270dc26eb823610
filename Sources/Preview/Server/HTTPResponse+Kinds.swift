import FlyingFox
import FlyingSocks
import Foundation

extension HTTPResponse {
    /// Texts say that they are UTF-8. A preview is never kept by the browser.
    static func bytes(_ type: String, _ bytes: [UInt8], status: HTTPStatusCode = .ok) -> HTTPResponse {
        let isText = type.hasPrefix("text/") || type.hasSuffix("json") || type.hasSuffix("xml")
        let headers: HTTPHeaders = [
            .contentType: isText ? "\(type); charset=utf-8" : type, HTTPHeader("Cache-Control"): "no-store",
            HTTPHeader("X-Content-Type-Options"): "nosniff",
        ]
        return HTTPResponse(statusCode: status, headers: headers, body: Data(bytes))
    }

    static func text(_ status: HTTPStatusCode, _ text: String) -> HTTPResponse {
        bytes("text/plain", Array(text.utf8), status: status)
    }

    static func redirect(to path: String) -> HTTPResponse {
        // An address that starts with two slashes would name another host.
        let target = "/" + path.drop { $0 == "/" }
        let encoded = target.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? "/"
        let headers: HTTPHeaders = [.location: encoded, HTTPHeader("Cache-Control"): "no-store"]
        return HTTPResponse(statusCode: .seeOther, headers: headers)
    }

    static func events(_ events: LiveEvents) -> HTTPResponse {
        let headers: HTTPHeaders = [.contentType: "text/event-stream; charset=utf-8", HTTPHeader("Cache-Control"): "no-store"]
        return HTTPResponse(statusCode: .ok, headers: headers, body: HTTPBodySequence(from: events))
    }
}
