import Foundation
import Postgres

/// What is derived from facts and read by pages, held against the facts.
enum DerivedQueries {
    /// Totals that are not what a recount finds; none are looked at while entries wait to be counted.
    static let totals: Query = """
        select 'hours_total' as kind, concat_ws('/', subject, subject_key, facet, facet_key) as subject,
               array['minutes', 'people'] as fields
        from pg_temp.totals_that_differ()
        where not exists (select from hours_pending)
        """

    /// The functions that recount totals, from the files of the program, made functions of one session.
    static func functions(in folder: URL) throws -> [String] {
        let names = ["hours_facets", "hours_share_now", "totals_that_differ"]
        return try names.map { name in
            let script = try String(contentsOf: folder.appending(path: "\(name).sql"), encoding: .utf8)
            guard let start = script.range(of: "create or replace function"), let end = script.range(of: "\n$$;") else {
                throw WorkloadError(.internal, "\(name).sql is no function.")
            }
            return names.reduce(String(script[start.lowerBound..<end.upperBound])) { script, name in
                script.replacing("\(name)(", with: "pg_temp.\(name)(")
            }
        }
    }

    /// The newest versions of entries with their spans and of incidents that are not what their facts say.
    static let differing: Query = """
        with newest as (
            select distinct on (work_entry_id) * from work_entry_version order by work_entry_id, version desc
        ), hold as (
            select distinct on (work_entry_id, version) * from entry_hold order by work_entry_id, version, step desc
        ), follows as (
            select newest.*, case when newest.is_withdrawn then 'withdrawn' else coalesce(hold.state, 'counting') end as state
            from newest left join hold using (work_entry_id, version)
        )
        select 'live_entry' as kind, coalesce(live.work_entry_id, follows.work_entry_id)::text as subject,
               array_remove(array[
                   case when live.version is distinct from follows.version then 'version' end,
                   case when live.employee_id is distinct from follows.employee_id then 'employee_id' end,
                   case when live.bargaining_unit_id is distinct from follows.bargaining_unit_id then 'bargaining_unit_id' end,
                   case when live.work_date is distinct from follows.work_date then 'work_date' end,
                   case when live.worked_minutes is distinct from follows.worked_minutes then 'worked_minutes' end,
                   case when live.state is distinct from follows.state then 'state' end], null) as fields
        from live_entry as live full join follows using (work_entry_id)
        where (live.version, live.employee_id, live.bargaining_unit_id, live.work_date, live.worked_minutes, live.state)
            is distinct from (follows.version, follows.employee_id, follows.bargaining_unit_id, follows.work_date,
                              follows.worked_minutes, follows.state)
        union all
        select 'live_span', coalesce(span.work_entry_id, counting.work_entry_id)::text, array['during']
        from live_span as span full join (
            select work_entry_id, employee_id, bargaining_unit_id, tstzrange(starts_at, ends_at) as during
            from follows where state = 'counting' and shape = 'span') as counting using (work_entry_id)
        where (span.employee_id, span.bargaining_unit_id, span.during)
            is distinct from (counting.employee_id, counting.bargaining_unit_id, counting.during)
        union all
        select 'live_incident', coalesce(live.incident_id, said.incident_id)::text, array['version']
        from live_incident as live full join (
            select distinct on (incident_id) * from incident_version order by incident_id, version desc
        ) as said using (incident_id)
        where (live.version, live.title, live.module, live.severity, live.status, live.began_at, live.resolved_at,
               live.is_everywhere, live.site_ids)
            is distinct from (said.version, said.title, said.module, said.severity, said.status, said.began_at,
                              said.resolved_at, said.is_everywhere, said.site_ids)
        order by 1, 2
        """
}
