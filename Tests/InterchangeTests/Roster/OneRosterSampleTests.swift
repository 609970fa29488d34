import Foundation
import Interchange
import SharedFiles
import Testing
import Workload

/// The public sample deliveries, which stand beside the repository and not in it.
@Suite struct OneRosterSampleTests {
    static let samples = SharedFolder.url.appending(path: "samples/oneroster")
    static let grandBend = samples.appending(path: "derived-grandbend-v1p2-bulk.zip").path
    static let schoolDataSync = samples.appending(path: "ms-sds-v2p1").path

    @Test(.enabled(if: FileManager.default.fileExists(atPath: grandBend), "no samples: set AFTERBELL_SHARED"))
    func `the Grand Bend zip gives 68 staff at 4 organisations and counts 243 students`() throws {
        let feed = try OneRosterReader().read(path: Self.grandBend)

        #expect(feed.people.count == 68)
        #expect(feed.sites.count == 4)
        #expect(feed.studentCount == 243)
        #expect(feed.sessions.count == 7)
        #expect(feed.version == .v1p2)
        #expect(RosterFile.Name.allCases.allSatisfy { feed.mode(of: $0) == .bulk })
        #expect(feed.people.allSatisfy { $0.employeeNumber != nil && !$0.roles.isEmpty })
        print(FindingReport(feed.findings).text())
    }

    @Test(.enabled(if: FileManager.default.fileExists(atPath: schoolDataSync), "no samples: set AFTERBELL_SHARED"))
    func `the School Data Sync sample is refused`() throws {
        let folder = try TemporaryFolder()
        let zip = try ZipBuilder(path: folder.path("sds.zip"))
        for name in try FileManager.default.contentsOfDirectory(atPath: Self.schoolDataSync).sorted() {
            let url = URL(filePath: Self.schoolDataSync).appending(path: name)
            try zip.add(name, try String(contentsOf: url, encoding: .utf8))
        }
        try zip.close()
        #expect(throws: RosterFileError.schoolDataSync) { try OneRosterReader().read(path: folder.path("sds.zip")) }
    }
}
