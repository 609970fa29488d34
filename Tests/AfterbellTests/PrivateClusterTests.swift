import Foundation
import Glibc
import Testing

@testable import afterbell

@Suite(.serialized) struct PrivateClusterTests {
    @Test func `the first start makes a durable database that only its own accounts reach`() async throws {
        try await withFolder { folder in
            let cluster = try await start(folder)
            #expect(value("show data_checksums", in: cluster) == "on")
            #expect(value("show fsync", in: cluster) == "on")
            #expect(value("show synchronous_commit", in: cluster) == "on")
            #expect(value("show listen_addresses", in: cluster) == "")
            #expect(value("show server_encoding", in: cluster) == "UTF8")
            #expect(value("select string_agg(distinct auth_method, ',') from pg_hba_file_rules", in: cluster) == "peer")
            #expect(value("create role stranger login", in: cluster) != nil)
            #expect(value("select 1", in: cluster, user: "stranger") == nil)
            #expect(value("create role afterbell_server login", in: cluster) != nil)
            #expect(value("select current_user", in: cluster, user: "afterbell_server") == "afterbell_server")
            await cluster.stop()
        }
    }

    @Test func `data survive a restart`() async throws {
        try await withFolder { folder in
            let first = try await start(folder)
            #expect(value("create table kept as select 41 as students", in: first) != nil)
            await first.stop()
            #expect(value("select students from kept", in: first) == nil)

            let second = try await start(folder)
            #expect(value("select students from kept", in: second) == "41")
            await second.stop()
        }
    }

    @Test func `a second start on a running folder is refused and names the process`() async throws {
        try await withFolder { folder in
            let cluster = try await start(folder)
            let error = PrivateClusterError.folderInUse(cluster.folder, processID: "\(getpid())")
            await #expect(throws: error) { try await start(folder) }
            #expect(value("select 1", in: cluster) == "1")
            await cluster.stop()
        }
    }

    @Test func `a server left over by a killed afterbell is taken over`() async throws {
        try await withFolder { folder in
            // Let go without stop(): the lock is given back and the server runs on, as after kill -9.
            let left = try await { () async throws -> String? in
                value("select pg_postmaster_start_time()", in: try await start(folder))
            }()
            let cluster = try await start(folder)
            #expect(left != nil)
            #expect(value("select pg_postmaster_start_time()", in: cluster) == left)
            await cluster.stop()
        }
    }

    @Test func `a server left over without its socket is replaced and keeps its data`() async throws {
        try await withFolder { folder in
            let connection = try await { () async throws -> String in
                let left = try await start(folder)
                #expect(value("create table kept as select 41 as students", in: left) != nil)
                return left.conninfo()
            }()
            let socketFolder = try #require(connection.split(separator: "'").dropFirst().first)
            try FileManager.default.removeItem(atPath: String(socketFolder))

            let cluster = try await start(folder)
            #expect(value("select students from kept", in: cluster) == "41")
            await cluster.stop()
        }
    }

    @Test func `a server that was killed is started anew, even when another program has its number`() async throws {
        try await withFolder { folder in
            let account = try ServerAccount()
            let cluster = try await start(folder)
            #expect(value("create table kept as select 41 as students", in: cluster) != nil)
            let notes = "\(folder)/data/postmaster.pid"
            let lines = try String(contentsOfFile: notes, encoding: .utf8).split(separator: "\n")
            let number = try #require(lines.first.flatMap { pid_t($0) })
            kill(number, SIGKILL)
            await cluster.stop()
            let stranger = try Program.start(account.command("/usr/bin/sleep", ["60"]))
            let forged = (["\(stranger.processIdentifier)"] + lines.dropFirst()).joined(separator: "\n")
            try Data(forged.utf8).write(to: URL(filePath: notes))
            try account.take(notes)

            let next = try await start(folder)
            #expect(value("select students from kept", in: next) == "41")
            #expect(stranger.isRunning)
            await next.stop()
            stranger.terminate()
        }
    }

    @Test func `fresh starts over, also from a server left running`() async throws {
        try await withFolder { folder in
            let made = try await { () async throws -> String? in
                value("create table kept as select 41 as students", in: try await start(folder))
            }()
            let cluster = try await start(folder, fresh: true)
            #expect(made != nil)
            #expect(value("select to_regclass('kept') is null", in: cluster) == "t")
            await cluster.stop()
        }
    }

    @Test func `fresh deletes nothing while a server left running does not stop`() async throws {
        try await withFolder { folder in
            let made = try await { () async throws -> String? in
                value("create table kept as select 41 as students", in: try await start(folder))
            }()
            let place = try ClusterFolder(folder, account: ServerAccount())
            let server = try #require(RunningServer(on: place))
            kill(server.processID, SIGSTOP)
            defer { kill(server.processID, SIGCONT) }
            var again = ClusterStart(
                folder: place, programs: try ServerPrograms(environment: [:]), progress: { _ in })
            again.stopLimits = .init(inOrder: .milliseconds(200), atOnce: .milliseconds(200))

            let error = PrivateClusterError.serverStays(place.path, processID: Int(server.processID))
            #expect(throws: error) { try again.run(fresh: true) }

            #expect(made != nil)
            #expect(place.holdsCluster)
            #expect(error.description.contains("nothing was changed"))
        }
    }

    @Test(arguments: [false, true])
    func `a folder with files of somebody else is refused and left alone`(fresh: Bool) async throws {
        try await withFolder { folder in
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
            try Data("mine".utf8).write(to: URL(filePath: "\(folder)/thesis.txt"))
            await #expect(throws: PrivateClusterError.folderIsForeign(folder)) { try await start(folder, fresh: fresh) }
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["thesis.txt"])
        }
    }

    @Test func `data of another major version are refused, and nothing is started`() async throws {
        try await withFolder { folder in
            await (try start(folder)).stop()
            try Data("9\n".utf8).write(to: URL(filePath: "\(folder)/data/PG_VERSION"))
            let error = await #expect(throws: PrivateClusterError.self) { try await start(folder) }
            #expect(error?.description.contains("were written by PostgreSQL 9") == true)
        }
    }

    @Test func `what a first start left when it was cut off is cleared away`() async throws {
        try await withFolder { folder in
            await (try start(folder)).stop()
            let unfinished = "\(folder)/\(ClusterFolder.unfinished)1A2B3C4D"
            try FileManager.default.createDirectory(
                atPath: "\(unfinished)/base",
                withIntermediateDirectories: true
            )
            await (try start(folder)).stop()
            #expect(!FileManager.default.fileExists(atPath: unfinished))
        }
    }

    @Test func `a deep folder with odd characters in its name works`() async throws {
        try await withFolder { folder in
            let deep = folder + "/it's a \\ folder/" + String(repeating: "deep", count: 40)
            let cluster = try await start(deep)
            #expect(value("select 1", in: cluster) == "1")
            await cluster.stop()
        }
    }

    @Test func `stopping twice at once is one stop`() async throws {
        try await withFolder { folder in
            let cluster = try await start(folder)
            async let first: Void = cluster.stop()
            async let second: Void = cluster.stop()
            _ = await (first, second)
            await cluster.stop()
            #expect(!FileManager.default.fileExists(atPath: "\(folder)/data/postmaster.pid"))
        }
    }

    @Test func `a start that PostgreSQL refuses tells what PostgreSQL said`() async throws {
        try await withFolder { folder in
            await (try start(folder)).stop()
            try FileManager.default.removeItem(atPath: "\(folder)/data/global/pg_control")
            let error = await #expect(throws: PrivateClusterError.self) { try await start(folder) }
            #expect(error?.description.contains("pg_control") == true)
        }
    }

    // MARK: - Steps

    private func start(_ folder: String, fresh: Bool = false) async throws -> PrivateCluster {
        try await PrivateCluster.start(folder: folder, fresh: fresh) { _ in }
    }

    /// What psql prints for a statement; nil when it fails.
    private func value(_ sql: String, in cluster: PrivateCluster, user: String = "postgres") -> String? {
        Program.line(of: ["/usr/bin/psql", cluster.conninfo(user: user), "-v", "ON_ERROR_STOP=1", "-XAtqc", sql])
    }

    /// Lends the path of a folder that isn't there yet, and removes it and a server left in it.
    private func withFolder(_ body: (String) async throws -> Void) async throws {
        let folder = "/tmp/afterbell-test-\(UUID().uuidString.prefix(8))"
        defer {
            if let place = try? ClusterFolder(folder, account: ServerAccount()) { RunningServer(on: place)?.stop() }
            try? FileManager.default.removeItem(atPath: folder)
        }
        try await body(folder)
    }
}
