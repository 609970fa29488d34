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
    /// The evidence log, receipts and proofs.
    public let proofs: Proofs

    /// - Parameters:
    ///   - district: whose use cases.
    ///   - database: signed in as the server.
    ///   - receiptKey: what receipts are signed with; nil where the server has no key.
    public init(_ district: District, database: Database, receiptKey: ReceiptKey? = nil) {
        self.district = district
        signIns = SignIns(database)
        sessions = Sessions(database)
        entries = Entries(database, recorder: EntryRecorder(database, district: district))
        incidents = Incidents(database)
        totals = HoursTotals(database)
        people = People(database)
        proofs = Proofs(database, receiptKey: receiptKey)
    }
}
