import Foundation
import Postgres

/// The SQL of incidents.
enum IncidentQueries {
    private static let siteNames: Query = """
        array(select site.name from unnest(incident.site_ids) with ordinality as named (site_id, place)
              join site using (site_id) order by named.place) as site_names
        """

    static func list(_ filter: IncidentFilter) -> Query {
        """
        select incident.*, \(siteNames)
        from live_incident as incident
        \(found(filter))
        order by incident.began_at desc, incident.incident_id
        limit \(IncidentFilter.pageSize) offset \((filter.page - 1) * IncidentFilter.pageSize)
        """
    }

    /// The next incidents after one, in the order of the list; the first ones after none.
    static func next(_ filter: IncidentFilter, after last: UUID?, atMost: Int) -> Query {
        """
        select incident.*, \(siteNames)
        from live_incident as incident
        left join live_incident as before on before.incident_id = \(last)::uuid
        \(found(filter))
          and (before.incident_id is null or incident.began_at < before.began_at
               or incident.began_at = before.began_at and incident.incident_id > before.incident_id)
        order by incident.began_at desc, incident.incident_id
        limit \(atMost)
        """
    }

    /// How many incidents the filter finds on all pages.
    static func count(_ filter: IncidentFilter) -> Query {
        "select count(*) as found from live_incident as incident \(found(filter))"
    }

    private static func found(_ filter: IncidentFilter) -> Query {
        let pattern = filter.words.map { "%\(LikePattern.escaped($0))%" }
        return """
            where (\(filter.module)::text is null or incident.module = \(filter.module))
              and (\(filter.status)::text is null or incident.status = \(filter.status)
                   or \(filter.status) = 'open' and incident.status <> 'resolved')
              and (\(filter.site)::uuid is null or incident.is_everywhere or incident.site_ids @> array[\(filter.site)::uuid])
              and (\(pattern)::text is null or incident.title ilike \(pattern))
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

    /// How many of these sites are not there.
    static func unknown(_ sites: [UUID]) -> Query {
        """
        select count(*) as unknown from unnest(\(sites)::uuid[]) as named (site_id)
        where not exists (select from site where site.site_id = named.site_id)
        """
    }

    /// Identity (when opened), then version and derived newest version in the last statement, all in one flush. A version
    /// that does not follow the standing one inserts nothing. Hours of an incident that moves to another module are counted again.
    static func save(_ draft: IncidentDraft, by account: UUID, event: UUID) -> [Query] {
        let opening: [Query] =
            draft.version == 1
            ? ["insert into incident (incident_id, opened_by) values (\(draft.id), \(account))"] : []
        return opening + [
            """
            select recount_incident(incident_id) from live_incident
            where incident_id = \(draft.id) and version = \(draft.version)::integer - 1 and module <> \(draft.module)
            """,
            """
            with kept as (
                insert into incident_version (incident_id, version, title, module, severity, status, began_at,
                                              resolved_at, is_everywhere, site_ids, note, recorded_by, event_id)
                select \(draft.id)::uuid, \(draft.version)::integer, \(draft.title), \(draft.module),
                       \(draft.severity)::smallint, \(draft.status), \(draft.beganAt)::timestamptz,
                       \(draft.resolvedAt)::timestamptz, \(draft.siteIDs.isEmpty)::boolean, \(draft.siteIDs)::uuid[],
                       \(draft.note), \(account)::uuid, \(event)::uuid
                where \(draft.version)::integer = 1 or exists (
                    select from live_incident
                    where incident_id = \(draft.id) and version = \(draft.version)::integer - 1)
                returning *
            )
            insert into live_incident (incident_id, version, title, module, severity, status, began_at, resolved_at,
                                       is_everywhere, site_ids)
            select incident_id, version, title, module, severity, status, began_at, resolved_at, is_everywhere, site_ids
            from kept
            on conflict (incident_id) do update set
                version = excluded.version, title = excluded.title, module = excluded.module,
                severity = excluded.severity, status = excluded.status, began_at = excluded.began_at,
                resolved_at = excluded.resolved_at, is_everywhere = excluded.is_everywhere, site_ids = excluded.site_ids
            """,
        ]
    }
}
