import Evidence
import Foundation
import Postgres
import Schema
import Support
import Testing
import WorkUnits
import Workload

@Suite struct EventLogTests {
    let school: TestSchool
    let log: TestLog
    let desk: DistrictDesk

    init() async throws {
        school = try await TestSchool.make(people: 3)
        log = try await TestLog(school.database)
        desk = DistrictDesk(school.database.district, database: school.database.server)
    }

    private func record(_ person: Int, _ day: String, _ from: String = "16:10", _ to: String = "19:35") async throws
        -> EntryAnswer
    {
        let person = school.people[person]
        return try await desk.entries.record(try school.draft(for: person, day, from, to), as: person.caller)
    }

    @Test func `a log without a key is not begun`() async throws {
        await #expect(throws: LogHasNoKey.self) { try await log.log.seal() }
        #expect(try await log.log.size() == 0)
    }

    @Test func `the first event of a log names its key, and all have a place`() async throws {
        try await log.begin()

        let known = try await log.keys.all()
        #expect(known.map(\.index) == [0])
        #expect(known.inForce(.log, at: 1) == log.key.verifier)
        #expect(known.inForce(.log, at: 0) == nil)
        #expect(try await log.log.waiting() == 0)
        #expect(try await Int(log.log.size()) == log.count("select count(*) from event"))
    }

    @Test func `the tree in the database is the tree over the leaves, at every size`() async throws {
        try await log.begin()
        for day in 10..<20 { _ = try await record(day % 3, "2026-08-\(day)") }
        try await log.sealAll()
        let size = try await log.log.size()
        var tree = MerkleTree()
        for event in try await log.log.events(in: 0..<size) {
            #expect(TreeHash.leaf(try #require(event.leaf)) == event.hash)
            tree.append(event.hash)
        }

        for earlier in 1...size {
            #expect(try await log.log.head(at: earlier) == tree.head(at: earlier))
            let proof = try await log.log.consistency(from: earlier, to: size)
            #expect(proof.holds(from: try tree.head(at: earlier), to: tree.head))
        }
        let proofs = try await log.log.inclusion(of: Array(0..<size), in: size)
        for (index, proof) in proofs.enumerated() {
            #expect(proof.holds(for: try tree.node(NodePlace(level: 0, index: UInt64(index))), in: tree.head))
        }
    }

    @Test func `many sealers at once give each event one place, without a hole`() async throws {
        try await log.begin()
        let school = school
        try await withThrowingTaskGroup(of: Void.self) { group in
            for day in 1...28 {
                group.addTask { _ = try await record(day % 3, "2026-08-\(day < 10 ? "0" : "")\(day)") }
            }
            for _ in 0..<6 {
                let log = EventLog(school.database.admin, district: school.database.district)
                group.addTask { for _ in 0..<10 { try await log.seal(atMost: 3) } }
            }
            try await group.waitForAll()
        }
        try await log.sealAll()
        try await log.sign()

        let report = try await log.check()
        #expect(report.faults == [])
        #expect(
            try await log.count("select count(*) from log_leaf")
                == log.count("select max(leaf_index) + 1 as count from log_leaf"))
        #expect(report.signedSize == (try await log.log.size()))
    }

    @Test func `a key that comes into force later is named by its event before it signs`() async throws {
        try await log.begin()
        let next = try SigningKey.random(name: log.key.verifier.name, kind: .note)
        try await log.keys.add(next.verifier, for: .log)
        #expect(try await log.keys.all().newest(.log) == next.verifier)
        let before = try await log.log.size()
        #expect(try await log.keys.all().inForce(.log, at: before) == log.key.verifier)

        try await log.sealAll()

        #expect(try await log.keys.all().inForce(.log, at: before + 1) == next.verifier)
    }

    @Test func `the receipt of an entry is signed, the same again, and its leaf is sealed`() async throws {
        let name = try #require(KeyName("hours.example.org/test/receipt"))
        let secret = try SigningKey.random(name: name, kind: .note)
        let key = try #require(ReceiptKey(secret))
        let maya = school.people[0]
        let draft = try school.draft(for: maya, "2026-08-20", "16:10", "19:35")

        let first = try await desk.entries.record(draft, as: maya.caller)
        let again = try await desk.entries.record(draft, as: maya.caller)

        #expect(first.event == again.event)
        let note = try #require(key.receipt(of: first.event))
        #expect(try note.verified(by: [secret.verifier]).count == 1)
        #expect(key.receipt(of: again.event) == note)
        let receipt = try Receipt(note.text)
        #expect(receipt.origin == "hours.example.org/test")
        try await log.begin()
        let size = try await log.log.size()
        let sealed = try await log.log.events(in: 0..<size)
        let event = try #require(sealed.first { $0.hash == receipt.leaf })
        #expect(try Leaf(parsing: #require(event.leaf)).receivedMilliseconds == receipt.receivedMilliseconds)
    }

    @Test func `the proof of one's entry holds, and nobody has that of another's`() async throws {
        try await log.begin()
        let maya = school.people[0]
        let draft = try school.draft(for: maya, "2026-08-20", "16:10", "19:35")
        _ = try await desk.entries.record(draft, as: maya.caller)
        #expect(try await desk.proofs.proof(of: draft.id, version: 1, as: maya.caller) == nil)
        try await log.sealAll()
        #expect(try await desk.proofs.proof(of: draft.id, version: 1, as: maya.caller) == nil)
        try await log.sign()

        let proof = try #require(try await desk.proofs.proof(of: draft.id, version: 1, as: maya.caller))

        let leaf = try #require(proof.extra)
        let read = try EntryProof(parsing: proof.bytes)
        #expect(try read.checkpoint(holding: leaf, of: log.key.verifier) != nil)
        for (other, version) in [(school.people[1], 1), (maya, 2)] {
            let error = await #expect(throws: WorkloadError.self) {
                try await desk.proofs.proof(of: draft.id, version: version, as: other.caller)
            }
            #expect(error?.kind == .notFound)
        }
    }

    @Test func `the state of the log names who signed, and when`() async throws {
        try await log.begin()
        let note = try await log.sign()
        let name = try #require(KeyName("union.example.org/witness"))
        let union = try SigningKey.random(name: name, kind: .cosignature)
        let line = try union.cosign(try Checkpoint(note.text), at: 1_786_000_000)
        try await log.log.keep(
            cosignature: line.line, of: union.verifier, at: 1_786_000_000, size: try await log.log.size())

        let state = try await desk.proofs.state(as: school.people[1].caller)

        #expect(state.checkpoints.map(\.size) == [try await log.log.size()])
        #expect(state.checkpoints[0].cosigners.map(\.name) == ["union.example.org/witness"])
        #expect(state.checkpoints[0].cosigners[0].at.secondsSince1970 == 1_786_000_000)
        #expect(state.keys == [log.key.verifier.description])
        let stored = try #require(try await desk.proofs.newestCheckpoint(as: school.people[1].caller))
        let signed = try stored.signedNote().checkpoint(of: log.key.verifier, witnesses: [union.verifier])
        #expect(signed.cosignatures.map(\.key) == [union.verifier])
    }

    @Test func `who opens the list of people is seen by those on it, and counted by month`() async throws {
        let school = try await TestSchool.make(people: 2, roles: [1: ["hr"], 2: ["auditor"]])
        let desk = DistrictDesk(school.database.district, database: school.database.server)
        _ = try await desk.people.list(PeopleFilter(words: "given2"), as: school.people[0].caller)

        let looks = try await desk.proofs.looks(as: school.people[1].caller)

        #expect(looks.map(\.name) == ["Given1 Family1"])
        #expect(looks.map(\.role) == ["hr"])
        #expect(try await desk.proofs.looks(as: school.people[0].caller).isEmpty)
        #expect(try await desk.proofs.readsByMonth(as: school.people[1].caller).map(\.reads) == [1])
    }
}
