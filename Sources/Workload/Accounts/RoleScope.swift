public import WorkUnits

/// A role with its scope, as the operator names them.
public struct RoleScope: Sendable, Hashable {
    /// `site_reviewer`, `union_representative`, `hr`, `incident_administrator` or `auditor`.
    public let role: String
    /// Name, number or roster key of the site, for a site reviewer.
    public let site: String?
    /// Code of the unit, for a union representative, or to narrow HR.
    public let unit: String?

    /// A role with its scope.
    public init(role: String, site: String? = nil, unit: String? = nil) {
        self.role = role
        self.site = site
        self.unit = unit
    }
}

/// When a role is held.
public struct RoleDates: Sendable, Hashable {
    /// The first day; nil: today, by the district's clock.
    public let first: CivilDate?
    /// The last day; nil: until it is ended.
    public let last: CivilDate?

    /// From a day to a day, both included.
    public init(from first: CivilDate? = nil, until last: CivilDate? = nil) {
        self.first = first
        self.last = last
    }
}
