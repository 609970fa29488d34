import Foundation
public import Postgres
public import WorkUnits

/// Brings sites, people, assignments and sessions in line with a roster delivery and an HR supplement.
///
/// All in one transaction, as role `afterbell_importer`: an import is kept whole or not at all, and a second import of
/// the district waits for the first. The same files again change nothing. Nothing is ever deleted: what a complete file
/// leaves out ends on the day of the import, and lives again when it comes back.
public struct RosterImport: Sendable {
    /// What the operator chose.
    public struct Options: Sendable, Hashable {
        /// Everything runs and is reported, and nothing is kept.
        public var isDryRun: Bool
        /// How many people may end; nil allows 5 % of those on the roster.
        public var allowEnding: Int?

        /// An import that is kept and ends few people.
        public init(isDryRun: Bool = false, allowEnding: Int? = nil) {
            self.isDryRun = isDryRun
            self.allowEnding = allowEnding
        }
    }

    private let database: Database
    private let district: District
    private let identity: Identity

    /// - Parameters:
    ///   - database: signed in as a role that may act as `afterbell_importer`.
    ///   - district: whose roster.
    public init(_ database: Database, district: District) {
        self.database = database
        self.district = district
        identity = district.identity(service: "afterbell_importer")
    }

    /// sourcedIds of everybody known as staff; a reader of changes needs them to tell staff from students.
    public func knownStaff() async throws -> Set<String> {
        let rows = try await database.read(as: identity, ["select sourced_id from employee_alias"])[0]
        return Set(try rows.map { try $0.decode("sourced_id", as: String.self) })
    }

    /// Imports a delivery.
    ///
    /// - Parameters:
    ///   - feed: what the roster says.
    ///   - hr: what the HR supplement says; nil leaves HR's assignments as they are.
    ///   - options: what the operator chose.
    ///   - fileName: what the delivery is called, for the record of the import.
    ///   - hrFileName: what the HR supplement is called, for findings about its rows.
    ///   - fileDigest: SHA-256 of the delivery, 32 bytes.
    ///   - today: the day of the import in the district's zone.
    ///   - importedBy: who imports, in words.
    /// - Returns: what was changed and found; of a dry run what would have been.
    /// - Throws: ``WorkloadError`` of kind conflict when too many people would end; ``PostgresError``. Nothing is
    ///   changed then.
    public func run(
        feed: RosterFeed,
        hr: HRSupplement?,
        options: Options,
        fileName: String,
        hrFileName: String = "HR supplement",
        fileDigest: [UInt8],
        today: CivilDate,
        importedBy: String
    ) async throws -> RosterReport {
        do {
            return try await database.write(as: identity) { transaction in
                var settlement = RosterSettlement(
                    transaction,
                    feed: feed,
                    hr: hr,
                    hrFile: hrFileName,
                    zone: district.zone,
                    today: today
                )
                var report = try await settlement.settle(options, fileName: fileName)
                if options.isDryRun { throw DryRun(report: report) }
                let id = UUID()
                report.importID = id
                try await transaction.query(
                    """
                    insert into roster_import (roster_import_id, file_name, file_digest, imported_by, report)
                    values (\(id), \(fileName), \(fileDigest), \(importedBy), \(try report.json()))
                    """
                )
                _ = try await transaction.query(
                    Facts.keep(.bargainingUnit, .site, .employee, .assignment, .rosterImport))
                return report
            }
        } catch let done as DryRun {
            return done.report
        }
    }

    /// Rolls a dry run back and carries its report out of the transaction.
    private struct DryRun: Error {
        let report: RosterReport
    }
}
