import Foundation
import Postgres
import Workload

/// A short session of somebody in the demo, so that what they are said to have recorded goes the way of everybody's.
struct DemoSession {
    let caller: Caller
    private let database: Database

    /// - Throws: ``WorkloadError`` of kind notFound when there is no such account.
    init(_ database: Database, _ district: District, signInName: String) async throws {
        try await self.init(
            database, district, account: "select account_id from account where sign_in_name = \(signInName)")
    }

    /// - Throws: ``WorkloadError`` of kind notFound when that person has no account.
    init(_ database: Database, _ district: District, employeeNumber: String) async throws {
        try await self.init(
            database, district,
            account: """
                select account_id from account join employee using (employee_id)
                where employee_number = \(employeeNumber)
                """)
    }

    private init(_ database: Database, _ district: District, account: Query) async throws {
        let secret = SessionSecret()
        let started = try await database.write(
            as: district.identity(service: "afterbell_signin"),
            [
                """
                insert into session (session_digest, account_id, ends_at, network, device)
                select \(secret.digest)::bytea, account_id, now() + interval '1 hour', 'demo', 'demo'
                from (\(account)) as chosen
                """
            ])[0]
        guard started.affectedRows == 1, let caller = try await SignIns(database).caller(secret, in: district) else {
            throw WorkloadError(.notFound, "Somebody in the demo has no account.")
        }
        self.caller = caller
        self.database = database
    }

    /// Sites by the roster's key.
    func sites() async throws -> [String: UUID] {
        let rows = try await database.read(
            as: caller.identity, ["select sourced_id, site_id from site where sourced_id is not null"])[0]
        return try rows.reduce(into: [:]) {
            $0[try $1.decode("sourced_id", as: String.self)] = try $1.decode("site_id")
        }
    }

    func end() async throws {
        try await Sessions(database).end(caller.sessionID, as: caller)
    }
}
