public import Foundation
public import Postgres

/// Hours in total, without names: of an incident, of a part of the record system, of the district.
public struct HoursTotals: Sendable {
    /// What totals are of.
    public enum Subject: Sendable, Hashable {
        case incident(UUID)
        case module(String)
        case district

        var columns: (subject: String, key: String) {
            switch self {
            case .incident(let id): ("incident", id.text)
            case .module(let code): ("module", code)
            case .district: ("district", "")
            }
        }
    }

    private let database: Database

    /// - Parameter database: signed in as the server.
    public init(_ database: Database) {
        self.database = database
    }

    /// Totals of a subject with their coverage. Small cells are left out already.
    ///
    /// - Throws: ``WorkloadError`` of kind forbidden for callers who read no totals.
    public func hours(of subject: Subject, as caller: Caller) async throws -> HoursReport {
        guard caller.seesTotals else {
            throw WorkloadError(.forbidden, "Hours in total are for incident administrators, HR and auditors.")
        }
        let (name, key) = subject.columns
        let results = try await database.read(
            as: caller.identity,
            [
                """
                select facet, facet_key, minutes, entries, people from hours_total
                where subject = \(name) and subject_key = \(key)
                order by facet, facet_key
                """,
                "select employees, accounts, sites from roster_total",
                "select min(available_on) as available_on from site where ended_on is null",
                "select site_id, name from site",
                "select code, label_en, label_es from work_category",
            ])
        return try HoursReport(results)
    }
}
