import Foundation
import Interchange
import Postgres
import WorkUnits
import Workload

/// A roster zip, and the HR supplement that goes with it.
struct RosterFiles {
    let zip: URL
    let hr: URL?

    /// Reads both files and imports them.
    ///
    /// - Parameter today: the day of the import.
    func importInto(
        _ database: Database, _ district: District, today: CivilDate, options: RosterImport.Options, by importer: String
    ) async throws -> RosterReport {
        let roster = RosterImport(database, district: district)
        let reader = OneRosterReader(options: .init(knownStaff: try await roster.knownStaff()))
        let feed = try reader.read(path: zip.path)
        let supplement = try hr.map { try HRSupplementReader().read(path: $0.path) }
        return try await roster.run(
            feed: feed, hr: supplement, options: options, fileName: zip.lastPathComponent,
            hrFileName: hr?.lastPathComponent ?? "HR supplement", fileDigest: try FileDigest.sha256(of: zip),
            today: today,
            importedBy: importer)
    }
}
