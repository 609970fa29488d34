public import Evidence

/// Who is to read a packet: which fields of an event they are shown. The digests of the others stay, and tell nothing.
///
/// Source: design, people and what they must never see; `docs/reference/packet.md`.
public enum Audience: String, Sendable, CaseIterable {
    /// The person it is about.
    case person
    /// The union that represents the unit.
    case union
    /// HR and payroll.
    case hr
    /// Auditor or board: totals and the log, no people.
    case auditor

    private static let always: Set = ["log_key", "log_restore"]
    private static let ofNobody: [String: Set<String>] = [
        "work_entry": [
            "kind", "subject", "role", "work_entry_id", "version", "worked_minutes", "high_minutes", "is_withdrawn",
            "category", "cause", "incidents", "not_listed_module",
        ],
        "entry_hold": ["kind", "subject", "role", "work_entry_id", "version", "step", "state", "held_because"],
        "incident": [
            "kind", "subject", "role", "incident_id", "version", "title", "module", "severity", "status", "began_at",
            "resolved_at", "is_everywhere", "site_ids", "opened_at", "recorded_at",
        ],
    ]
    /// What those who work in a district see of incidents: not how severe administrators find them, nor their notes.
    private static let ofIncidents = ofNobody["incident"]?.subtracting(["severity"]) ?? []
    private static let ofLook: Set = ["kind", "subject", "role", "account", "page", "read_at"]
    private static let ofPeople: Set = [
        "work_entry", "entry_hold", "attribution", "incident", "assignment", "employee", "bargaining_unit",
    ]

    /// Who may read a packet about something: nobody is shown people whom they are not there for. Source: design, people and
    /// what they must never see.
    public static func all(for scope: PacketHead.Scope) -> [Audience] {
        switch scope {
        case .person: [.person, .hr]
        case .unit: [.union, .hr, .auditor]
        case .incident, .all: [.hr, .auditor]
        }
    }

    /// Whether a field of an event of that kind is shown.
    public func isShown(_ name: String, of kind: String) -> Bool {
        if Self.always.contains(kind) { return true }
        if self == .auditor { return Self.ofNobody[kind]?.contains(name) ?? false }
        if kind == "read" { return self == .person && Self.ofLook.contains(name) }
        guard Self.ofPeople.contains(kind) else { return false }
        if self == .hr { return true }
        return kind == "incident" ? Self.ofIncidents.contains(name) : name != "email"
    }
}
