import Foundation
import Postgres

/// The SQL of incidents.
enum IncidentQueries {
    private static let siteNames: Query = """
        array(select site.name from unnest(incident.site_ids) with ordinality as named (site_id, place)
              join site using (site_id) order by named.place) as site_names
        """

    static func list(_ filter: IncidentFilter) -> Query {
        let pattern = filter.words.map { "%\(LikePattern.escaped($0))%" }
        let offset = (filter.page - 1) * IncidentFilter.pageSize
        return """
            select incident.*, \(siteNames), count(*) over () as found
            from live_incident as incident
            where (\(filter.module)::text is null or incident.module = \(filter.module))
              and (\(filter.status)::text is null or incident.status = \(filter.status)
                   or \(filter.status) = 'open' and incident.status <> 'resolved')
              and (\(filter.site)::uuid is null or incident.is_everywhere or incident.site_ids @> array[\(filter.site)::uuid])
              and (\(pattern)::text is null or incident.title ilike \(pattern))
            order by incident.began_at desc, incident.incident_id
            limit \(IncidentFilter.pageSize) offset \(offset)
            """
    }

    static func versions(of id: UUID) -> Query {
        """
        select incident.*, \(siteNames)
        from incident_version as incident
        where incident.incident_id = \(id)
        order by incident.version desc
        """
    }

    /// Identity (when opened), version and the derived newest version, in one flush. A version that does
    /// not follow the standing one inserts nothing.
    static func save(_ draft: IncidentDraft, by account: UUID) -> [Query] {
        let opening: [Query] =
            draft.version == 1
            ? ["insert into incident (incident_id, opened_by) values (\(draft.id), \(account))"] : []
        return opening + [
            """
            insert into incident_version (incident_id, version, title, module, severity, status, began_at, resolved_at,
                                          is_everywhere, site_ids, note, recorded_by)
            select \(draft.id)::uuid, \(draft.version)::integer, \(draft.title), \(draft.module),
                   \(draft.severity)::smallint, \(draft.status), \(draft.beganAt)::timestamptz,
                   \(draft.resolvedAt)::timestamptz, \(draft.siteIDs.isEmpty)::boolean, \(draft.siteIDs)::uuid[],
                   \(draft.note), \(account)::uuid
            where \(draft.version)::integer = 1 or exists (
                select from live_incident
                where incident_id = \(draft.id) and version = \(draft.version)::integer - 1)
            """,
            """
            insert into live_incident (incident_id, version, title, module, severity, status, began_at, resolved_at,
                                       is_everywhere, site_ids)
            select incident_id, version, title, module, severity, status, began_at, resolved_at, is_everywhere, site_ids
            from incident_version
            where incident_id = \(draft.id) and version = \(draft.version)
            on conflict (incident_id) do update set
                version = excluded.version, title = excluded.title, module = excluded.module,
                severity = excluded.severity, status = excluded.status, began_at = excluded.began_at,
                resolved_at = excluded.resolved_at, is_everywhere = excluded.is_everywhere, site_ids = excluded.site_ids
            """,
        ]
    }
}
