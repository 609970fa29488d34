public import Foundation
import Postgres

/// What a packet is about.
public enum PacketScope: Sendable, Hashable {
    /// A person's entries and what the roster says of them.
    case person(UUID)
    /// The entries of a bargaining unit; none that was corrected to belong to another, or its old version would count.
    case unit(UUID)
    /// An incident, and the entries attributed to it.
    case incident(UUID)
    /// The whole log.
    case all

    /// The ids of its events; nil stands for all. Keys and restores belong to every packet.
    var events: Query? {
        let entries: Query
        switch self {
        case .all: return nil
        case .person(let id):
            entries = """
                select work_entry_id, version, event_id from work_entry_version where employee_id = \(id)
                """
        case .unit(let id):
            entries = """
                select work_entry_id, version, event_id from work_entry_version as kept where bargaining_unit_id = \(id)
                and not exists (
                    select from work_entry_version as newer
                    where newer.work_entry_id = kept.work_entry_id and newer.version > kept.version
                      and newer.bargaining_unit_id <> kept.bargaining_unit_id)
                """
        case .incident(let id):
            entries = """
                select kept.work_entry_id, kept.version, kept.event_id from work_entry_version as kept
                where kept.work_entry_id in (select work_entry_id from attribution where incident_id = \(id))
                """
        }
        return """
            with entry as (\(entries))
            select event_id from entry
            union select hold.event_id from entry_hold as hold join entry using (work_entry_id, version)
            union select made.event_id from attribution_set as made join entry using (work_entry_id, version)
            union select said.event_id from incident_version as said
                where incident_id in (select incident_id from attribution join entry using (work_entry_id, version))
            union \(others)
            union select event_id from log_key
            union select event_id from log_restore
            """
    }

    private var others: Query {
        switch self {
        case .all: "select event_id from log_key"
        case .person(let id):
            """
            select event_id from employee where employee_id = \(id)
            union select event_id from assignment where employee_id = \(id)
            union select event_id from read_event join read_person using (read_event_id) where employee_id = \(id)
            """
        case .unit(let id): "select event_id from bargaining_unit where bargaining_unit_id = \(id)"
        case .incident(let id): "select event_id from incident_version where incident_id = \(id)"
        }
    }
}
