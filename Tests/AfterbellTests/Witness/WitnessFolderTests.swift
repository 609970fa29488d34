import Evidence
import Foundation
import Glibc
import SampleLog
import Testing

@testable import afterbell

@Suite struct WitnessFolderTests {
    private let place: TemporaryPlace
    private let log: SampleLog
    private let key: SigningKey
    private var path: String { place("state") }
    private var origin: KeyName { log.key.verifier.name }

    init() throws {
        place = try TemporaryPlace()
        log = try SampleLog(size: 9, forkedAt: 5)
        key = try SampleKey.key("example.org/union", .cosignature, 2)
    }

    private func open(isNew: Bool = false) throws -> WitnessFolder {
        try WitnessFolder(path, of: key.verifier, isNew: isNew)
    }

    private func cosigned(_ size: UInt64) throws -> CosignedNote {
        let witness = try Witness(key: key, logs: [log.key.verifier])
        return try witness.cosign(witness.statement(in: log.request(from: 0, to: size)), after: nil, at: 1)
    }

    @Test func `a folder is begun once, and only when that is said`() throws {
        let refusal = #expect(throws: WitnessFolderRefusal.self) { try open() }
        #expect(refusal == .notBegun(path))
        #expect(refusal?.description.contains("--new-state") == true)
        #expect(try place.names() == [])
        mkdir(path, 0o700)
        #expect(throws: WitnessFolderRefusal.notBegun(path)) { try open() }
        #expect(try place.names(in: "state") == [])
        #expect(try open(isNew: true).kept(of: origin) == nil)
        #expect(throws: Never.self) { try open() }
        #expect(throws: WitnessFolderRefusal.begun(path)) { try open(isNew: true) }
    }

    @Test func `a start that was cut off can be repeated, a folder with other files is left alone`() throws {
        mkdir(path, 0o700)
        _ = try place.file("state/lock", [])
        _ = try place.file("state/witness.new", [1])
        #expect(throws: Never.self) { try open(isNew: true) }
        let other = try TemporaryPlace()
        _ = try other.file("letter", [1])
        #expect(throws: WitnessFolderRefusal.notEmpty(other.path)) {
            try WitnessFolder(other.path, of: key.verifier, isNew: true)
        }
        #expect(try other.names() == ["letter"])
        #expect(throws: WitnessFolderRefusal.noFolder(other("letter"))) {
            try WitnessFolder(other("letter"), of: key.verifier, isNew: false)
        }
    }

    @Test func `what was kept is there again`() throws {
        let cosigned = try cosigned(7)
        try open(isNew: true).keep(cosigned, of: origin)
        #expect(try open().kept(of: origin) == cosigned)
        #expect(try open().kept(of: #require(KeyName("example.org/other"))) == nil)
    }

    @Test func `one process works with a folder at a time, and one key ever`() throws {
        do {
            let first = try open(isNew: true)
            #expect(throws: WitnessFolderRefusal.inUse(path)) { try open() }
            withExtendedLifetime(first) {}
        }
        let hr = try SampleKey.key("example.org/hr", .cosignature, 3).verifier
        let other = try SampleKey.key("example.org/union", .cosignature, 3).verifier
        #expect(throws: WitnessFolderRefusal.otherKey(path)) { try WitnessFolder(path, of: hr, isNew: false) }
        #expect(throws: WitnessFolderRefusal.otherKey(path)) { try WitnessFolder(path, of: other, isNew: false) }
        #expect(throws: Never.self) { try open() }
    }

    @Test func `what is kept is not believed when it was cut off, changed, or is of another log`() throws {
        try open(isNew: true).keep(cosigned(7), of: origin)
        let name = "\(origin.hash).checkpoint"
        let whole = try place.bytes("state/\(name)")
        let other = try SampleLog(name: "example.org/other", size: 9, forkedAt: 0)
        let text = String(decoding: whole, as: UTF8.self)
        for bytes in [
            [], whole.dropLast(), Array(whole.prefix(60)), Array(text.replacing("\n7\n", with: "\n6\n").utf8),
            try log.note(at: 7).bytes, try other.note(at: 7).bytes,
        ] {
            _ = try place.file("state/\(name)", Array(bytes))
            #expect(throws: WitnessFolderRefusal.damaged("\(path)/\(name)")) { try open().kept(of: origin) }
            let witness = try Witness(key: key, logs: [log.key.verifier])
            #expect(throws: WitnessFolderRefusal.self) {
                try WitnessDesk(witness, folder: open(), now: { .now })
            }
        }
        try FileManager.default.moveItem(atPath: place("state/\(name)"), toPath: place("state/old"))
        let moved = "\(other.key.verifier.name.hash).checkpoint"
        _ = try place.file("state/\(moved)", whole)
        #expect(throws: WitnessFolderRefusal.damaged("\(path)/\(moved)")) {
            try open().kept(of: other.key.verifier.name)
        }
    }

    @Test(arguments: [0o770, 0o720, 0o702, 0o777])
    func `a folder that others can write to is not used`(mode: Int) throws {
        _ = try open(isNew: true)
        try place.chmod("state", mode)
        #expect(throws: WitnessFolderRefusal.open(path)) { try open() }
    }

    @Test func `of what a log signed and can't be cosigned, each is kept once and a hundred at most`() throws {
        let folder = try open(isNew: true)
        let long = try SampleLog(size: 130, forkedAt: 0)
        let witness = try Witness(key: key, logs: [long.key.verifier])
        for size in UInt64(1)...130 {
            let statement = try witness.statement(in: long.request(from: 0, to: size, .second))
            let place = try folder.keepRefused(statement, as: "unproven")
            #expect(try folder.keepRefused(statement, as: "unproven") == place)
            #expect((place == nil) == (size > 100))
        }
        let statement = try witness.statement(in: long.request(from: 0, to: 130, .second))
        let kept = try #require(try folder.keepRefused(statement, as: "two-trees"))
        #expect(try place.names(in: "state/refused").count == 101)
        let note = try SignedNote(parsing: Array(Data(contentsOf: URL(filePath: kept))))
        #expect(try note.verified(by: [long.key.verifier]) == [long.key.verifier])
    }
}
