public import Foundation
public import Postgres

/// Who is acting in this request, and the scope of each role that is live today.
public struct Caller: Sendable, Hashable {
    /// The district whose schema the caller sees.
    public let district: District
    /// The session's public id, for "this device".
    public let sessionID: UUID
    /// SHA-256 of the cookie's secret; functions that write entries find the caller by it.
    public let sessionDigest: [UInt8]
    /// The sign-in.
    public let accountID: UUID
    /// The person of the roster; nil for somebody who is not employed.
    public let employeeID: UUID?
    /// The name on pages.
    public let displayName: String
    /// The language pages are read in: `en` or `es`.
    public let language: String
    /// Sites whose entries the caller reviews.
    public let reviewerSites: [UUID]
    /// Units the caller represents.
    public let unionUnits: [UUID]
    /// Units whose people the caller manages.
    public let hrUnits: [UUID]
    /// Whether the caller opens and changes incidents.
    public let isIncidentAdministrator: Bool
    /// Whether the caller reads totals and verifies the log.
    public let isAuditor: Bool

    /// Role, schema and scopes as the database is to see them.
    public let identity: Identity

    /// Whether totals of hours may be read.
    public var seesTotals: Bool { isIncidentAdministrator || isAuditor || !hrUnits.isEmpty }

    /// Whether names of people may be read.
    public var managesPeople: Bool { !hrUnits.isEmpty }

    /// Whether the monthly counts of reads of names may be read.
    public var seesReadCounts: Bool { !hrUnits.isEmpty || !unionUnits.isEmpty || isAuditor }

    /// Codes of the roles that are live today.
    public var roles: [String] {
        [
            ("site_reviewer", !reviewerSites.isEmpty), ("union_representative", !unionUnits.isEmpty),
            ("hr", !hrUnits.isEmpty), ("incident_administrator", isIncidentAdministrator), ("auditor", isAuditor),
        ].filter(\.1).map(\.0)
    }

    init(row: Row, digest: [UInt8], district: District) throws {
        self.district = district
        sessionID = try row.decode("session_id")
        sessionDigest = digest
        accountID = try row.decode("account_id")
        employeeID = try row.decode("employee_id", as: UUID?.self)
        displayName = try row.decode("display_name")
        language = try row.decode("language")
        reviewerSites = try row.decode("reviewer_sites", as: [UUID]?.self) ?? []
        unionUnits = try row.decode("union_units", as: [UUID]?.self) ?? []
        hrUnits = try row.decode("hr_units", as: [UUID]?.self) ?? []
        isIncidentAdministrator = try row.decode("is_incident_administrator")
        isAuditor = try row.decode("is_auditor")
        identity = district.identity(settings: [
            Setting(name: "afterbell.account_id", value: accountID.text),
            Setting(name: "afterbell.employee_id", value: employeeID?.text ?? ""),
            Setting(name: "afterbell.reviewer_sites", value: reviewerSites.arrayLiteral),
            Setting(name: "afterbell.union_units", value: unionUnits.arrayLiteral),
            Setting(name: "afterbell.hr_units", value: hrUnits.arrayLiteral),
            Setting(name: "afterbell.incident_admin", value: isIncidentAdministrator ? "on" : ""),
            Setting(name: "afterbell.auditor", value: isAuditor ? "on" : ""),
        ])
    }
}

extension District {
    /// The district's role and schema with the settings given; without settings nobody is acting.
    func identity(settings: [Setting] = [], lockTimeoutMilliseconds: Int? = nil) -> Identity {
        Identity(
            role: slug.role, searchPath: "\(slug.schema), pg_temp", settings: settings,
            lockTimeoutMilliseconds: lockTimeoutMilliseconds)
    }

    /// A service or the operator acting in the district's schema as the role given, `afterbell_importer` or another.
    public func identity(service role: String) -> Identity {
        Identity(role: role, searchPath: "\(slug.schema), pg_temp")
    }
}

extension [UUID] {
    /// PostgreSQL's text form of a uuid[]; empty text for none, which policies read as no scope.
    fileprivate var arrayLiteral: String {
        isEmpty ? "" : "{" + map { $0.text }.joined(separator: ",") + "}"
    }
}
