import BulletinRendering
import Gzip
import JSON
import Publishing
import SiteModel

extension FrozenFile {
    /// A job to be kept.
    struct Job: Sendable {
        let commune: INSEECode
        let job: PrintJob
    }

    /// The whole file; `nil` where it cannot be packed.
    ///
    /// - Parameters:
    ///   - jobs, twins: in the order of the communes' codes.
    ///   - templates: digests of the print templates, by their paths.
    static func write(
        _ edition: Edition, on date: CalendarDate, jobs: [Job], twins: [(commune: INSEECode, twin: FrozenEdition.Twin)],
        templates: [String: String],
    ) -> [UInt8]? {
        var bytes: [UInt8] = []
        func line(_ fields: (inout JSONWriter) -> Void) {
            var json = JSONWriter()
            json.object(fields)
            bytes += json.bytes
            bytes.append(0x0A)
        }
        line { json in
            json.field("version", version)
            json.field("edition", edition.id)
            json.field("date", date.description)
            json.key("templates")
            json.object { json in
                for (path, digest) in templates.sorted(by: { $0.key < $1.key }) { json.field(path, digest) }
            }
        }
        // Jobs first, then twins: what two neighbours have in common is close enough for gzip to see.
        for job in jobs {
            line { json in
                json.field("job", job.commune.text)
                json.field("document", job.job.document.rawValue)
                json.field("id", job.job.id)
                json.key("data")
                json.fields(job.job.data)
            }
        }
        for (commune, twin) in twins {
            line { json in
                json.field("twin", commune.text)
                json.key("sensitive")
                json.boolean(twin.isSensitive)
                json.key("body")
                json.string(twin.body)
                json.key("sources")
                json.string(twin.sources)
            }
        }
        return Gzip.pack(bytes)
    }

    static func digests(of engine: PrintEngine) -> [String: String] {
        var digests: [String: String] = [:]
        for file in engine.templates.files(neededBy: .bulletin) { digests[file.path] = Digest(of: file.bytes).description }
        return digests
    }
}
