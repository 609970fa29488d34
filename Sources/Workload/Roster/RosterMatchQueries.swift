import Postgres

/// The SQL that finds out who in the delivery is whom of the people known: by employee number, then by e-mail, then by
/// sourcedId. Never by name.
///
/// Two different employee numbers are two people, unless e-mail and sourcedId both say that the number was corrected.
/// An e-mail that several people of the delivery share says nothing about anybody.
enum RosterMatchQueries {
    static let match: [Query] = [
        "create index on incoming_person (employee_id)", byNumber, byEmail, byAlias, "analyze incoming_person",
        asNew, leads,
        emails, changes,
    ]

    private static let byNumber: Query = """
        update incoming_person as person set employee_id = employee.employee_id, matched_by = 1
        from employee
        where employee.employee_number = person.employee_number
        """

    private static let byEmail: Query = """
        update incoming_person as person set employee_id = employee.employee_id, matched_by = 2
        from employee
        where person.employee_id is null and employee.email = person.email
          and person.email in (select email from incoming_person group by email having count(*) = 1)
          and not exists (select from incoming_person as taken where taken.employee_id = employee.employee_id)
          and (person.employee_number is null or employee.employee_number is null or exists (
              select from incoming_alias join employee_alias using (sourced_id)
              where incoming_alias.person = person.person and employee_alias.employee_id = employee.employee_id))
        """

    /// A row with neither number nor e-mail joins whoever has its sourcedId; any other takes only a person whom no other
    /// row of the delivery has taken.
    private static let byAlias: Query = """
        update incoming_person as person set employee_id = found.employee_id, matched_by = 3
        from (
            select person, employee_id, is_bare, row_number() over (
                partition by employee_id order by is_bare, person) as place
            from (
                select distinct on (person.person) person.person, employee.employee_id,
                       person.employee_number is null and person.email is null as is_bare
                from incoming_person as person
                join incoming_alias using (person)
                join employee_alias using (sourced_id)
                join employee on employee.employee_id = employee_alias.employee_id
                where person.employee_id is null
                  and (person.employee_number is null or employee.employee_number is null)
                  and (person.employee_number is null and person.email is null or not exists (
                      select from incoming_person as taken where taken.employee_id = employee.employee_id))
                order by person.person, incoming_alias.sourced_id) as candidate) as found
        where found.person = person.person and (found.place = 1 or found.is_bare)
        """

    /// Somebody new, who stands at the site of the first role until an assignment says better. Without any site there
    /// is nowhere to put a person.
    private static let asNew: Query = """
        update incoming_person as person set employee_id = gen_random_uuid(), matched_by = 4, site_id = found.site_id
        from (
            select same.person, coalesce(first.site_id, (select site_id from fallback_site)) as site_id
            from incoming_person as same
            left join (select distinct on (role.person) role.person, site.site_id
                       from incoming_role as role join site on site.sourced_id = role.org
                       where not role.is_ended
                       order by role.person, role.is_primary desc, role.line) as first using (person)) as found
        where found.person = person.person and found.site_id is not null
          and person.employee_id is null and not person.is_ended
        """

    /// Of several rows of one person, only the first lends names, number and e-mail.
    private static let leads: Query = """
        update incoming_person as person set is_lead = false
        from (select person, row_number() over (
                  partition by employee_id order by is_ended, matched_by, person) as place
              from incoming_person) as ranked
        where ranked.person = person.person and (ranked.place > 1 or person.employee_id is null)
        """

    /// One person per e-mail: who has it already keeps it, unless the delivery gives that person another.
    private static let emails: Query = """
        update incoming_person as person set has_email = false
        from (
            select lead.person, lead.employee_id, coalesce(lead.email, employee.email) as email,
                   row_number() over (
                       partition by coalesce(lead.email, employee.email)
                       order by (employee.email = coalesce(lead.email, employee.email)) is true desc, lead.person
                   ) as place
            from incoming_person as lead left join employee using (employee_id)
            where lead.is_lead and not lead.is_ended) as wanting
        left join employee as holder on holder.email = wanting.email and holder.employee_id <> wanting.employee_id
        left join incoming_person as moving
            on moving.employee_id = holder.employee_id and moving.is_lead and not moving.is_ended
        where wanting.person = person.person and wanting.email is not null
          and (wanting.place > 1 or holder.employee_id is not null and moving.person is null)
        """

    private static let changes: Query = """
        update incoming_person as person set is_changed = true
        from employee
        where employee.employee_id = person.employee_id and person.is_lead and not person.is_ended
          and (employee.employee_number, employee.given_name, employee.family_name, employee.email, employee.ended_on)
              is distinct from
              (coalesce(person.employee_number, employee.employee_number), person.given_name, person.family_name,
               \(keptEmail), null::date)
        """

    /// The e-mail of a known person from now on; a blank one in the delivery takes nothing away.
    static let keptEmail: Query = "case when person.has_email then coalesce(person.email, employee.email) end"
}
