import Foundation
import Testing

@testable import afterbell

@Suite struct DurableFileTests {
    private let place: TemporaryPlace

    init() throws {
        place = try TemporaryPlace()
    }

    @Test func `a file is replaced whole, and nothing is left beside it`() throws {
        try DurableFile.replace(place("a"), with: [1, 2, 3])
        try DurableFile.replace(place("a"), with: [4])
        #expect(try place.bytes("a") == [4])
        #expect(try place.names() == ["a"])
    }

    @Test func `what a stop half-way left is written over`() throws {
        _ = try place.file("a.new", [9, 9, 9, 9])
        try DurableFile.replace(place("a"), with: [1])
        #expect(try place.bytes("a") == [1])
        #expect(try place.names() == ["a"])
    }

    @Test func `a link in the place of the new file is not followed`() throws {
        _ = try place.file("victim", [7])
        try FileManager.default.createSymbolicLink(atPath: place("a.new"), withDestinationPath: place("victim"))
        #expect(throws: SystemRefusal.self) { try DurableFile.replace(place("a"), with: [1]) }
        #expect(try place.bytes("victim") == [7])
    }

    @Test func `what can't be written says so, and the old file stays`() throws {
        let refusal = #expect(throws: SystemRefusal.self) { try DurableFile.replace(place("no/a"), with: [1]) }
        #expect(refusal?.description == "Could not write \(place("no/a.new")): No such file or directory.")
        let full = #expect(throws: SystemRefusal.self) { try Descriptor("/dev/full", 1).write([1]) }
        #expect(full?.description == "Could not write /dev/full: No space left on device.")
    }

    @Test(arguments: [("a", "."), ("a/b", "a"), ("/a", "/"), ("/a/b", "/a"), ("../a", ".."), ("./a", ".")])
    func `the folder of a path`(path: String, folder: String) {
        #expect(DurableFile.folder(of: path) == folder)
    }
}
