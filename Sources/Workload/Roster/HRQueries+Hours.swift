import Postgres
import WorkUnits

extension HRQueries {
    /// The usual hours of each assignment are those of its row; a weekday that the row leaves out has none.
    static let settleHours: [Query] = [
        """
        insert into stated_hours (assignment_id, weekday, employee_id, starts_at, ends_at, unpaid_minutes, minutes)
        select assignment.assignment_id, hours.weekday, assignment.employee_id, hours.starts_at, hours.ends_at,
               hours.unpaid_minutes, hours.minutes
        from incoming_assignment as incoming
        join assignment using (external_id, starts_on)
        join incoming_hours as hours using (line)
        """,
        "analyze stated_hours",
        otherHours,
        RosterChange.changed.note(
            .assignment,
            """
            delete from usual_hours using incoming_assignment as incoming, assignment
            where assignment.external_id = incoming.external_id and assignment.starts_on = incoming.starts_on
              and usual_hours.assignment_id = assignment.assignment_id and not exists (
                  select from stated_hours as hours
                  where hours.assignment_id = usual_hours.assignment_id and hours.weekday = usual_hours.weekday)
            returning usual_hours.assignment_id as key
            """),
        RosterChange.changed.note(
            .assignment,
            """
            insert into usual_hours (assignment_id, weekday, employee_id, starts_at, ends_at, unpaid_minutes, minutes)
            select hours.* from stated_hours as hours left join usual_hours as known using (assignment_id, weekday)
            where (hours.starts_at, hours.ends_at, hours.unpaid_minutes, hours.minutes)
                is distinct from (known.starts_at, known.ends_at, known.unpaid_minutes, known.minutes)
            on conflict (assignment_id, weekday) do update
                set starts_at = excluded.starts_at, ends_at = excluded.ends_at,
                    unpaid_minutes = excluded.unpaid_minutes, minutes = excluded.minutes
            returning assignment_id as key
            """),
    ]

    /// An assignment whose usual hours change is another fact.
    private static let otherHours: Query = """
        update assignment set event_id = default
        where assignment_id in (
            (select assignment_id
             from (select assignment_id, weekday, starts_at, ends_at, unpaid_minutes, minutes from stated_hours
                   except
                   select assignment_id, weekday, starts_at, ends_at, unpaid_minutes, minutes from usual_hours) as fresh)
            union all
            (select known.assignment_id
             from usual_hours as known
             join assignment using (assignment_id)
             join incoming_assignment as incoming
                 on incoming.external_id = assignment.external_id and incoming.starts_on = assignment.starts_on
             left join stated_hours as hours
                 on hours.assignment_id = known.assignment_id and hours.weekday = known.weekday
             where hours.weekday is null))
        """

    /// HR states what somebody does: assignments that only roster roles implied end. At the same site the day before
    /// HR's begins, where that lies within them; else the day before the import, or before HR's first if that is later.
    static func supersedeRoles(today: CivilDate) -> Query {
        RosterChange.ended.note(
            .assignment,
            """
            update assignment as implied set ends_on = last.day, event_id = default
            from (
                select role.assignment_id, greatest(
                    role.starts_on,
                    coalesce(
                        min(hr.starts_on) filter (
                            where hr.site_id = role.site_id
                              and hr.starts_on > greatest(role.starts_on, site.available_on)),
                        greatest(min(hr.starts_on), \(today)::date)) - 1) as day
                from assignment as role
                join site using (site_id)
                join assignment as hr on hr.employee_id = role.employee_id and hr.source = 'hr'
                where role.source = 'roster' and coalesce(hr.ends_on, 'infinity') >= \(today)::date
                group by role.assignment_id, role.starts_on, site.available_on) as last
            where last.assignment_id = implied.assignment_id and coalesce(implied.ends_on, 'infinity') > last.day
            returning implied.assignment_id as key
            """
        )
    }
}
