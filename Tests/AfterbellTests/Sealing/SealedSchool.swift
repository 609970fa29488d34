import Evidence
import Foundation
import Glibc
import Postgres
import SampleLog
import Support
import Testing
import Workload

@testable import afterbell

/// A small school with a log, and the folder of whoever seals it.
struct SealedSchool: Sendable {
    let school: TestSchool
    let keys: TemporaryPlace
    let sealer: Sealer
    let origin: KeyName

    /// - Parameter begun: whether the log has its keys and its first checkpoint.
    init(people: Int = 1, begun: Bool = true) async throws {
        school = try await TestSchool.make(people: people)
        keys = try TemporaryPlace()
        sealer = Sealer(school.database.admin, district: school.database.district, keys: keys.path)
        origin = try #require(KeyName("hours.example.org/test"))
        if begun { try await sealer.begin(origin: origin) }
    }

    var state: String { sealer.folder.path + "/last-checkpoint.txt" }

    /// The keys that checkpoints are signed with, or were.
    func logKeys() async throws -> [VerifierKey] {
        try await sealer.logKeys()
    }

    /// The size of what the folder says was signed last; 0 for nothing.
    func lastSigned() async throws -> UInt64 { try sealer.folder.lastSigned()?.head.size ?? 0 }

    /// The size of what the database says was signed last; 0 for nothing.
    func newest() async throws -> UInt64 { try await sealer.log.newestCheckpoint()?.size ?? 0 }

    /// Something happens in the district, and its event waits.
    func happen() async throws {
        try await asSuperuser([
            "update site set name = name || '.', event_id = default", "select keep_facts('site')",
        ])
    }

    /// Something happens, is sealed and signed.
    func goOn() async throws {
        try await happen()
        try await sealer.seal()
        _ = try await sealer.sign()
    }

    /// Brings the log back to what it was when it had so many events, as a backup does.
    func putBack(to size: UInt64) async throws {
        try await asSuperuser([
            "delete from event_pending",
            "delete from log_leaf where leaf_index >= \(Int64(size))",
            "delete from log_node where (node_index + 1) << level::integer > \(Int64(size))",
            "delete from log_cosignature where size > \(Int64(size))",
            "delete from log_checkpoint where size > \(Int64(size))",
        ])
    }

    func asSuperuser(_ queries: [Query]) async throws {
        try await school.database.admin.write(as: school.database.district.identity(service: "postgres"), queries)
    }

    /// Writes a policy in which these all have to sign.
    func name(_ witnesses: [(String, VerifierKey, url: String?)]) throws {
        let known = try witnesses.map { name, key, url in
            PolicyWitness(name: try #require(PolicyWord(name)), key: key, url: url.flatMap { PolicyWord($0) })
        }
        let all = try #require(PolicyWord("all-of-them"))
        let group = PolicyGroup(name: all, threshold: known.count, members: known.map(\.name))
        let policy = try Policy(witnesses: known, groups: [group], quorum: all)
        try DurableFile.replace(sealer.folder.path + "/policy.txt", with: policy.bytes)
    }

    /// Runs the program as the operator of this district.
    func run(_ arguments: String...) throws -> ValueProcess { try run(arguments) }

    /// The same with the arguments as a list.
    func run(_ arguments: [String], environment: [String: String] = [:]) throws -> ValueProcess {
        try ValueProcess(
            arguments,
            environment: environment.merging([
                "AFTERBELL_ADMIN_DATABASE": school.database.conninfo, "AFTERBELL_KEYS": keys.path,
            ]) { given, _ in given })
    }

    /// Starts `afterbell seal run` and waits for it to end by itself; nil when it goes on for ten seconds.
    func serviceEnds() async throws -> Int32? {
        let process = Process()
        process.executableURL = URL(filePath: ProcessInfo.processInfo.arguments[0]).deletingLastPathComponent()
            .appending(path: "afterbell")
        process.arguments = ["seal", "run"]
        process.environment = ProcessInfo.processInfo.environment.merging([
            "AFTERBELL_ADMIN_DATABASE": school.database.conninfo, "AFTERBELL_KEYS": keys.path,
        ]) { $1 }
        process.standardError = FileHandle.nullDevice
        try process.run()
        for _ in 0..<200 where process.isRunning { try await Task.sleep(for: .milliseconds(50)) }
        guard process.isRunning else { return process.terminationStatus }
        kill(process.processIdentifier, SIGKILL)
        return nil
    }
}

extension TemporaryPlace {
    /// The key of a union that cosigns, in the file `key`.
    func unionKey() throws -> SigningKey {
        let key = try SampleKey.key("example.org/union", .cosignature, 2)
        try KeyFile.writeNew(key, to: self("key"))
        return key
    }
}
