public import Foundation
public import Postgres

/// The people of the roster, for HR. That HR looked is recorded before a name is read.
public struct People: Sendable {
    private let database: Database

    /// - Parameter database: signed in as the server.
    public init(_ database: Database) {
        self.database = database
    }

    /// One page of the people in the caller's units whom the filter lets through; the last one for a page past the end.
    /// That the caller looked, and at whom, is committed before a name is handed out.
    ///
    /// - Throws: ``WorkloadError`` of kind forbidden for callers who manage no people; of kind unavailable when it
    ///   can't be recorded that they looked.
    public func list(_ filter: PeopleFilter, as caller: Caller) async throws -> PeopleList {
        guard caller.managesPeople else {
            throw WorkloadError(.forbidden, "People are listed for HR only.", rule: .namesForHROnly)
        }
        do {
            return try await database.write(as: caller.identity) { transaction in
                let counted = try await transaction.query(PeopleQueries.count(filter, units: caller.hrUnits))[0]
                let count = try counted.decode("found", as: Int.self)
                var filter = filter
                filter.page = min(filter.page, PeopleFilter.lastPage(of: count))
                let rows = try await transaction.query(PeopleQueries.list(filter, units: caller.hrUnits))
                let people = try rows.map(PeopleList.Person.init)
                let look = Look(page: .people, askedFor: filter.subject, role: .hr, account: caller.accountID)
                _ = try await transaction.query(look.recording(of: people.map(\.id)))
                return PeopleList(people: people, count: count)
            }
        } catch PostgresError.encoding(let reason) {
            throw WorkloadError(PostgresError.encoding(reason))
        } catch is PostgresError {
            throw WorkloadError(
                .unavailable, "It can't be recorded just now that you looked, so names are not shown. Try again soon.",
                rule: .lookNotRecorded)
        }
    }

    /// Units whose people the caller manages, by name.
    public func units(as caller: Caller) async throws -> [(id: UUID, name: String)] {
        let rows = try await database.read(
            as: caller.identity,
            [
                """
                select bargaining_unit_id, name from bargaining_unit
                where bargaining_unit_id = any (\(caller.hrUnits)::uuid[]) order by name
                """
            ])[0]
        return try rows.map { (try $0.decode("bargaining_unit_id"), try $0.decode("name")) }
    }
}

/// Which people a list shows.
public struct PeopleFilter: Sendable, Hashable {
    /// How many a page shows.
    public static let pageSize = 50

    /// Words of a name, an employee number or an e-mail.
    public var words: String?
    /// Home site.
    public var site: UUID?
    /// Bargaining unit.
    public var unit: UUID?
    /// The page, from 1.
    public var page: Int

    /// A filter.
    public init(words: String? = nil, site: UUID? = nil, unit: UUID? = nil, page: Int = 1) {
        self.words = words
        self.site = site
        self.unit = unit
        self.page = max(1, min(page, 10_000))
    }

    /// The last page of so many people; 1 for none.
    static func lastPage(of count: Int) -> Int { max(1, (count + pageSize - 1) / pageSize) }

    /// What was asked for, as it is kept: `page 1`, `page 2; unit …; site …; words garcia`. Of the words 200 letters.
    var subject: String {
        let parts = [
            "page \(page)", unit.map { "unit \($0.text)" }, site.map { "site \($0.text)" },
            words.map { "words \($0.prefix(200))" },
        ]
        return parts.compactMap(\.self).joined(separator: "; ")
    }
}
