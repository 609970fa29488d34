import Postgres
import WorkUnits

/// The SQL that keeps the assignments of the HR supplement. An assignment is known by HR's id and its first day; a later
/// first day of the same id is the next state of it.
///
/// A row that the file leaves out stays as it is: HR ends an assignment by stating its last day.
enum HRQueries {
    /// Finds employee, site and reviewer of each row.
    static let resolve: [Query] = [
        """
        update incoming_assignment as incoming
        set employee_id = employee.employee_id, site_id = site_code.site_id, reviewer_id = reviewer.employee_id
        from incoming_assignment as same
        left join employee on employee.employee_number = same.employee_number
        left join site_code on site_code.code = same.site
        left join employee as reviewer
            on reviewer.employee_number = same.reviewer_number and reviewer.employee_id <> employee.employee_id
        where same.line = incoming.line
        """,
        "analyze incoming_assignment",
    ]

    static func settle(today: CivilDate) -> [Query] {
        units + [
            unitAndLastDay,
            RosterChange.changed.note(.assignment, takeOver(today: today)),
            RosterChange.ended.note(.assignment, endEarlierStates),
            RosterChange.changed.note(.assignment, change),
            RosterChange.added.note(.assignment, add),
            RosterChange.named.note(
                .assignment,
                "select assignment_id as key from incoming_assignment join assignment using (external_id, starts_on)"),
        ]
    }

    /// The last day is the one stated, unless the next state of the assignment, or the end of employment, comes before.
    private static let unitAndLastDay: Query = """
        update incoming_assignment as incoming
        set bargaining_unit_id = unit.bargaining_unit_id,
            last_on = least(incoming.ends_on, state.next_on - 1, employee.ended_on)
        from incoming_assignment as same
        join employee using (employee_id)
        join bargaining_unit as unit on unit.code = coalesce(same.unit_code, '-')
        join (select external_id, starts_on,
                     lead(starts_on) over (partition by external_id order by starts_on) as next_on
              from (select external_id, starts_on from incoming_assignment
                    union
                    select known.external_id, known.starts_on
                    from assignment as known join incoming_assignment using (external_id)
                    where known.source = 'hr') as named) as state
            on state.external_id = same.external_id and state.starts_on = same.starts_on
        where same.line = incoming.line
        """

    private static let units: [Query] = {
        let named: Query = """
            select distinct on (unit_code) unit_code as code, unit_name as name
            from incoming_assignment where unit_code <> '-' order by unit_code, unit_name is null, line
            """
        return [
            RosterChange.named.note(
                .unit,
                "select distinct unit_code as key from incoming_assignment where unit_code <> '-'"
            ),
            RosterChange.changed.note(
                .unit,
                """
                update bargaining_unit as unit set name = named.name, event_id = default from (\(named)) as named
                where named.code = unit.code and named.name <> unit.name
                returning unit.code as key
                """
            ),
            RosterChange.added.note(
                .unit,
                """
                insert into bargaining_unit (code, name)
                select named.code, coalesce(named.name, left(named.code, 255)) from (\(named)) as named
                where not exists (select from bargaining_unit as unit where unit.code = named.code)
                returning code as key
                """
            ),
        ]
    }()

    /// An assignment that a roster role implied becomes HR's assignment at the same site, so that hours already recorded
    /// under it get HR's terms; unless HR's begins only after people here could record time.
    private static func takeOver(today: CivilDate) -> Query {
        """
        update assignment
        set external_id = taker.external_id, source = 'hr', starts_on = taker.starts_on,
            ends_on = taker.last_on, event_id = default
        from (
            select employee_id, site_id, external_id, starts_on, last_on,
                   row_number() over (partition by employee_id, site_id order by starts_on, external_id) as place
            from incoming_assignment as incoming
            where starts_on <= \(today)::date and coalesce(last_on, 'infinity') >= \(today)::date
              and not exists (select from assignment as known
                              where known.external_id = incoming.external_id and known.starts_on = incoming.starts_on)
        ) as taker
        join (
            select employee_id, site_id, assignment_id, starts_on,
                   row_number() over (partition by employee_id, site_id order by starts_on, external_id) as place
            from assignment
            where source = 'roster' and coalesce(ends_on, 'infinity') >= \(today)::date
        ) as giver using (employee_id, site_id, place)
        join site using (site_id)
        where assignment.assignment_id = giver.assignment_id
          and taker.starts_on <= greatest(giver.starts_on, site.available_on)
        returning assignment.assignment_id as key
        """
    }

    /// A state that the file doesn't name again ends the day before the next one.
    private static let endEarlierStates: Query = """
        update assignment as earlier set ends_on = later.starts_on - 1, event_id = default
        from (select known.assignment_id, min(incoming.starts_on) as starts_on
              from assignment as known
              join incoming_assignment as incoming
                  on incoming.external_id = known.external_id and incoming.starts_on > known.starts_on
              where known.source = 'hr' and not exists (
                  select from incoming_assignment as same
                  where same.external_id = known.external_id and same.starts_on = known.starts_on)
              group by known.assignment_id) as later
        where later.assignment_id = earlier.assignment_id and coalesce(earlier.ends_on, 'infinity') >= later.starts_on
        returning earlier.assignment_id as key
        """

    private static let stated: Query = """
        'hr', incoming.site_id, incoming.bargaining_unit_id, incoming.kind, incoming.position, incoming.classification,
        incoming.flsa_status, incoming.flsa_reason,
        case when incoming.flsa_status <> 'not_stated' then 'HR supplement' end,
        incoming.fte, incoming.basis, incoming.base_rate, incoming.funding, incoming.reviewer_id, incoming.last_on
        """

    private static let change: Query = """
        update assignment
        set (source, site_id, bargaining_unit_id, kind, position, classification, flsa_status, flsa_reason,
             flsa_stated_by, fte, basis, base_rate, funding, reviewer_id, ends_on) = row (\(stated)),
            event_id = default
        from incoming_assignment as incoming
        where incoming.external_id = assignment.external_id and incoming.starts_on = assignment.starts_on
          and (source, assignment.site_id, assignment.bargaining_unit_id, assignment.kind, assignment.position,
               assignment.classification, assignment.flsa_status, assignment.flsa_reason, flsa_stated_by, assignment.fte,
               assignment.basis, assignment.base_rate, assignment.funding, assignment.reviewer_id, assignment.ends_on)
              is distinct from (\(stated))
        returning assignment.assignment_id as key
        """

    private static let add: Query = """
        insert into assignment (external_id, starts_on, employee_id, source, site_id, bargaining_unit_id, kind, position,
                                classification, flsa_status, flsa_reason, flsa_stated_by, fte, basis, base_rate, funding,
                                reviewer_id, ends_on)
        select incoming.external_id, incoming.starts_on, incoming.employee_id, \(stated)
        from incoming_assignment as incoming
        where not exists (select from assignment as known
                          where known.external_id = incoming.external_id and known.starts_on = incoming.starts_on)
        returning assignment_id as key
        """
}
