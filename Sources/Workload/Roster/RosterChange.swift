import Postgres

/// What became of one record in an import. The lower number wins where several were noted.
enum RosterChange: Int {
    case ended = 1
    case added, changed, named

    /// What a record is, as the report counts it.
    enum Noun: String, CaseIterable {
        case site, person, assignment, unit, session
    }

    /// A statement that returns `key`, and notes each key returned.
    func note(_ noun: Noun, _ statement: Query) -> Query {
        """
        with done as (\(statement))
        insert into roster_change (noun, key, change)
        select \(noun.rawValue)::text, done.key::text, \(rawValue)::smallint from done
        """
    }

    /// How many records of each noun ended, were added, were changed, or were named and stand as they were.
    static let tally: Query = """
        select noun, change, count(*) as records
        from (select noun, key, min(change) as change from roster_change group by noun, key) as record
        group by noun, change
        """
}
