import Postgres
import WorkUnits

/// The SQL that makes assignments of roster roles, for people of whom HR states none.
///
/// A role is known by its sourcedId, or else by person, organisation and role word. New terms (another site, position or
/// first day) begin a new assignment and leave the old one to the entries that name it; before its first day, and on
/// it, an assignment is changed in place.
enum RoleQueries {
    /// Finds person, site and key of each role. A role that ends before it begins is one that has ended.
    static let resolve: [Query] = [
        """
        insert into known_role (external_id, employee_id, site_id, position, begins_on, last_on, is_primary, is_ended, line)
        select coalesce(role.sourced_id, found.employee_id::text || '/' || coalesce(role.org, '-') || '/' || role.word),
               found.employee_id, coalesce(site.site_id, (select site_id from fallback_site)), role.position,
               role.begins_on, role.last_on, role.is_primary,
               role.is_ended or coalesce(role.last_on < role.begins_on, false), role.line
        from incoming_role as role
        left join incoming_person as person using (person)
        left join employee_alias as alias on alias.sourced_id = role.person_sourced_id
        left join site on site.sourced_id = role.org
        cross join lateral (select coalesce(person.employee_id, alias.employee_id) as employee_id) as found
        """,
        "analyze known_role",
    ]

    static func settle(today: CivilDate, isComplete: Bool) -> [Query] {
        [
            wanted(today: today), "analyze role_plan", plan(today: today),
            "update role_plan set last_on = starts_on where step = 'keep' and last_on < starts_on",
            RosterChange.named.note(.assignment, "select assignment_id as key from role_plan where step = 'keep'"),
            RosterChange.changed.note(.assignment, keep),
            RosterChange.ended.note(.assignment, leave),
            RosterChange.added.note(.assignment, add(today: today)),
            RosterChange.ended.note(.assignment, end(today: today, isComplete: isComplete)),
        ]
    }

    /// Roles that stand, within the days that HR leaves open.
    private static func wanted(today: CivilDate) -> Query {
        """
        insert into role_plan (external_id, employee_id, site_id, position, starts_on, last_on, line)
        select distinct on (external_id) external_id, employee_id, site_id, position, begins_on, last_on, line
        from (
            select role.external_id, role.employee_id, role.site_id, role.position, role.is_primary, role.line,
                   greatest(role.begins_on, hr.ended_on + 1) as begins_on, least(role.last_on, hr.goes_on - 1) as last_on
            from known_role as role
            join employee using (employee_id)
            left join (
                select employee_id, max(ends_on) filter (where ends_on < \(today)::date) as ended_on,
                       min(starts_on) filter (where coalesce(ends_on, 'infinity') >= \(today)::date) as goes_on
                from assignment where source = 'hr' group by employee_id) as hr using (employee_id)
            where not role.is_ended and employee.ended_on is null and role.site_id is not null
              and coalesce(hr.goes_on, 'infinity') > \(today)::date) as role
        where coalesce(last_on, 'infinity') >= coalesce(begins_on, '-infinity')
        order by external_id, is_primary desc, line
        """
    }

    /// What to do with each: add an assignment, keep the newest one of that key (dates and terms brought in line), or
    /// leave it to its past and start another. `starts_on` becomes the first day.
    private static func plan(today: CivilDate) -> Query {
        """
        update role_plan as role
        set assignment_id = known.assignment_id, step = coalesce(known.step, 'add'),
            starts_on = case known.step
                when 'keep' then
                    case when role.starts_on < known.starts_on and known.is_first
                           or role.starts_on > \(today)::date and known.starts_on > \(today)::date
                         then role.starts_on else known.starts_on end
                when 'leave' then
                    case when role.starts_on > known.starts_on then role.starts_on
                         else greatest(\(today)::date, known.starts_on + 1) end
                else coalesce(role.starts_on, \(today)::date)
            end
        from role_plan as same
        left join lateral (
            select assignment.assignment_id, assignment.starts_on, not exists (
                       select from assignment as earlier
                       where earlier.external_id = assignment.external_id and earlier.starts_on < assignment.starts_on
                   ) as is_first,
                   case
                       when assignment.employee_id <> same.employee_id then 'leave'
                       when assignment.starts_on >= \(today)::date then 'keep'
                       when same.starts_on > assignment.starts_on then 'leave'
                       when (assignment.site_id, assignment.position) = (same.site_id, same.position) then 'keep'
                       else 'leave'
                   end as step
            from assignment
            where assignment.external_id = same.external_id and assignment.source = 'roster'
            order by assignment.starts_on desc limit 1) as known on true
        where same.external_id = role.external_id
        """
    }

    private static let keep: Query = """
        update assignment
        set site_id = role.site_id, position = role.position, starts_on = role.starts_on,
            ends_on = role.last_on, event_id = default
        from role_plan as role
        where role.step = 'keep' and assignment.assignment_id = role.assignment_id
          and (assignment.site_id, assignment.position, assignment.starts_on, assignment.ends_on) is distinct from
              (role.site_id, role.position, role.starts_on, role.last_on)
        returning assignment.assignment_id as key
        """

    private static let leave: Query = """
        update assignment set ends_on = role.starts_on - 1, event_id = default
        from role_plan as role
        where role.step = 'leave' and assignment.assignment_id = role.assignment_id
          and coalesce(assignment.ends_on, 'infinity') >= role.starts_on
        returning assignment.assignment_id as key
        """

    /// A role without a first day begins today; one that is over by then is left out.
    private static func add(today: CivilDate) -> Query {
        """
        insert into assignment (external_id, employee_id, site_id, bargaining_unit_id, kind, position, flsa_status,
                                source, starts_on, ends_on)
        select role.external_id, role.employee_id, role.site_id, unit.bargaining_unit_id, 'regular', role.position,
               'not_stated', 'roster', role.starts_on, role.last_on
        from role_plan as role
        cross join bargaining_unit as unit
        where role.step in ('add', 'leave') and unit.code = '-' and coalesce(role.last_on, 'infinity') >= role.starts_on
          and not exists (select from assignment as other
                          where other.external_id = role.external_id and other.starts_on = role.starts_on)
        returning assignment_id as key
        """
    }

    /// Roles that the delivery ends, and of a complete list of roles those that it leaves out. An assignment that has
    /// not begun is left with its first day only.
    private static func end(today: CivilDate, isComplete: Bool) -> Query {
        """
        update assignment set ends_on = greatest(starts_on, \(today)::date), event_id = default
        where source = 'roster' and coalesce(ends_on, 'infinity') > greatest(starts_on, \(today)::date)
          and not exists (
              select from known_role as role
              where role.external_id = assignment.external_id and role.employee_id = assignment.employee_id
                and not role.is_ended)
          and (external_id in (select external_id from known_role where is_ended and external_id is not null)
               or employee_id in (
                   select employee_id from incoming_person where employee_id is not null
                   group by employee_id having bool_and(roles_are_complete))
               or \(isComplete)::boolean and not exists (
                   select from employee_alias join unreadable_person using (sourced_id)
                   where employee_alias.employee_id = assignment.employee_id))
        returning assignment_id as key
        """
    }
}
