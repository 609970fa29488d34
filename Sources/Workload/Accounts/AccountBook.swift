public import Postgres

/// What the operator does with accounts: open, reset, disable, grant roles. Acts as `afterbell_signin`.
public struct AccountBook: Sendable {
    /// A role with its scope.
    public struct Grant: Sendable, Hashable {
        /// `site_reviewer`, `union_representative`, `hr`, `incident_administrator` or `auditor`.
        public let role: String
        /// Name or number of the site, for a site reviewer.
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

    private let database: Database
    private let identity: Identity
    private let passwords = PasswordChecker()

    /// - Parameters:
    ///   - database: signed in as a role that may act as `afterbell_signin`.
    ///   - district: whose accounts.
    public init(_ database: Database, district: District) {
        self.database = database
        identity = district.identity(service: "afterbell_signin")
    }

    /// Opens an account, for a person of the roster or for somebody who is not employed.
    ///
    /// - Parameters:
    ///   - name: sign-in name; for a person of the roster their e-mail when nil.
    ///   - employeeNumber: the person of the roster.
    ///   - displayName: the name on pages, for somebody who is not employed.
    ///   - password: 8 characters or more; nil for none yet.
    ///   - language: `en` or `es`.
    /// - Throws: ``WorkloadError`` of kind notFound when no such person is on the roster, conflict when the name or the
    ///   person has an account, invalid when a name is missing or the password is too short.
    public func open(
        name: String?, employeeNumber: String?, displayName: String?, password: String?, language: String = "en"
    ) async throws {
        let hash = try await hash(password)
        let added: QueryResult
        do {
            added = try await database.write(
                as: identity,
                [
                    """
                    insert into account (employee_id, sign_in_name, display_name, password_hash, language)
                    select person.employee_id, lower(btrim(coalesce(\(name), person.email, person.employee_number))),
                           coalesce(\(displayName), btrim(person.given_name || ' ' || person.family_name)), \(hash),
                           \(language)
                    from (select) as always
                    left join employee as person on person.employee_number = \(employeeNumber)
                    where (person.employee_id is not null) = (\(employeeNumber)::text is not null)
                      and (person.employee_id is not null or \(name)::text is not null and \(displayName)::text is not null)
                    """,
                    "select count_roster()",
                ])[0]
        } catch {
            throw WorkloadError(error)
        }
        guard added.affectedRows == 1 else {
            throw employeeNumber == nil
                ? WorkloadError(
                    .invalid, "Give a sign-in name and a display name, or an employee number of the roster.")
                : WorkloadError(.notFound, "Nobody on the roster has employee number \(employeeNumber ?? "").")
        }
    }

    /// Sets a new password and ends the account's sessions.
    ///
    /// - Throws: ``WorkloadError`` of kind notFound, or invalid when the password is too short.
    public func reset(name: String, password: String) async throws {
        let hash = try await hash(password)
        try await change(
            name,
            "update account set password_hash = \(hash), status = 'active' where sign_in_name = lower(btrim(\(name)))")
    }

    /// Disables an account and ends its sessions; nothing that it recorded changes.
    ///
    /// - Throws: ``WorkloadError`` of kind notFound.
    public func disable(name: String) async throws {
        try await change(name, "update account set status = 'disabled' where sign_in_name = lower(btrim(\(name)))")
    }

    /// Grants a role from today on.
    ///
    /// - Throws: ``WorkloadError`` of kind notFound when account, site or unit is not there; invalid when the scope
    ///   doesn't fit the role.
    public func grant(_ grant: Grant, to name: String, by operatorName: String) async throws {
        let added: QueryResult
        do {
            added = try await database.write(
                as: identity,
                [
                    """
                    insert into role_grant (account_id, role, site_id, bargaining_unit_id, starts_on, granted_by)
                    select account.account_id, \(grant.role), site.site_id, unit.bargaining_unit_id, current_date,
                           \(operatorName)
                    from account
                    left join site on \(grant.site)::text in (site.name, site.identifier, site.sourced_id)
                    left join bargaining_unit as unit on unit.code = \(grant.unit)
                    where account.sign_in_name = lower(btrim(\(name)))
                      and (site.site_id is not null) = (\(grant.site)::text is not null)
                      and (unit.bargaining_unit_id is not null) = (\(grant.unit)::text is not null)
                    """
                ])[0]
        } catch {
            throw WorkloadError(error)
        }
        guard added.affectedRows == 1 else {
            throw WorkloadError(.notFound, "There is no such account, site or unit.")
        }
    }

    private func change(_ name: String, _ update: Query) async throws {
        let results = try await database.write(
            as: identity,
            [
                update,
                """
                update session set ended_at = now() from account
                where session.account_id = account.account_id and session.ended_at is null
                  and account.sign_in_name = lower(btrim(\(name)))
                """,
                "select count_roster()",
            ])
        guard results[0].affectedRows == 1 else {
            throw WorkloadError(.notFound, "There is no account \(name).")
        }
    }

    private func hash(_ password: String?) async throws -> String? {
        guard let password else { return nil }
        guard password.count >= 8, password.utf8.count <= 1024 else {
            throw WorkloadError(.invalid, "A password has 8 characters or more; 15 are better.")
        }
        return try await passwords.hash(password)
    }
}
