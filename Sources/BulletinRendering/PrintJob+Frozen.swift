public import SiteModel

/// A job that was kept when its edition went to print.
extension PrintJob {
    /// The job as it was, with the errata of today.
    /// - Parameter source: the edition's file.
    public init(
        _ frozen: FrozenEdition.Job, document: PrintDocument, subject: String, source: String, errata: [Edition.Erratum],
    ) {
        self.init(
            id: frozen.id, document: document, subject: subject, source: source,
            data: frozen.opening + [UInt8(ascii: ",")] + ErrataWriter.field(errata) + [UInt8(ascii: "}")])
    }

    /// What of a job's data is kept: everything before its errata; `nil` for what is no job of a bulletin.
    public static func opening(of data: some Collection<UInt8>) -> [UInt8]? {
        let data = Array(data)
        // No text can hold this: its quotation marks would be escaped.
        let mark = Array(",\"errata\":[".utf8)
        guard data.first == UInt8(ascii: "{"), data.last == UInt8(ascii: "}"), data.count > mark.count else { return nil }
        var place = data.count - mark.count
        while place > 0 {
            if data[place] == mark[0], data[place..<place + mark.count].elementsEqual(mark) { return Array(data[..<place]) }
            place -= 1
        }
        return nil
    }
}
