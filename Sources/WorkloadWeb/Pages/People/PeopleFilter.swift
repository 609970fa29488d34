/// The search of the people page, as it stands in the query.
///
/// | field | value |
/// |---|---|
/// | `text` | part of a name, employee number or e-mail |
/// | `site`, `unit` | ids; empty: all |
/// | `page` | from 1; left out: 1 |
struct PeopleFilter: Decodable, Sendable {
    var text: String?
    var site: String?
    var unit: String?
    var page: String?
}
