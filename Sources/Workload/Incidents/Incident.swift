public import Foundation
import Postgres
public import WorkUnits

/// A dated failure of the record system, as it stands or stood.
public struct Incident: Sendable {
    /// What was said.
    public let draft: IncidentDraft
    /// Names of the sites affected, in the order of the draft's ids; empty when every site is.
    public let siteNames: [String]
    /// When this version was recorded; nil in lists.
    public let recordedAt: Instant?
    /// The account that recorded this version; nil in lists.
    public let recordedBy: UUID?

    /// Identity.
    public var id: UUID { draft.id }
    /// Whether it is over.
    public var isResolved: Bool { draft.status == "resolved" }
}

extension Incident {
    init(_ row: Row, isVersion: Bool) throws {
        draft = IncidentDraft(
            id: try row.decode("incident_id"), version: try row.decode("version"), title: try row.decode("title"),
            module: try row.decode("module"), severity: try row.decode("severity"), status: try row.decode("status"),
            beganAt: try row.decode("began_at"), resolvedAt: try row.decode("resolved_at", as: Instant?.self),
            siteIDs: try row.decode("site_ids"), note: isVersion ? try row.decode("note", as: String?.self) : nil)
        siteNames = try row.decode("site_names")
        recordedAt = isVersion ? try row.decode("recorded_at") : nil
        recordedBy = isVersion ? try row.decode("recorded_by") : nil
    }
}
