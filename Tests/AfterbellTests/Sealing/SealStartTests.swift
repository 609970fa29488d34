import Evidence
import Foundation
import Testing
import Workload

@testable import afterbell

/// What the commands of the sealer do before anything else: they ask the witnesses what those have seen, each time.
@Suite struct SealStartTests {
    let log: SealedSchool
    let place: TemporaryPlace
    let key: SigningKey

    init() async throws {
        log = try await SealedSchool()
        place = try TemporaryPlace()
        key = try place.unionKey()
    }

    private func witness() async throws -> WitnessProcess {
        let witness = try await WitnessProcess(place, log: log.logKeys()[0], isNew: true)
        try log.name([("union", key.verifier, url: witness.url)])
        return witness
    }

    private func once() async throws -> ValueProcess {
        try await log.happen()
        return try log.run("seal", "once")
    }

    /// Last night's backup and an old copy of the folder, in the place of what the witness has cosigned.
    private func restore(from before: UInt64, _ state: Data) async throws {
        try await log.putBack(to: before)
        try state.write(to: URL(filePath: log.state))
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: log.state)
    }

    @Test func `a backup with an old copy of the folder is not signed, because the witness has seen more`() async throws
    {
        let witness = try await witness()
        #expect(try await once().status == 0)
        let (before, copy) = (try await log.newest(), try Data(contentsOf: URL(filePath: log.state)))
        for _ in 0..<2 { #expect(try await once().status == 0) }
        let seen = try await log.newest()
        try await restore(from: before, copy)

        let refused = try await once()

        #expect(refused.status == 1, "\(refused.output)\(refused.errors)")
        #expect(refused.errors.contains("union has cosigned \(seen) events"), "\(refused.errors)")
        #expect(refused.errors.contains("Nothing is sealed or signed"))
        #expect(refused.errors.contains("afterbell seal restored --reason"))
        #expect(try await log.newest() == before)
        #expect(try await log.sealer.log.size() == before)
        #expect(try log.run("seal", "rotate").status == 1)
        #expect(try await log.serviceEnds() == 1)
        #expect(try log.run("seal", "status").errors.contains("union has cosigned"))
        _ = witness
    }

    @Test func `a backup that has gone on past the witness is not signed either`() async throws {
        let witness = try await witness()
        let (before, copy) = (try await log.newest(), try Data(contentsOf: URL(filePath: log.state)))
        #expect(try await once().status == 0)
        try await restore(from: before, copy)
        for _ in 0..<3 { try await log.happen() }
        _ = try await log.sealer.log.seal()

        let refused = try await once()

        #expect(refused.status == 1, "\(refused.output)\(refused.errors)")
        #expect(refused.errors.contains("union has cosigned other events"), "\(refused.errors)")
        #expect(try await log.newest() == before)
        _ = witness
    }

    @Test func `a restore that is stated goes on, and what the witness had seen is set aside`() async throws {
        let witness = try await witness()
        let (before, copy) = (try await log.newest(), try Data(contentsOf: URL(filePath: log.state)))
        for _ in 0..<2 { #expect(try await once().status == 0) }
        try await restore(from: before, copy)
        #expect(try await once().status == 1)

        let stated = try log.run("seal", "restored", "--reason", "The disk was lost on Tuesday")

        #expect(stated.status == 0, "\(stated.errors)")
        #expect(stated.output.contains("union has cosigned"), "\(stated.output)")
        let aside = try FileManager.default.contentsOfDirectory(atPath: log.sealer.folder.path)
            .filter { $0.hasPrefix("before-restore-") }
        #expect(aside.count == 2, "\(aside)")
        let goesOn = try await once()
        #expect(goesOn.status == 0, "\(goesOn.errors)")
        #expect(goesOn.errors.contains("union"), "\(goesOn.errors)")
        #expect(try await log.newest() == (try await log.sealer.log.size()))
        // A second backup of what was signed since is as little signed as the first.
        let (later, _) = (try await log.newest(), 0)
        _ = try await once()
        try await log.putBack(to: later)
        #expect(try await once().status == 1)
        _ = witness
    }

    @Test func `a witness that is silent holds up nobody who knows what was signed last`() async throws {
        let port = try TakenPort()
        try log.name([("union", key.verifier, url: "http://127.0.0.1:\(port.number)")])
        port.give()

        let done = try await once()

        #expect(done.status == 0, "\(done.errors)")
        #expect(done.errors.contains("union"))
        try FileManager.default.removeItem(atPath: log.state)
        let refused = try await once()
        #expect(refused.status == 1 && refused.errors.contains("could not be asked"), "\(refused.errors)")
        #expect(!FileManager.default.fileExists(atPath: log.state))
    }

    @Test(arguments: [["seal", "once"], ["seal", "status"], ["seal", "rotate"], ["seal", "hand-out", "FILE"]])
    func `on a new host every command takes over what the witness has seen`(_ command: [String]) async throws {
        let witness = try await witness()
        #expect(try await once().status == 0)
        try FileManager.default.removeItem(atPath: log.state)

        let done = try log.run(command.map { $0 == "FILE" ? place("out") : $0 })

        #expect(done.status == 0, "\(done.errors)")
        #expect(try await log.lastSigned() > 0)
        _ = witness
    }

    @Test(arguments: ["folder", "link"])
    func `a last checkpoint that can't be read is not taken for one that is not there`(_ what: String) async throws {
        let witness = try await witness()
        #expect(try await once().status == 0)
        try FileManager.default.removeItem(atPath: log.state)
        if what == "folder" {
            try FileManager.default.createDirectory(atPath: log.state, withIntermediateDirectories: false)
        } else {
            try FileManager.default.createSymbolicLink(atPath: log.state, withDestinationPath: place("nowhere"))
        }

        let refused = try await once()

        #expect(refused.status == 1 && refused.errors.contains(log.state), "\(refused.output)\(refused.errors)")
        #expect(!FileManager.default.fileExists(atPath: place("nowhere")))
        _ = witness
    }

    @Test func `a policy that can't be read is not taken for one that is not there`() async throws {
        try FileManager.default.createDirectory(
            atPath: log.sealer.folder.path + "/policy.txt", withIntermediateDirectories: false)

        let refused = try await once()

        #expect(refused.status == 1 && refused.errors.contains("policy.txt"), "\(refused.output)\(refused.errors)")
    }
}
