import Postgres
import WorkUnits

/// The SQL that brings sites in line with the roster. A site is known by its sourcedId.
enum SiteQueries {
    static func settle(isComplete: Bool, zone: String, today: CivilDate) -> [Query] {
        [
            RosterChange.named.note(.site, "select sourced_id as key from incoming_site where not is_ended"),
            RosterChange.changed.note(.site, change),
            RosterChange.added.note(.site, add(zone: zone, today: today)),
            RosterChange.ended.note(.site, end(isComplete: isComplete, today: today)),
            codes,
            fallback,
        ]
    }

    private static let change: Query = """
        update site
        set name = incoming.name, kind = incoming.kind, identifier = incoming.identifier, ended_on = null,
            event_id = default
        from incoming_site as incoming
        where incoming.sourced_id = site.sourced_id and not incoming.is_ended
          and (site.name, site.kind, site.identifier, site.ended_on)
              is distinct from (incoming.name, incoming.kind, incoming.identifier, null::date)
        returning site.sourced_id as key
        """

    private static func add(zone: String, today: CivilDate) -> Query {
        """
        insert into site (sourced_id, identifier, name, kind, zone, available_on)
        select incoming.sourced_id, incoming.identifier, incoming.name, incoming.kind, \(zone)::text, \(today)::date
        from incoming_site as incoming
        where not incoming.is_ended
          and not exists (select from site where site.sourced_id = incoming.sourced_id)
        returning sourced_id as key
        """
    }

    private static func end(isComplete: Bool, today: CivilDate) -> Query {
        """
        update site set ended_on = \(today)::date, event_id = default
        where ended_on is null and sourced_id is not null
          and (sourced_id in (select sourced_id from incoming_site where is_ended)
               or \(isComplete)::boolean
               and not exists (select from incoming_site as named where named.sourced_id = site.sourced_id))
        returning sourced_id as key
        """
    }

    /// What HR may call a site: its sourcedId, else its identifier, that of a live site first.
    private static let codes: Query = """
        insert into site_code (code, site_id)
        select distinct on (code) code, site_id
        from (select sourced_id as code, 1 as place, ended_on, site_id from site
              union all
              select identifier, 2, ended_on, site_id from site) as named
        where code is not null
        order by code, place, ended_on desc nulls first, site_id
        """

    /// Where people stand whose roles name no known site: the district's own office, else the only site there is.
    private static let fallback: Query = """
        insert into fallback_site (site_id)
        select site.site_id
        from site left join incoming_site as incoming using (sourced_id)
        where site.ended_on is null
          and (site.kind = 'district_office' or (select count(*) from site where ended_on is null) = 1)
        order by (incoming.word = 'district') is true desc, site.available_on, site.name, site.site_id
        limit 1
        """
}
