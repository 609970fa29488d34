import Foundation
import Glibc
import Testing

@testable import afterbell

@Suite struct EmbeddedPlaceTests {
    @Test func `missing programs are named with the package that brings them`() {
        let error = #expect(throws: PrivateClusterError.programsMissing(searched: ["/no/such/folder"])) {
            try ServerPrograms(environment: ["AFTERBELL_PG_BIN": "/no/such/folder"])
        }
        #expect(error?.description.contains("postgresql-15") == true)
    }

    @Test(arguments: [
        ("postgres (PostgreSQL) 15.20 (Debian 15.20-0+deb12u1)", 15), ("postgres (PostgreSQL) 18beta1", 18),
        ("postgres", nil),
    ])
    func `the major version is read from the words of postgres`(words: String, major: Int?) {
        #expect(ServerPrograms.major(of: words) == major)
    }

    @Test func `a fingerprint stays the same from start to start`() {
        // The test vectors of FNV-1a, 64 bits: draft-eastlake-fnv, appendix C.
        #expect(ClusterFolder.fingerprint(of: "") == "cbf29ce484222325")
        #expect(ClusterFolder.fingerprint(of: "foobar") == "85944171f73967e8")
    }

    @Test func `the usual place is in the current folder`() throws {
        let place = try ClusterFolder.usualPath(currentFolder: "/tmp", account: ServerAccount())
        #expect(place == "/tmp/.afterbell")
    }

    @Test(.enabled(if: geteuid() == 0))
    func `the usual place is below var lib where user postgres can't enter`() throws {
        let closed = "/tmp/afterbell closed \(UUID().uuidString.prefix(8))"
        try FileManager.default.createDirectory(
            atPath: closed,
            withIntermediateDirectories: false,
            attributes: [.posixPermissions: 0o700]
        )
        defer { try? FileManager.default.removeItem(atPath: closed) }
        let place = try ClusterFolder.usualPath(currentFolder: closed, account: ServerAccount())
        #expect(place.hasPrefix("/var/lib/afterbell/afterbell-closed-"))
        #expect(place.hasSuffix(ClusterFolder.fingerprint(of: closed)))
    }
}
