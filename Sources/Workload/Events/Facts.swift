import Foundation
import Postgres

/// Kinds of facts that rows stand for. Each has a view `fact_<kind>` in `sql/api`, which says how its rows look as
/// events; the view is all that a new kind needs beside its name here and a line in docs/reference/events.md. What it says is
/// shown to nobody in packets until ``Audience`` names it.
enum FactKind: String, CaseIterable {
    case account
    case assignment
    case attribution
    case bargainingUnit = "bargaining_unit"
    case employee
    case entryHold = "entry_hold"
    case incident
    case logKey = "log_key"
    case logRestore = "log_restore"
    case read
    case roleGrant = "role_grant"
    case rosterImport = "roster_import"
    case site
    case workEntry = "work_entry"
}

/// The statements that write the events of rows, in the transaction that wrote the rows.
enum Facts {
    /// Writes the event of one row.
    ///
    /// - Parameter event: the row's `event_id`.
    static func keep(_ kind: FactKind, event: UUID) -> Query {
        "select keep_facts(\(kind.rawValue), \([event])::uuid[])"
    }

    /// Writes the events of all rows of these kinds that have none yet.
    static func keep(_ kinds: FactKind...) -> [Query] {
        kinds.map { "select keep_facts(\($0.rawValue))" }
    }
}
