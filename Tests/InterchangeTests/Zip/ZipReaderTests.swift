import Foundation
import Interchange
import Testing

@Suite struct ZipReaderTests {
    private static func contents(_ path: String, limits: ZipLimits = ZipLimits()) throws -> [String: [UInt8]] {
        var zip = try ZipReader(path: path, limits: limits)
        var contents: [String: [UInt8]] = [:]
        while let entry = try zip.next() {
            contents[entry.path] = []
            try zip.forEachPiece { piece in
                for index in piece.indices { contents[entry.path, default: []].append(piece[index]) }
            }
        }
        return contents
    }

    private static func zip(_ folder: TemporaryFolder, password: String? = nil) throws -> String {
        let path = folder.path("a.zip")
        let zip = try ZipBuilder(path: path, password: password)
        try zip.add("one.csv", String(repeating: "one,two\n", count: 500))
        try zip.add("folder/two.csv", "x")
        try zip.close()
        return path
    }

    @Test func `entries come in order with all their bytes`() throws {
        let folder = try TemporaryFolder()
        let contents = try Self.contents(try Self.zip(folder))
        #expect(contents["one.csv"]?.count == 4_000)
        #expect(contents["folder/two.csv"] == [0x78])
        #expect(contents.count == 2)
    }

    @Test func `an entry that nobody reads is passed over`() throws {
        let folder = try TemporaryFolder()
        var zip = try ZipReader(path: try Self.zip(folder))
        var names: [String] = []
        while let entry = try zip.next() { names.append(entry.name) }
        #expect(names == ["one.csv", "two.csv"])
    }

    @Test func `a missing file is an error that names the path`() throws {
        let error = #expect(throws: ZipError.self) { _ = try ZipReader(path: "/no/such.zip") }
        #expect(error?.description.contains("/no/such.zip") == true)
    }

    @Test(arguments: [
        ([], "an empty file"), (Array("sourcedId,status\na,b\n".utf8), "a text file"),
        (Array("  <!DOCTYPE html>".utf8), "a web page"), ([0x1F, 0x8B, 0x08], "a gzip file"),
        ([0x37, 0x7A, 0xBC, 0xAF], "a 7-Zip file"), ([0x50, 0x4B, 0x07, 0x08], "split zip"),
        ([0, 1, 2], "another kind"),
    ])
    func `a file that is no zip is refused by what it looks like`(bytes: [UInt8], looksLike: String) throws {
        let folder = try TemporaryFolder()
        let path = try folder.write(bytes, to: "a.zip")
        let error = #expect(throws: ZipError.self) { _ = try ZipReader(path: path) }
        #expect(error?.description.contains(looksLike) == true)
    }

    @Test func `a zip cut short anywhere is refused`() throws {
        let folder = try TemporaryFolder()
        let whole = Array(try Data(contentsOf: URL(filePath: try Self.zip(folder))))
        for length in stride(from: 4, to: whole.count - 22, by: 13) {
            let path = try folder.write(whole[..<length], to: "cut.zip")
            let error = #expect(throws: ZipError.self, "at \(length)") { _ = try Self.contents(path) }
            #expect(error?.description.contains("again") == true)
        }
    }

    @Test func `a byte changed inside an entry is found by its checksum`() throws {
        let folder = try TemporaryFolder()
        let path = folder.path("stored.zip")
        let zip = try ZipBuilder(path: path)
        try zip.add("users.csv", "sourcedId\nalpha-beta-gamma\n")
        try zip.close()
        var bytes = Array(try Data(contentsOf: URL(filePath: path)))
        // Local header of 30 bytes and the name, then the packed data.
        bytes[30 + 9 + 20] ^= 0xFF
        let damaged = try folder.write(bytes, to: "damaged.zip")
        #expect(throws: ZipError.self) { _ = try Self.contents(damaged) }
    }

    @Test func `an encrypted entry is refused by name`() throws {
        let folder = try TemporaryFolder()
        let path = try Self.zip(folder, password: "secret")
        #expect(throws: ZipError.encrypted(entry: "one.csv")) { _ = try Self.contents(path) }
    }

    @Test func `a zip bomb stops at the limit`() throws {
        let folder = try TemporaryFolder()
        let path = folder.path("bomb.zip")
        let zip = try ZipBuilder(path: path)
        let zeros = [UInt8](repeating: 0, count: 1 << 20)
        try zip.add("users.csv", pieces: repeatElement(zeros, count: 64))
        try zip.close()
        #expect(throws: ZipError.tooLarge(entry: "users.csv", limit: 1 << 22)) {
            _ = try Self.contents(path, limits: ZipLimits(entryBytes: 1 << 22))
        }
    }

    @Test func `all entries together stop at the limit too`() throws {
        let folder = try TemporaryFolder()
        let path = try Self.zip(folder)
        #expect(throws: ZipError.tooLarge(entry: "two.csv", limit: 4_000)) {
            _ = try Self.contents(path, limits: ZipLimits(totalBytes: 4_000))
        }
    }

    @Test func `too many entries are refused`() throws {
        let folder = try TemporaryFolder()
        let path = try Self.zip(folder)
        #expect(throws: ZipError.tooManyEntries(limit: 1)) {
            _ = try Self.contents(path, limits: ZipLimits(entries: 1))
        }
    }
}
