import Postgres

/// What stands in a district's schema that this program did not make: a view in the place of a table, or a function that is
/// called in the place of one of PostgreSQL's. What is read through them can be anything, and it would run with the rights of whoever
/// checks, so nothing else is read before.
enum StrangeObjects {
    /// Names them. Its own names are all PostgreSQL's: the search path has to be `pg_catalog`.
    ///
    /// - Parameters:
    ///   - schema: the district's.
    ///   - known: names of the functions and views that the program makes.
    static func query(in schema: String, known: [String]) -> Query {
        """
        with place as (select oid from pg_namespace where nspname = \(schema)), known as (select unnest(\(known)::text[]) as name)
        select 'view' as kind, relname::text as name from pg_class
        where relnamespace in (table place) and relkind in ('v', 'm', 'f') and relname::text not in (table known)
        union all
        select 'function', min(proname::text) from pg_proc where pronamespace in (table place)
        group by proname having count(*) > 1 or min(proname::text) not in (table known)
        union all
        select 'operator', oprname::text from pg_operator where oprnamespace in (table place)
        union all
        select 'cast', typname::text from pg_cast join pg_type on pg_type.oid in (castsource, casttarget)
        where typnamespace in (table place)
        order by 1, 2
        """
    }
}
