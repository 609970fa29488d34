import Foundation
import Postgres

/// The SQL of people.
enum PeopleQueries {
    /// One page of the people of the units, with the jobs they hold today, side by side in three arrays.
    static func list(_ filter: PeopleFilter, units: [UUID]) -> Query {
        """
        select person.employee_id, person.family_name || ', ' || person.given_name as name, person.employee_number,
               person.ended_on, account_status(person.employee_id) as account,
               held.positions, held.sites, held.units
        from employee as person
        cross join lateral (
            select coalesce(array_agg(terms.position order by terms.position), '{}') as positions,
                   coalesce(array_agg(site.name order by terms.position), '{}') as sites,
                   coalesce(array_agg(unit.name order by terms.position), '{}') as units
            from assignment as terms
            join site using (site_id)
            join bargaining_unit as unit on unit.bargaining_unit_id = terms.bargaining_unit_id
            where terms.employee_id = person.employee_id
              and terms.starts_on <= current_date and coalesce(terms.ends_on, 'infinity') >= current_date
        ) as held
        \(found(filter, units))
        order by person.family_name, person.given_name, person.employee_id
        limit \(PeopleFilter.pageSize) offset \((filter.page - 1) * PeopleFilter.pageSize)
        """
    }

    /// How many people the filter finds on all pages.
    static func count(_ filter: PeopleFilter, units: [UUID]) -> Query {
        "select count(*) as found from employee as person \(found(filter, units))"
    }

    private static func found(_ filter: PeopleFilter, _ units: [UUID]) -> Query {
        let pattern = filter.words.map { "%\(LikePattern.escaped($0))%" }
        return """
            where person.bargaining_unit_id = any (\(units)::uuid[])
              and (\(filter.unit)::uuid is null or person.bargaining_unit_id = \(filter.unit))
              and (\(filter.site)::uuid is null or person.site_id = \(filter.site))
              and (\(pattern)::text is null or person.family_name || ', ' || person.given_name ilike \(pattern)
                   or person.given_name || ' ' || person.family_name ilike \(pattern)
                   or person.employee_number ilike \(pattern) or person.email ilike \(pattern))
            """
    }
}

/// Words as typed, made fit for LIKE.
enum LikePattern {
    /// The words without the marks that LIKE reads.
    static func escaped(_ words: String) -> String {
        words.replacing("\\", with: "\\\\").replacing("%", with: "\\%").replacing("_", with: "\\_")
    }
}
