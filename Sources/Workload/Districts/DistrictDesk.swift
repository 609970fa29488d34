public import Postgres

/// The use cases of one district, ready for requests.
public struct DistrictDesk: Sendable {
    /// Whose they are.
    public let district: District
    /// Signing in.
    public let signIns: SignIns
    /// Where a person is signed in.
    public let sessions: Sessions
    /// A person's own entries.
    public let entries: Entries
    /// Incidents.
    public let incidents: Incidents
    /// Hours in total.
    public let totals: HoursTotals
    /// The people of the roster.
    public let people: People

    /// - Parameters:
    ///   - district: whose use cases.
    ///   - database: signed in as the server.
    public init(_ district: District, database: Database) {
        self.district = district
        signIns = SignIns(database)
        sessions = Sessions(database)
        entries = Entries(database, recorder: EntryRecorder(database, district: district))
        incidents = Incidents(database)
        totals = HoursTotals(database)
        people = People(database)
    }
}
