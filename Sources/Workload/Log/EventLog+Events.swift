public import Evidence
import Foundation
import Postgres

/// An event as the log holds it.
public struct LoggedEvent: Sendable {
    /// Its place.
    public let index: UInt64
    /// The hash that was sealed.
    public let hash: TreeHash
    /// The leaf's bytes; nil when the database has lost them.
    public let leaf: [UInt8]?
    /// Disclosures of the fields that are not erased.
    public let fields: [String]

    init(_ row: Row) throws {
        index = UInt64(try row.decode("leaf_index", as: Int64.self))
        guard let hash = TreeHash(bytes: try row.decode("leaf_hash", as: [UInt8].self)) else {
            throw WorkloadError(.internal, "The hash of event \(index) has not 32 bytes.")
        }
        self.hash = hash
        leaf = try row.decode("leaf", as: [UInt8]?.self)
        fields = try row.decode("fields", as: [String].self)
    }
}

extension EventLog {
    /// The events at places in a range, in their order.
    public func events(in range: Range<UInt64>) async throws -> [LoggedEvent] {
        try await events(
            "\(Self.logged) where leaf_index >= \(Int64(range.lowerBound)) and leaf_index < \(Int64(range.upperBound)) order by leaf_index"
        )
    }

    /// The events at these places, in the order of the log.
    public func events(at places: [UInt64]) async throws -> [LoggedEvent] {
        try await events(
            "\(Self.logged) where leaf_index = any (\(places.map { Int64($0) })::bigint[]) order by leaf_index")
    }

    private static let logged: Query = """
        select place.leaf_index, place.leaf_hash, event.leaf, coalesce(event_field.fields, '{}') as fields
        from log_leaf as place
        left join event using (event_id)
        left join event_field using (event_id)
        """

    private func events(_ query: Query) async throws -> [LoggedEvent] {
        try await database.read(as: identity, [query])[0].map(LoggedEvent.init)
    }

    /// The places of what a packet is about, below a size, ascending; nil stands for all.
    public func places(of scope: PacketScope, below size: UInt64) async throws -> [UInt64]? {
        guard let events = scope.events else { return nil }
        let rows = try await database.read(
            as: identity,
            [
                """
                select leaf_index from log_leaf where event_id in (\(events)) and leaf_index < \(Int64(size))
                order by leaf_index
                """
            ])[0]
        return try rows.map { UInt64(try $0.decode("leaf_index", as: Int64.self)) }
    }

    /// How many events wait for a place.
    public func waiting() async throws -> Int {
        try await database.read(as: identity, ["select count(*) as waiting from event_pending"])[0][0].decode("waiting")
    }

    /// Finds what the operator names, and what to call it in words.
    ///
    /// - Parameters:
    ///   - person: an employee number or e-mail.
    ///   - unit: a unit's code.
    ///   - incident: an incident's id, or words of its title that fit one only.
    /// - Throws: ``WorkloadError`` of kind notFound when there is none, invalid when there are several.
    public func scope(
        person: String?, unit: String?, incident: String?
    ) async throws -> (scope: PacketScope, about: String) {
        if let person {
            let found = try await one(
                "select employee_id as id, given_name || ' ' || family_name as words from employee where employee_number = \(person) or email = lower(\(person))",
                "Nobody on the roster has employee number or e-mail \(person).")
            return (.person(found.id), found.words)
        }
        if let unit {
            let found = try await one(
                "select bargaining_unit_id as id, name as words from bargaining_unit where code = \(unit)",
                "There is no unit \(unit).")
            return (.unit(found.id), found.words)
        }
        if let incident {
            let found = try await one(
                """
                select distinct on (incident_id) incident_id as id, title as words from incident_version
                where incident_id::text = \(incident) or title ilike \("%" + incident.replacing("%", with: "\\%") + "%")
                order by incident_id, version desc
                """, "There is no incident \(incident).")
            return (.incident(found.id), found.words)
        }
        return (.all, "all events")
    }

    private func one(_ query: Query, _ none: String) async throws -> (id: UUID, words: String) {
        let rows = try await database.read(as: identity, [query])[0]
        guard let row = rows.first else { throw WorkloadError(.notFound, none) }
        guard rows.count == 1 else {
            throw WorkloadError(.invalid, "\(rows.count) fit. Give the id, or more words of the title.")
        }
        return (try row.decode("id"), try row.decode("words"))
    }

    /// Records that the operator takes a packet away, and who is shown in it. To be called before it is written.
    public func noteTaking(_ scope: PacketScope, about: String, for audience: Audience) async throws {
        let people: Query =
            switch scope {
            case _ where audience == .auditor: "select null::uuid as employee_id where false"
            case .person(let id): "select \(id)::uuid as employee_id"
            case .unit(let id):
                "select distinct employee_id from work_entry_version where bargaining_unit_id = \(id)"
            case .incident(let id): "select distinct employee_id from attribution where incident_id = \(id)"
            case .all: "select employee_id from employee"
            }
        let found = try await database.read(as: identity, [people])[0]
        let look = Look(
            page: .evidencePacket, askedFor: "\(about), for \(audience.rawValue)", role: .operator, account: nil)
        try await database.write(
            as: identity, look.recording(of: try found.map { try $0.decode("employee_id") }))
    }

    /// Records that somebody takes a checkpoint away: later packets show how the log went on from there.
    public func noteHandingOut(_ size: UInt64) async throws {
        try await database.write(
            as: identity, ["insert into log_handed_out (size) values (\(Int64(size))) on conflict do nothing"])
    }
}
