import Diagnostics
import FeedReading
import Files
import Publishing
import SiteBuild
import SiteModel

/// The review of the feeds for programs.
struct FeedReport {
    private struct Document: Encodable {
        let date: String?
        let departement: String?
        let communes: Int?
        let communesWithoutUnit: [String]?
        /// By function: codes of communes.
        let communesWithoutContact: [String: [String]]?
        let communesWithoutTownHall: [String]?
        let unitsWithoutHours: [String]?
        let unitsWithoutTelephone: [String]?
        let unitsWithoutAddress: [String]?
        let feeds: [Row]?
        let changes: [Change]?
        let feedChanges: [FeedDifference]?
        let messages: [JSONReport.Message]
    }

    private struct Row: Encodable {
        let id: String
        let file: String
        let format: String
        let producer: String
        let title: String
        let licence: String
        let vintage: String
        let nature: String
        let retrieved: String
        let age: Int
        let maximumAge: Int?
        let rows: Int?
        let kept: Int?
        let communes: Int?
        let unmatched: [String]?
        let former: [String]?
        let duplicates: Int?
    }

    private struct Change: Encodable {
        let kind: String
        let id: String
        let name: String
        let what: String
        let before: String?
        let now: String?
    }

    private struct FeedDifference: Encodable {
        let feed: String
        let what: String?
        let before: String?
        let now: String?
    }

    let json: String

    init(_ review: FeedReview?, changes: FeedChanges?, diagnostics: [Diagnostic]) {
        let document = Document(
            date: review?.today.description, departement: review?.departement.code, communes: review?.communes.count,
            communesWithoutUnit: review?.communesWithoutUnit.map(\.code.text),
            communesWithoutContact: (review?.gaps.contacts).map { gaps in
                Dictionary(
                    gaps.map { ($0.function.rawValue, $0.communes.map(\.text)) }, uniquingKeysWith: { first, _ in first })
            },
            communesWithoutTownHall: review?.gaps.townHalls.map(\.text),
            unitsWithoutHours: review?.gaps.unitsWithoutHours,
            unitsWithoutTelephone: review?.gaps.unitsWithoutTelephone,
            unitsWithoutAddress: review?.gaps.unitsWithoutAddress,
            feeds: review.map { review in review.rows.map { Self.row($0, today: review.today) } },
            changes: changes?.records.map(Self.change),
            feedChanges: changes?.feeds.map {
                FeedDifference(feed: $0.feed, what: $0.what, before: $0.before, now: $0.now)
            },
            messages: diagnostics.map(JSONReport.Message.init))
        json = JSONReport.text(document)
    }

    private static func row(_ row: FeedReview.Row, today: CalendarDate) -> Row {
        let feed = row.feed
        return Row(
            id: feed.id, file: feed.file, format: feed.format, producer: feed.producer, title: feed.title,
            licence: feed.licence, vintage: feed.vintage, nature: feed.nature.rawValue,
            retrieved: feed.retrieved.description, age: feed.age(on: today), maximumAge: feed.maximumAge,
            rows: row.summary?.rows, kept: row.summary?.kept, communes: row.summary?.communes,
            unmatched: row.summary?.unmatched.map(\.text), former: row.summary?.former.map(\.text),
            duplicates: row.summary?.duplicates)
    }

    private static func change(_ change: RecordChange) -> Change {
        let record = change.record
        let (what, before, now): (String, String?, String?) =
            switch change.kind {
            case .appeared: ("appeared", nil, nil)
            case .disappeared: ("disappeared", nil, nil)
            case .value(name: let name, before: let before, now: let now): (name, before, now)
            }
        return Change(
            kind: record.kind.rawValue, id: record.id, name: record.name, what: what, before: before, now: now)
    }
}
