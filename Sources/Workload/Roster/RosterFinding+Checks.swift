import Postgres

/// Faults that show only beside what is known. Each query returns the lines that have the fault; some leave the rows
/// out as well.
extension RosterFinding {
    typealias Check = (finding: RosterFinding, lines: Query)

    static let ofMatching: [Check] = [
        (
            RosterFinding(
                .personAmbiguous,
                .kept,
                file: "users.csv",
                field: "email",
                what: "the email is that of another person",
                done: "the person is kept without an email"
            ),
            """
            select line from incoming_person
            where is_lead and not is_ended and email is not null and not has_email
            order by line
            """
        ),
        (
            RosterFinding(
                .personAmbiguous,
                .repaired,
                file: "users.csv",
                field: "sourcedId",
                what: "the sourcedId was another person's",
                done: "employee number and email decide"
            ),
            """
            select distinct person.line
            from incoming_person as person
            join incoming_alias using (person)
            join employee_alias using (sourced_id)
            where employee_alias.employee_id <> person.employee_id
            order by person.line
            """
        ),
        (
            RosterFinding(
                .referenceUnknown,
                .leftOut,
                file: "users.csv",
                what: "no role of the person is at a known site, and there is no district office",
                done: "the person is left out"
            ),
            "select line from incoming_person where employee_id is null and not is_ended order by line"
        ),
    ]

    static let ofRoles: [Check] = [
        (
            RosterFinding(
                .roleWithoutUser,
                .leftOut,
                file: "roles.csv",
                field: "userSourcedId",
                what: "nobody is known by this key",
                done: "the role is left out"
            ),
            """
            select role.line
            from incoming_role as role left join employee_alias as alias on alias.sourced_id = role.person_sourced_id
            where role.person is null and alias.employee_id is null and not role.is_ended
            order by role.line
            """
        ),
        (
            RosterFinding(
                .referenceUnknown,
                .leftOut,
                file: "roles.csv",
                field: "orgSourcedId",
                what: "the role is at no known site, and there is no district office",
                done: "the role is left out"
            ),
            """
            select line from known_role
            where site_id is null and employee_id is not null and not is_ended order by line
            """
        ),
    ]

    static let ofPlannedRoles: [Check] = [
        (
            RosterFinding(
                .rowTwice,
                .leftOut,
                file: "roles.csv",
                field: "sourcedId",
                what: "another person's assignment has this key and first day",
                done: "the role is left out"
            ),
            """
            select line from role_plan as role join assignment as other using (external_id, starts_on)
            where role.step <> 'keep' and other.employee_id <> role.employee_id order by line
            """
        )
    ]

    /// - Parameter file: what the HR supplement is called.
    static func ofHRRows(file: String) -> [Check] {
        func leftOut(_ kind: Kind, _ field: String, _ what: String, _ fault: Query) -> Check {
            leaveOut(file, kind, field, what, where: fault)
        }
        return [
            leftOut(
                .referenceUnknown,
                "employee_number",
                "nobody has this employee number",
                "incoming.employee_id is null"
            ),
            leftOut(.referenceUnknown, "site", "no site has this sourcedId or identifier", "incoming.site_id is null"),
            leftOut(
                .valueForm,
                "ends_on",
                "the assignment ends before it begins",
                "incoming.ends_on < incoming.starts_on"
            ),
            leftOut(
                .rowTwice,
                "assignment_id",
                "an earlier row has the same assignment and first day",
                """
                exists (select from incoming_assignment as earlier
                        where earlier.external_id = incoming.external_id and earlier.starts_on = incoming.starts_on
                          and earlier.line < incoming.line)
                """
            ),
            leftOut(
                .rowTwice,
                "assignment_id",
                "another person has this assignment from the same day",
                """
                exists (select from assignment as other
                        where other.external_id = incoming.external_id and other.starts_on = incoming.starts_on
                          and other.employee_id <> incoming.employee_id)
                """
            ),
            leftOut(
                .valueForm,
                "starts_on",
                "the person's employment ended before the assignment begins",
                """
                exists (select from employee
                        where employee.employee_id = incoming.employee_id and employee.ended_on < incoming.starts_on)
                """
            ),
            (
                RosterFinding(
                    .referenceUnknown,
                    .leftOut,
                    file: file,
                    field: "reviewer",
                    what: "no other employee has this number",
                    done: "read as blank"
                ),
                """
                select line from incoming_assignment
                where reviewer_number is not null and reviewer_id is null order by line
                """
            ),
        ]
    }

    private static func leaveOut(
        _ file: String,
        _ kind: Kind,
        _ field: String,
        _ what: String,
        where fault: Query
    ) -> Check {
        (
            RosterFinding(kind, .leftOut, file: file, field: field, what: what, done: "the row is left out"),
            """
            with gone as (delete from incoming_assignment as incoming where \(fault) returning line)
            select line from gone order by line
            """
        )
    }
}
