import Postgres
import Testing

@testable import Workload

@Suite struct WorkloadErrorTests {
    @Test(
        arguments: [
            ("25006", .unavailable), ("57014", .unavailable), ("57P01", .unavailable), ("40001", .unavailable),
            ("53300", .unavailable), ("42501", .forbidden), ("23505", .conflict), ("22003", .internal),
            ("42P01", .internal),
        ] as [(String, WorkloadError.Kind)])
    func `a state of the server means this to the person`(state: String, kind: WorkloadError.Kind) {
        let error = PostgresError.server(ServerError(sqlState: state, message: "secret"))

        #expect(WorkloadError(error).kind == kind)
        #expect(!WorkloadError(error).message.contains("secret"))
    }

    @Test func `text that can't be sent is the sender's to change`() {
        let error = WorkloadError(PostgresError.encoding("parameter 1 holds a NUL byte"))

        #expect(error.kind == .invalid)
        #expect(error.rule == "text_can_be_kept")
    }

    @Test(arguments: ["role_grant_role_is_known", "role_grant_scope_fits_role", "role_grant_dates_in_order"])
    func `a constraint on what the operator states has words`(constraint: String) {
        let error = PostgresError.server(ServerError(sqlState: "23514", message: "", constraint: constraint))

        #expect(WorkloadError(error).kind == .invalid)
        #expect(WorkloadError(error).rule == constraint)
    }
}
