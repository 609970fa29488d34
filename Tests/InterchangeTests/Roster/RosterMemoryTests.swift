import Foundation
import Interchange
import Testing
import Workload

@Suite struct RosterMemoryTests {
    /// The most memory this process held since ``forgetPeak()``, in KiB.
    private static func peak() throws -> Int {
        let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
        let line = try #require(status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") })
        return try #require(line.split(separator: " ").dropFirst().first.flatMap { Int($0) })
    }

    /// Makes the memory held now the peak (proc(5), clear_refs).
    private static func forgetPeak() throws {
        let file = try FileHandle(forWritingTo: URL(filePath: "/proc/self/clear_refs"))
        try file.write(contentsOf: Data("5".utf8))
        try file.close()
    }

    /// A 1.2 zip of one teacher per 100 users, all others students, made without holding it in memory.
    private static func write(_ users: Int, to path: String) throws {
        let zip = try ZipBuilder(path: path)
        let padding = String(repeating: "x", count: 150)
        for file in SampleRoster.v1p2.files where !["roles.csv", "users.csv"].contains(file.name) {
            try zip.add(file.name, file.text)
        }
        let (rolesHeader, usersHeader) = (header("roles.csv"), header("users.csv"))
        let roles = (-1..<users).lazy.map { index in
            let role = index.isMultiple(of: 100) ? "teacher" : "student"
            return index < 0 ? rolesHeader : Array("r\(index),,,u\(index),primary,\(role),,,s1,\n".utf8)
        }
        try zip.add("roles.csv", pieces: roles)
        let rows = (-1..<users).lazy.map { index in
            let start = "u\(index),,,true,n\(index),,Given,Family,,\(index),u\(index)@example.org,,,,,"
            return index < 0 ? usersHeader : Array("\(start)\(padding),,,,,,s1,\n".utf8)
        }
        try zip.add("users.csv", pieces: rows)
        try zip.close()
    }

    private static func header(_ file: String) -> [UInt8] {
        let text = SampleRoster.v1p2.files.first { $0.name == file }?.text ?? ""
        return Array(text.prefix { $0 != "\n" }.utf8) + [0x0A]
    }

    @Test func `200,000 users take no more memory than 20,000`() throws {
        let folder = try TemporaryFolder()
        let (small, large) = (folder.path("small.zip"), folder.path("large.zip"))
        try Self.write(20_000, to: small)
        try Self.write(200_000, to: large)
        #expect(try OneRosterReader().read(path: small).studentCount == 19_800)
        try Self.forgetPeak()
        let before = try Self.peak()

        let feed = try OneRosterReader().read(path: large)

        let growth = try Self.peak() - before
        print("peak memory before \(before) KiB, growth for 200,000 users \(growth) KiB")
        #expect(feed.studentCount == 198_000)
        #expect(feed.people.count == 2_000)
        // users.csv alone is 47 MB; the filter of users seen takes 16 MiB, 1,800 more teachers about 2 MiB.
        #expect(growth < 24_576)
    }
}
