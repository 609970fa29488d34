import Evidence
import Postgres
import Schema
import Support
import Workload

/// The log of a test's district, with a key.
struct TestLog {
    let database: TestDatabase
    let log: EventLog
    let keys: LogKeys
    let signer: LogSigner

    var key: SigningKey { signer.key }

    init(_ database: TestDatabase) async throws {
        self.database = database
        log = EventLog(database.admin, district: database.district)
        keys = LogKeys(database.admin, district: database.district)
        signer = try LogSigner()
    }

    /// Adds the key, and seals all that waits.
    func begin() async throws {
        try await keys.add(key.verifier, for: .log)
        try await sealAll()
    }

    func sealAll() async throws {
        while try await log.seal(atMost: 50) > 0 {}
    }

    /// Signs what the log holds now.
    @discardableResult
    func sign() async throws -> SignedNote {
        try SignedNote(try await signer.sign(database).text, signedBy: key)
    }

    func check(signed: TreeHead? = nil) async throws -> DistrictCheck.Report {
        try await DistrictCheck(database.admin, district: database.district, schema: Schema()).run(signed: signed)
    }

    /// Does what somebody with all rights can do, with every guard off.
    func tamper(_ statements: Query...) async throws {
        try await database.admin.write(as: database.district.identity(service: "postgres")) { transaction in
            try await transaction.query("set local session_replication_role = replica")
            for statement in statements { try await transaction.query(statement) }
        }
    }

    func count(_ query: Query) async throws -> Int {
        try await database.admin.read(as: database.district.identity(service: "postgres"), [query])[0][0].decode(
            "count")
    }
}
