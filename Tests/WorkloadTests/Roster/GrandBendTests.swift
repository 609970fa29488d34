import Foundation
import Interchange
import SharedFiles
import Support
import Testing
import WorkUnits
import Workload

/// A real delivery, which stands beside the repository and not in it: Grand Bend ISD, published by 1EdTech.
@Suite("The roster of Grand Bend in a database")
struct GrandBendTests {
    static let zip = SharedFolder.url.appending(path: "samples/oneroster/derived-grandbend-v1p2-bulk.zip")

    @Test(.enabled(if: FileManager.default.fileExists(atPath: zip.path), "no samples: set AFTERBELL_SHARED"))
    func `its 68 staff at 4 organisations are imported once, and again without a change`() async throws {
        let district = try await RosterDistrict()
        func importZip() async throws -> RosterReport {
            let reader = OneRosterReader(options: .init(knownStaff: try await district.roster.knownStaff()))
            return try await district.run(try reader.read(path: Self.zip.path), on: "2026-08-20", allowEnding: nil)
        }

        let first = try await importZip()
        let kept = try await district.fingerprint()
        let second = try await importZip()
        let keptThen = try await district.fingerprint()

        #expect(first.people.added == 68)
        #expect(first.sites.added == 4)
        #expect(first.studentCount == 243)
        #expect(first.tallies == [])
        #expect(!second.isChange)
        #expect(second.people.unchanged == 68)
        #expect(second.tallies == first.tallies)
        #expect(keptThen == kept)
    }
}

extension RosterReport {
    /// The findings by kind and file: `valueForm users.csv 3`.
    fileprivate var tallies: [String] {
        findings.tallies.map { "\($0.kind.rawValue) \($0.file) \($0.count)" }.sorted()
    }
}
