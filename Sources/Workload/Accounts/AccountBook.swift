public import Postgres

/// What the operator does with accounts: open, reset, disable, grant roles and end them. Acts as `afterbell_signin`.
public struct AccountBook: Sendable {
    let database: Database
    let identity: Identity
    let district: District
    private let passwords = PasswordChecker()

    /// - Parameters:
    ///   - database: signed in as a role that may act as `afterbell_signin`.
    ///   - district: whose accounts.
    public init(_ database: Database, district: District) {
        self.database = database
        self.district = district
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
                ] + Facts.keep(.account))[0]
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

    /// Sets a new password, ends the account's sessions, and lets it in again if it was disabled: its roles, as far as
    /// they are live, are live again too.
    ///
    /// - Throws: ``WorkloadError`` of kind notFound, or invalid when the password is too short.
    public func reset(name: String, password: String) async throws {
        let hash = try await hash(password)
        try await change(
            name,
            "update account set password_hash = \(hash), status = 'active', event_id = default where sign_in_name = lower(btrim(\(name)))"
        )
    }

    /// Disables an account and ends its sessions; nothing that it recorded changes.
    ///
    /// - Throws: ``WorkloadError`` of kind notFound.
    public func disable(name: String) async throws {
        try await change(
            name,
            "update account set status = 'disabled', event_id = default where sign_in_name = lower(btrim(\(name)))")
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
            ] + Facts.keep(.account))
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
