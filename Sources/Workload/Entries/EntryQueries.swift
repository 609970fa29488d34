import Foundation
import Postgres
import WorkUnits

/// The SQL of entries.
enum EntryQueries {
    /// Versions with the names that pages print and the state of the entry as it stands now.
    private static let versions: Query = """
        select kept.*, category.code as category_code, category.label_en, category.label_es, terms.position,
               worked.name as site_name, charged.name as charged_site_name,
               live.state, live.held_because, live.held_by
        from work_entry_version as kept
        join live_entry as live using (work_entry_id)
        join work_category as category using (work_category_id)
        join assignment as terms using (assignment_id)
        join site as worked on worked.site_id = kept.site_id
        join site as charged on charged.site_id = kept.charged_site_id
        """

    /// Incidents of versions as the person attributed them: the newest set of the staff's side.
    private static let attributions: Query = """
        select part.work_entry_id, part.version, part.incident_id, incident.title,
               upper(part.minutes) - lower(part.minutes) as minutes
        from attribution as part
        join live_incident as incident using (incident_id)
        join lateral (
            select max(newest.set_number) as set_number from attribution_set as newest
            where newest.work_entry_id = part.work_entry_id and newest.version = part.version
              and newest.side = 'staff'
        ) as standing on standing.set_number = part.set_number
        """

    /// The standing versions of a person's entries from day to day, both included, and their incidents.
    static func standing(of employee: UUID, from first: CivilDate, to last: CivilDate) -> [Query] {
        [
            """
            \(versions)
            where kept.employee_id = \(employee) and kept.work_date between \(first) and \(last)
              and kept.version = live.version
            order by kept.work_date desc, kept.starts_at desc nulls last, kept.received_at desc
            """,
            """
            \(attributions)
            join live_entry as live on live.work_entry_id = part.work_entry_id and live.version = part.version
            where live.employee_id = \(employee) and live.work_date between \(first) and \(last)
            order by lower(part.minutes)
            """,
        ]
    }

    /// All versions of the entries whose standing version lies in these days, and their incidents.
    static func everyVersion(of employee: UUID, from first: CivilDate, to last: CivilDate) -> [Query] {
        [
            """
            \(versions)
            where kept.employee_id = \(employee) and live.employee_id = \(employee)
              and live.work_date between \(first) and \(last)
            order by live.work_date, kept.work_entry_id, kept.version
            """,
            """
            \(attributions)
            join live_entry as live on live.work_entry_id = part.work_entry_id
            where live.employee_id = \(employee) and live.work_date between \(first) and \(last)
            order by lower(part.minutes)
            """,
        ]
    }

    /// All versions of one entry of a person, newest first, and their incidents.
    static func history(of id: UUID, employee: UUID) -> [Query] {
        [
            """
            \(versions)
            where kept.work_entry_id = \(id) and kept.employee_id = \(employee)
            order by kept.version desc
            """,
            """
            \(attributions)
            where part.work_entry_id = \(id) and part.employee_id = \(employee)
            order by lower(part.minutes)
            """,
        ]
    }

    /// The usual minutes of each weekday of a person's assignments that are live on a day.
    static func usualHours(of employee: UUID, on day: CivilDate) -> Query {
        """
        select usual.assignment_id, usual.weekday, usual.starts_at::text as starts_at, usual.ends_at::text as ends_at,
               usual.minutes, terms.starts_on, terms.ends_on, site.zone
        from usual_hours as usual join assignment as terms using (assignment_id) join site using (site_id)
        where usual.employee_id = \(employee)
          and terms.starts_on <= \(day)::date + 6 and coalesce(terms.ends_on, 'infinity') >= \(day)
        order by usual.weekday, usual.starts_at
        """
    }

    /// A person's home site.
    static func homeSite(of employee: UUID) -> Query {
        "select name, available_on from site join employee using (site_id) where employee_id = \(employee)"
    }

    /// A person's assignments with dates, newest first.
    static func assignments(of employee: UUID) -> Query {
        """
        select terms.assignment_id, terms.position, terms.kind, terms.starts_on, terms.ends_on, terms.site_id,
               site.name as site_name, site.zone
        from assignment as terms join site using (site_id)
        where terms.employee_id = \(employee)
        order by terms.starts_on desc, terms.position
        """
    }

    /// Kinds of work: those the person used in the last 60 days first, then as listed.
    static func categories(for employee: UUID, since day: CivilDate) -> Query {
        """
        select category.code, category.label_en, category.label_es, used.last_used
        from work_category as category
        left join (
            select work_category_id, max(received_at) as last_used from work_entry_version
            where employee_id = \(employee) and work_date >= \(day)
            group by work_category_id
        ) as used using (work_category_id)
        where category.is_offered
        order by used.last_used desc nulls last, category.position
        """
    }

    /// Incidents to choose from: all, for nobody but the person knows what caused their time. Those used in the last 60
    /// days first, then those that touch one of the sites, open ones before closed ones, grave ones before others.
    static func incidents(for employee: UUID, sites: [UUID], since day: CivilDate) -> Query {
        """
        select incident.incident_id, incident.title, incident.began_at, incident.status, used.last_used,
               incident.is_everywhere or incident.site_ids && \(sites)::uuid[] as is_near,
               array(select site.name from site where site.site_id = any (incident.site_ids)
                     order by site.site_id <> all (\(sites)::uuid[]), site.name) as site_names
        from live_incident as incident
        left join (
            select part.incident_id, max(kept.received_at) as last_used
            from attribution as part join work_entry_version as kept using (work_entry_id, version)
            where part.employee_id = \(employee) and kept.employee_id = \(employee) and kept.work_date >= \(day)
            group by part.incident_id
        ) as used using (incident_id)
        order by used.last_used desc nulls last, is_near desc, incident.status = 'resolved', incident.severity,
                 incident.began_at desc, incident.incident_id
        """
    }
}
