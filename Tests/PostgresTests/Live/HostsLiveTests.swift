import Testing

@testable import Postgres

@Suite(.serialized, .timeLimit(.minutes(2))) struct `hosts and TLS` {
    @Test func `a first host that is down is passed over`() async throws {
        let server = try TestServer.options()
        let folder = try #require(server.host)

        let connection = try await Connection.open(
            server.with("host", "/tmp/no-such-folder,\(folder)").with("port", "5432,5432"))

        #expect(try await connection.value("select 1 as value", as: Int.self) == 1)
        await connection.close()
    }

    @Test func `a server that only reads is passed over where one that writes is wanted, and TLS is as asked`()
        async throws
    {
        let second = try SecondCluster.start()
        defer { second.stop() }
        try await offersTLS(second)
        try await isPassedOver(second)
    }

    private func offersTLS(_ second: SecondCluster) async throws {
        let required = try await Connection.open(second.network.with("sslmode", "require"))
        let isEncrypted = try await required.value(
            "select ssl as value from pg_stat_ssl where pid = pg_backend_pid()", as: Bool.self)
        await required.close()
        let without = await failure { _ = try await Connection.open(second.network.with("sslmode", "disable")) }
        let unverified = await failure {
            _ = try await Connection.open(
                second.network.with("sslmode", "verify-full").with("sslrootcert", "/dev/null"))
        }
        let verified = try await Connection.open(
            second.network.with("sslmode", "verify-full").with("sslrootcert", "\(second.folder)/data/server.crt"))
        await verified.close()

        #expect(isEncrypted)
        for error in [without, unverified] {
            if case .connection = error {} else { Issue.record("connected, or \(String(describing: error))") }
        }
    }

    private func isPassedOver(_ second: SecondCluster) async throws {
        let server = try TestServer.options()
        let folder = try #require(server.host)
        let both = second.network.with("host", "127.0.0.1,\(folder)").with("port", "\(second.port),5432")
        let first = try await Connection.open(both)
        let writing = try await Connection.open(both.with("target_session_attrs", "read-write"))

        let isReadOnly: Query = "select current_setting('default_transaction_read_only') = 'on' as value"
        let reads = try await first.value(isReadOnly, as: Bool.self)
        let writes = try await !writing.value(isReadOnly, as: Bool.self)

        #expect(reads)
        #expect(writes)
        await first.close()
        await writing.close()
    }
}

extension ConnectionOptions {
    /// The host that the test server's connection string names: a socket's folder.
    fileprivate var host: String? {
        let conninfo = keywords.first { $0.name == "dbname" }?.value ?? ""
        return conninfo.split(separator: " ").first { $0.hasPrefix("host=") }.map { String($0.dropFirst(5)) }
    }
}
