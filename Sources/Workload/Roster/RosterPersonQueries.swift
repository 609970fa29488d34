import Postgres
import WorkUnits

/// The SQL that brings people in line with the roster, once it is known who is whom.
enum RosterPersonQueries {
    /// Who ends: people whose rows all say so, and of a complete file those whom it leaves out. Somebody whose row could
    /// not be read is there, and stays.
    static func end(isComplete: Bool) -> Query {
        """
        insert into ending_person (employee_id)
        select employee_id from employee
        where ended_on is null
          and (employee_id in (select employee_id from incoming_person where is_lead and is_ended)
               or \(isComplete)::boolean
               and not exists (select from incoming_person as person where person.employee_id = employee.employee_id)
               and not exists (select from employee_alias join unreadable_person using (sourced_id)
                               where employee_alias.employee_id = employee.employee_id))
        """
    }

    static func settle(today: CivilDate, rolesAreComplete: Bool) -> [Query] {
        let ended: Query = """
            update employee set ended_on = \(today)::date, event_id = default from ending_person
            where ending_person.employee_id = employee.employee_id
            returning employee.employee_id as key
            """
        return [
            RosterChange.named.note(
                .person,
                "select employee_id as key from incoming_person where is_lead and not is_ended"
            ),
            RosterChange.changed.note(.assignment, reopenRoles(rolesAreComplete: rolesAreComplete)),
            freeEmails,
            RosterChange.changed.note(.person, change),
            RosterChange.added.note(.person, add),
            aliases,
            RosterChange.ended.note(.person, ended),
        ]
    }

    /// Where a delivery doesn't list all roles of somebody who is back, the roles that ended with them are back too.
    private static func reopenRoles(rolesAreComplete: Bool) -> Query {
        """
        update assignment set ends_on = null, event_id = default
        from incoming_person as person join employee using (employee_id)
        where not \(rolesAreComplete)::boolean and not person.roles_are_complete and person.is_changed
          and assignment.employee_id = person.employee_id and assignment.source = 'roster'
          and assignment.ends_on = employee.ended_on
        returning assignment.assignment_id as key
        """
    }

    /// An e-mail may pass from one person to another in one delivery, so that changing ones are taken away first.
    private static let freeEmails: Query = """
        update employee set email = null, event_id = default
        from incoming_person as person
        where person.employee_id = employee.employee_id and person.is_changed
          and employee.email is distinct from \(RosterMatchQueries.keptEmail) and employee.email is not null
        """

    private static let change: Query = """
        update employee
        set employee_number = coalesce(person.employee_number, employee.employee_number),
            given_name = person.given_name, family_name = person.family_name,
            email = \(RosterMatchQueries.keptEmail), ended_on = null, event_id = default
        from incoming_person as person
        where person.employee_id = employee.employee_id and person.is_changed
        returning employee.employee_id as key
        """

    private static let add: Query = """
        insert into employee (employee_id, employee_number, given_name, family_name, email, site_id, bargaining_unit_id)
        select person.employee_id, person.employee_number, person.given_name, person.family_name,
               case when person.has_email then person.email end, person.site_id, unit.bargaining_unit_id
        from incoming_person as person
        cross join bargaining_unit as unit
        where person.matched_by = 4 and person.is_lead and unit.code = '-'
        returning employee_id as key
        """

    private static let aliases: Query = """
        insert into employee_alias (sourced_id, employee_id)
        select incoming_alias.sourced_id, person.employee_id
        from incoming_alias
        join incoming_person as person using (person)
        left join employee_alias using (sourced_id)
        where person.employee_id is distinct from employee_alias.employee_id and person.employee_id is not null
        on conflict (sourced_id) do update set employee_id = excluded.employee_id
        """

    /// After the assignments: those of people who have ended end too, and everybody's home site and unit are those of
    /// the first live assignment.
    static func finish(today: CivilDate) -> [Query] {
        let ended: Query = """
            update assignment set ends_on = greatest(assignment.starts_on, employee.ended_on), event_id = default
            from employee
            where employee.employee_id = assignment.employee_id and employee.ended_on is not null
              and coalesce(assignment.ends_on, 'infinity') > greatest(assignment.starts_on, employee.ended_on)
            returning assignment.assignment_id as key
            """
        let moved: Query = """
            update employee
            set site_id = first.site_id, bargaining_unit_id = first.bargaining_unit_id, event_id = default
            from (select distinct on (employee_id) employee_id, site_id, bargaining_unit_id
                  from assignment
                  where starts_on <= \(today)::date and coalesce(ends_on, 'infinity') >= \(today)::date
                  order by employee_id, coalesce(ends_on, 'infinity') = \(today)::date, kind <> 'regular', starts_on,
                           external_id) as first
            where first.employee_id = employee.employee_id and employee.ended_on is null
              and (employee.site_id, employee.bargaining_unit_id)
                  is distinct from (first.site_id, first.bargaining_unit_id)
            returning employee.employee_id as key
            """
        return [RosterChange.ended.note(.assignment, ended), RosterChange.changed.note(.person, moved)]
    }
}
