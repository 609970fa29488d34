import Evidence
import Foundation
import Postgres
import StrictJSON

/// The queries of events with all that is kept of them.
enum EventRows {
    static func sealed(from first: Int64, count: Int64) -> Query {
        """
        select place.leaf_index, place.event_id, place.leaf_hash, event.leaf, event.received_ms, field.fields, 0 as queued
        from log_leaf as place left join event using (event_id) left join event_field as field using (event_id)
        where place.leaf_index >= \(first) order by place.leaf_index limit \(count)
        """
    }

    static let waiting: Query = """
        select null::bigint as leaf_index, event.event_id, coalesce(pending.leaf_hash, event.leaf_hash) as leaf_hash,
               event.leaf, event.received_ms, field.fields, coalesce(pending.queued, -1) as queued
        from event left join event_pending as pending using (event_id) left join event_field as field using (event_id)
        where not exists (select from log_leaf as place where place.event_id = event.event_id)
        """
}

/// An event with all that is kept of it.
struct EventRow {
    let id: UUID
    /// Its place; nil while it waits.
    let index: Int64?
    let queued: Int64
    /// The hash that was sealed, or waits to be.
    let sealedHash: TreeHash
    private let leaf: Leaf?
    private let receivedMilliseconds: Int64?
    /// Fields by name, as far as they can be read.
    let fields: [String: JSON]
    private let areWhole: Bool

    init(_ row: Row) throws {
        id = try row.decode("event_id")
        index = try row.decode("leaf_index", as: Int64?.self)
        queued = try row.decode("queued")
        sealedHash = TreeHash(bytes: try row.decode("leaf_hash", as: [UInt8].self)) ?? .empty
        let leaf = try row.decode("leaf", as: [UInt8]?.self).flatMap { try? Leaf(parsing: $0) }
        self.leaf = leaf
        receivedMilliseconds = try row.decode("received_ms", as: Int64?.self)
        let texts = try row.decode("fields", as: [String?]?.self) ?? []
        // What the database can't keep as JSON was never a field.
        let read = texts.compactMap { text in text.flatMap { try? Disclosure(parsing: $0) } }
            .filter { !$0.value.holdsNUL }
        fields = Dictionary(read.map { ($0.name, $0.value) }) { first, _ in first }
        areWhole =
            read.count == texts.count && fields.count == read.count
            && read.allSatisfy { disclosure in leaf?.holds(disclosure.digest) ?? true }
            && (leaf.map { $0.count == read.count } ?? true)
    }

    var kind: String { fields["kind"]?.string ?? "" }
    var subject: String { fields["subject"]?.string ?? "" }

    var faults: [LogFault] {
        let place = index.map(UInt64.init)
        var faults: [LogFault] = []
        if leaf?.hash != sealedHash || leaf?.receivedMilliseconds != receivedMilliseconds {
            faults.append(LogFault(.eventChanged, kind: kind, subject: subject, index: place))
        }
        if index == nil, queued < 0 { faults.append(LogFault(.placeMissing, kind: kind, subject: subject)) }
        if !areWhole { faults.append(LogFault(.fieldChanged, kind: kind, subject: subject, index: place)) }
        return faults
    }
}

/// A batch of events, to be put where rows are held against them.
struct SaidEvents {
    private var ids: [UUID] = []
    private var indexes: [Int64?] = []
    private var queued: [Int64] = []
    private var kinds: [String] = []
    private var subjects: [String] = []
    private var named: [String] = []

    /// Takes in an event; what is wrong with it.
    mutating func take(_ event: EventRow) -> [LogFault] {
        ids.append(event.id)
        indexes.append(event.index)
        queued.append(event.queued)
        kinds.append(event.kind)
        subjects.append(event.subject)
        named.append(JSON.object(event.fields.map { JSON.Member($0.key, $0.value) }).canonical ?? "{}")
        return event.faults
    }

    var insert: Query {
        """
        insert into pg_temp.said (event_id, leaf_index, queued, kind, subject, named)
        select * from unnest(\(ids)::uuid[], \(indexes)::bigint[], \(queued)::bigint[], \(kinds)::text[],
                             \(subjects)::text[], \(named)::jsonb[])
        """
    }
}

extension JSON {
    fileprivate var holdsNUL: Bool {
        switch self {
        case .string(let text): text.utf8.contains(0)
        case .array(let values): values.contains(where: \.holdsNUL)
        case .object(let members): members.contains { $0.value.holdsNUL }
        case .null, .bool, .number: false
        }
    }
}
