public import Foundation
import Postgres
public import WorkUnits

/// One page of people.
public struct PeopleList: Sendable {
    /// A job held today.
    public struct Assignment: Sendable, Hashable {
        /// What it is.
        public let position: String
        /// Where.
        public let siteName: String
        /// Who represents it.
        public let unitName: String
    }

    /// A person of the roster.
    public struct Person: Sendable {
        /// The person.
        public let id: UUID
        /// Family name, given name.
        public let name: String
        /// The number payroll knows them by.
        public let employeeNumber: String?
        /// Jobs held today.
        public let assignments: [Assignment]
        /// `active`, `disabled`, or `none`.
        public let account: String
        /// Last day of employment, if past or known.
        public let endedOn: CivilDate?
    }

    /// The people of the page by name.
    public let people: [Person]
    /// How many there are in all.
    public let count: Int
}

extension PeopleList.Person {
    init(_ row: Row) throws {
        id = try row.decode("employee_id")
        name = try row.decode("name")
        employeeNumber = try row.decode("employee_number", as: String?.self)
        account = try row.decode("account")
        endedOn = try row.decode("ended_on", as: CivilDate?.self)
        let positions = try row.decode("positions", as: [String].self)
        let sites = try row.decode("sites", as: [String].self)
        let units = try row.decode("units", as: [String].self)
        assignments = zip(positions, zip(sites, units)).map {
            PeopleList.Assignment(position: $0, siteName: $1.0, unitName: $1.1)
        }
    }
}
