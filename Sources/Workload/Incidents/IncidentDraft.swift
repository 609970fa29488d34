public import Foundation
public import WorkUnits

/// What is said of an incident, before it is kept as a version.
public struct IncidentDraft: Sendable, Hashable {
    /// Parts of the record system, those of the constraint `incident_version_module_is_known`.
    public static let modules = [
        "enrollment", "scheduling", "attendance", "grades", "transcripts", "special_education", "meals", "reports",
        "access", "performance", "help_desk",
    ]
    /// Where an incident may stand.
    public static let statuses = ["investigating", "identified", "monitoring", "resolved"]

    /// Identity, made by the client or printed into the form.
    public var id: UUID
    /// 1 when it is opened, else one more than the version that is changed.
    public var version: Int
    /// What it is called.
    public var title: String
    /// The part of the record system that failed.
    public var module: String
    /// 1 stops a site's work, 4 is a nuisance.
    public var severity: Int
    /// Where it stands.
    public var status: String
    /// When it began.
    public var beganAt: Instant
    /// When it was resolved; only if it is.
    public var resolvedAt: Instant?
    /// Sites affected; empty when every site is.
    public var siteIDs: [UUID]
    /// What to say about this change.
    public var note: String?

    /// What is said of an incident.
    public init(
        id: UUID, version: Int, title: String, module: String, severity: Int, status: String, beganAt: Instant,
        resolvedAt: Instant?, siteIDs: [UUID], note: String?
    ) {
        self.id = id
        self.version = version
        self.title = title
        self.module = module
        self.severity = severity
        self.status = status
        self.beganAt = beganAt
        self.resolvedAt = resolvedAt
        self.siteIDs = siteIDs
        self.note = note
    }
}

extension IncidentDraft {
    /// Whether both open the same incident. When it was resolved is set by the server as the form arrives, so that may
    /// differ.
    func isSameOpening(as other: IncidentDraft) -> Bool {
        var other = other
        if resolvedAt != nil, other.resolvedAt != nil { other.resolvedAt = resolvedAt }
        return self == other
    }
}
