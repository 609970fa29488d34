import Postgres
import WorkUnits

/// The SQL that brings school years, semesters and terms in line with the roster.
enum SessionQueries {
    static func settle(isComplete: Bool, today: CivilDate) -> [Query] {
        [
            RosterChange.named.note(.session, "select sourced_id as key from incoming_session where not is_ended"),
            RosterChange.changed.note(.session, change),
            RosterChange.added.note(.session, add),
            RosterChange.ended.note(.session, end(isComplete: isComplete, today: today)),
        ]
    }

    private static let change: Query = """
        update academic_session as known
        set title = incoming.title, kind = incoming.kind, starts_on = incoming.starts_on, ends_on = incoming.ends_on,
            school_year = incoming.school_year
        from incoming_session as incoming
        where incoming.sourced_id = known.sourced_id and not incoming.is_ended
          and (known.title, known.kind, known.starts_on, known.ends_on, known.school_year) is distinct from
              (incoming.title, incoming.kind, incoming.starts_on, incoming.ends_on, incoming.school_year)
        returning known.sourced_id as key
        """

    private static let add: Query = """
        insert into academic_session (sourced_id, title, kind, starts_on, ends_on, school_year)
        select sourced_id, title, kind, starts_on, ends_on, school_year
        from incoming_session as incoming
        where not is_ended
          and not exists (select from academic_session as known where known.sourced_id = incoming.sourced_id)
        returning sourced_id as key
        """

    /// A session that ends keeps its first day: one that had not begun is left with that day only.
    private static func end(isComplete: Bool, today: CivilDate) -> Query {
        """
        update academic_session as known set ends_on = greatest(starts_on, \(today)::date)
        where ends_on > greatest(starts_on, \(today)::date)
          and (sourced_id in (select sourced_id from incoming_session where is_ended)
               or \(isComplete)::boolean
               and not exists (select from incoming_session as named where named.sourced_id = known.sourced_id))
        returning sourced_id as key
        """
    }
}
