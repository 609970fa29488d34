import Foundation
import Postgres
import WorkUnits

extension AccountBook {
    /// Grants a role. Granting the same for the same dates again changes nothing.
    ///
    /// - Throws: ``WorkloadError`` of kind notFound when account, site or unit is not there; invalid when the site's name
    ///   is that of several, the scope doesn't fit the role, or the dates are out of order; conflict when the account
    ///   has the role on some of these days already, between other dates.
    public func grant(
        _ scope: RoleScope, on dates: RoleDates = RoleDates(), to name: String, by operatorName: String
    ) async throws {
        try await change(roleOf: name, scope) { transaction, key in
            let first = dates.first ?? key.today
            guard first <= dates.last ?? first else {
                throw WorkloadError(.invalid, "The last day comes before the first.", rule: "role_grant_dates_in_order")
            }
            let held = try await transaction.query(key.held(from: first, until: dates.last))
            if let other = held.first {
                let (from, until) = (try other.decode("starts_on", as: CivilDate.self), try other.lastDay)
                guard held.count == 1, until == dates.last, from == dates.first ?? min(from, first) else {
                    throw WorkloadError(
                        .conflict,
                        "\(name) has this role \(Self.words(from, until)). End it first: afterbell account end-role")
                }
                return
            }
            _ = try await transaction.query(
                """
                insert into role_grant (account_id, role, site_id, bargaining_unit_id, starts_on, ends_on, granted_by)
                values (\(key.account), \(scope.role), \(key.site), \(key.unit), \(first), \(dates.last), \(operatorName))
                """)
        }
    }

    /// Ends a role at once; one that is still to begin never does. That it was granted stays on record.
    ///
    /// - Throws: ``WorkloadError`` of kind notFound when account, site or unit is not there, or the account does not
    ///   have the role.
    public func end(_ scope: RoleScope, of name: String) async throws {
        try await change(roleOf: name, scope) { transaction, key in
            // A role is live on its last day too, so the last one is yesterday, or the eve of the first.
            let ended = try await transaction.query(
                """
                update role_grant set ends_on = greatest(starts_on, \(key.today)::date) - 1, event_id = default
                where role_grant_id = any (array(select role_grant_id from (\(key.held(from: key.today, until: nil))) as held))
                """)
            guard ended.affectedRows > 0 else {
                throw WorkloadError(.notFound, "\(name) has no such role, today or later.")
            }
        }
    }

    /// Finds account, site and unit and locks the account, so that one change of its roles follows the other.
    private func change(
        roleOf name: String, _ scope: RoleScope, _ body: (Transaction, RoleKey) async throws -> Void
    ) async throws {
        do {
            try await database.write(as: identity) { transaction in
                let found = try await transaction.query(
                    [
                        "select account_id from account where sign_in_name = lower(btrim(\(name))) for update",
                        "select site_id from site where \(scope.site) in (name, identifier, sourced_id)",
                        "select bargaining_unit_id from bargaining_unit where code = \(scope.unit)",
                        "select (now() at time zone \(district.zone))::date as today",
                    ])
                guard let account = found[0].first else {
                    throw WorkloadError(.notFound, "There is no account \(name).")
                }
                guard found[1].count <= 1 else {
                    throw WorkloadError(
                        .invalid,
                        "\(found[1].count) sites are called \(scope.site ?? ""). Give the site's number or roster key.")
                }
                guard scope.site == nil || found[1].count == 1 else {
                    throw WorkloadError(.notFound, "There is no site \(scope.site ?? "").")
                }
                guard scope.unit == nil || found[2].count == 1 else {
                    throw WorkloadError(.notFound, "There is no unit \(scope.unit ?? "").")
                }
                try await body(
                    transaction,
                    RoleKey(
                        account: try account.decode("account_id"), role: scope.role,
                        site: try found[1].first?.decode("site_id", as: UUID.self),
                        unit: try found[2].first?.decode("bargaining_unit_id", as: UUID.self),
                        today: try found[3][0].decode("today")))
                _ = try await transaction.query(Facts.keep(.roleGrant))
            }
        } catch let error as PostgresError {
            throw WorkloadError(error)
        }
    }

    private static func words(_ first: CivilDate, _ last: CivilDate?) -> String {
        last.map { "from \(first) until \($0)" } ?? "since \(first)"
    }
}

/// An account with a role and its scope, as the database knows them.
private struct RoleKey {
    let account: UUID
    let role: String
    let site: UUID?
    let unit: UUID?
    /// Today by the district's clock, as `caller_for_session` reads it.
    let today: CivilDate

    /// Grants of it that are held on any of these days.
    func held(from first: CivilDate, until last: CivilDate?) -> Query {
        """
        select role_grant_id, starts_on, ends_on from role_grant
        where account_id = \(account) and role = \(role)
          and site_id is not distinct from \(site)::uuid and bargaining_unit_id is not distinct from \(unit)::uuid
          and coalesce(ends_on, 'infinity') >= greatest(\(first)::date, starts_on)
          and starts_on <= coalesce(\(last)::date, 'infinity')
        order by starts_on
        """
    }
}

extension Row {
    fileprivate var lastDay: CivilDate? {
        get throws { try decode("ends_on", as: CivilDate?.self) }
    }
}
