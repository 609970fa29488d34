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
            throw WorkloadError(
                .forbidden, "Hours in total are for incident administrators, HR and auditors.",
                rule: .totalsReadersOnly)
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
                "select site_id, name from site where kind = 'school' and ended_on is null",
                "select code, label_en, label_es from work_category",
            ])
        return try HoursReport(results)
    }

    /// All hours of a part of the record system, for the page of one of its incidents.
    ///
    /// The incidents that are shown, taken off it, leave the ones that are not; so it is kept back unless what they
    /// leave is nothing, or stands for ten people who are in none of them.
    /// - Throws: ``WorkloadError`` of kind forbidden for callers who read no totals.
    public func module(_ code: String, as caller: Caller) async throws -> ModuleHours {
        guard caller.seesTotals else {
            throw WorkloadError(
                .forbidden, "Hours in total are for incident administrators, HR and auditors.",
                rule: .totalsReadersOnly)
        }
        let results = try await database.read(
            as: caller.identity,
            [
                """
                select facet, facet_key, minutes, entries, people from hours_total
                where subject = 'module' and subject_key = \(code) and facet = 'all'
                """,
                """
                select coalesce(sum(minutes), 0)::bigint as minutes, coalesce(sum(people), 0)::bigint as people
                from hours_total join live_incident on incident_id::text = subject_key
                where subject = 'incident' and facet = 'all' and module = \(code)
                  and people >= \(SmallCells.fewest)::integer
                """,
                """
                select count(*) as sites from hours_total join site on site_id::text = facet_key
                where subject = 'module' and subject_key = \(code) and facet = 'site'
                  and site.kind = 'school' and site.ended_on is null
                """,
            ])
        guard let all = try results[0].first.map(HoursCell.init) else { return ModuleHours(.nothing) }
        let figure = SmallCells.figures([all])[0]
        let left = try (
            minutes: all.minutes - results[1][0].decode("minutes", as: Int.self),
            people: all.people - results[1][0].decode("people", as: Int.self)
        )
        let givesAway = left.minutes != 0 && left.people < SmallCells.fewest
        guard case .shown = figure, givesAway else {
            return ModuleHours(figure, sitesRecorded: try results[2][0].decode("sites"))
        }
        return ModuleHours(.keptBack)
    }
}
