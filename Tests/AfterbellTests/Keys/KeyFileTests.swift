import Evidence
import Foundation
import Glibc
import SampleLog
import Testing

@testable import afterbell

@Suite struct KeyFileTests {
    private let place: TemporaryPlace
    private let key: SigningKey
    private var path: String { place("key") }

    init() throws {
        place = try TemporaryPlace()
        key = try SampleKey.key("example.org/union", .cosignature, 2)
    }

    private func mode(_ path: String) throws -> mode_t {
        var facts = stat()
        try #require(stat(path, &facts) == 0)
        return facts.st_mode & 0o7777
    }

    @Test func `a key is written for its owner alone, whatever the mask, and read back`() throws {
        let before = umask(0)
        defer { umask(before) }
        try KeyFile.writeNew(key, to: path)
        #expect(try mode(path) == 0o600)
        #expect(try place.bytes("key") == Array("\(key.secretText)\n".utf8))
        #expect(try KeyFile.read(path).secretText == key.secretText)
        try place.chmod("key", 0o400)
        #expect(try KeyFile.read(path).verifier == key.verifier)
    }

    @Test func `a key is never overwritten, nor what a link leads to`() throws {
        _ = try place.file("key", Array("mine".utf8))
        #expect(throws: KeyFileRefusal.exists(path)) { try KeyFile.writeNew(key, to: path) }
        #expect(try place.bytes("key") == Array("mine".utf8))
        symlink(place("elsewhere"), place("link"))
        #expect(throws: KeyFileRefusal.exists(place("link"))) { try KeyFile.writeNew(key, to: place("link")) }
        #expect(try place.names() == ["key", "link"])
        #expect(throws: SystemRefusal.self) { try KeyFile.writeNew(key, to: place("no-folder/key")) }
    }

    @Test func `of two that make one file at the same moment, one is refused`() async throws {
        let name = key.verifier.name
        for round in 0..<20 {
            let target = place("key-\(round)")
            let made = await withTaskGroup(of: Bool.self) { group in
                for _ in 0..<4 {
                    group.addTask {
                        guard let key = try? SigningKey.random(name: name, kind: .note) else { return false }
                        return (try? KeyFile.writeNew(key, to: target)) != nil
                    }
                }
                return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
            }
            #expect(made == 1)
            #expect(throws: Never.self) { try KeyFile.read(target) }
        }
    }

    @Test(arguments: [0o640, 0o620, 0o610, 0o604, 0o602, 0o601, 0o644, 0o660, 0o666, 0o777, 0o440])
    func `a key that others can read or change is not used, and chmod is named`(mode: Int) throws {
        _ = try place.file("key", Array("\(key.secretText)\n".utf8), mode: mode)
        let refusal = #expect(throws: KeyFileRefusal.self) { try KeyFile.read(path) }
        #expect(refusal == .readable(path))
        #expect(refusal?.description.hasSuffix("chmod 600 \(path)") == true)
    }

    @Test(arguments: [0o702, 0o720, 0o770, 0o1777])
    func `a key in a folder that others can write to is not used, nor written there`(mode: Int) throws {
        try KeyFile.writeNew(key, to: path)
        try place.chmod("", mode)
        let refusal = #expect(throws: KeyFileRefusal.self) { try KeyFile.read(path) }
        #expect(refusal == .openFolder(place.path))
        #expect(refusal?.description.contains("chmod go-w \(place.path)") == true)
        #expect(throws: KeyFileRefusal.openFolder(place.path)) { try KeyFile.writeNew(key, to: place("other")) }
        try place.chmod("", 0o755)
        #expect(throws: Never.self) { try KeyFile.read(path) }
    }

    @Test(.enabled(if: geteuid() == 0, "only root can give a file away"))
    func `a key that belongs to somebody else is not used`() throws {
        try KeyFile.writeNew(key, to: path)
        chown(path, 65_534, 65_534)
        let refusal = #expect(throws: KeyFileRefusal.self) { try KeyFile.read(path) }
        #expect(refusal == .otherOwner(path))
        #expect(refusal?.description.hasSuffix("chown root \(path)") == true)
    }

    @Test func `links, folders, pipes and what is not there are no keys`() throws {
        try KeyFile.writeNew(key, to: path)
        symlink(path, place("link"))
        #expect(throws: SystemRefusal.self) { try KeyFile.read(place("link")) }
        mkdir(place("folder"), 0o700)
        #expect(throws: KeyFileRefusal.noFile(place("folder"))) { try KeyFile.read(place("folder")) }
        mkfifo(place("pipe"), 0o600)
        #expect(throws: KeyFileRefusal.noFile(place("pipe"))) { try KeyFile.read(place("pipe")) }
        let missing = #expect(throws: SystemRefusal.self) { try KeyFile.read(place("missing")) }
        #expect(missing?.description == "Could not open \(place("missing")): No such file or directory.")
    }

    @Test func `a file that holds anything but one key is refused, without showing it`() throws {
        let line = key.secretText
        let texts = [
            "", "\n", line + "\n\n", " " + line, line + "\r\n", line + "\n" + line + "\n", String(line.dropLast()),
            key.verifier.description, String(repeating: line, count: 1_000), "PRIVATE+KEY+a+b+c",
        ]
        for (number, text) in texts.enumerated() {
            let path = try place.file("bad-\(number)", Array(text.utf8))
            let refusal = #expect(throws: KeyFileRefusal.self, "\(number)") { try KeyFile.read(path) }
            #expect(refusal == .noKey(path))
            #expect(refusal?.description.contains(line.suffix(20)) == false)
        }
        let bytes = try place.file("no-text", [0xFF, 0xFE, 0x0A])
        #expect(throws: KeyFileRefusal.noKey(bytes)) { try KeyFile.read(bytes) }
        let unended = try place.file("unended", Array(line.utf8))
        #expect(try KeyFile.read(unended).verifier == key.verifier)
    }
}
