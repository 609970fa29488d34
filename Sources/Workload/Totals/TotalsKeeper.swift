public import Postgres

/// Counts waiting entries into the totals, and lets held entries count whose end is reached.
public struct TotalsKeeper: Sendable {
    private let database: Database
    private let district: District

    /// - Parameters:
    ///   - database: signed in as the server.
    ///   - district: whose totals.
    public init(_ database: Database, district: District) {
        self.database = database
        self.district = district
    }

    /// Counts all that waits now. Says how many entries it counted.
    @discardableResult
    public func keep() async throws -> Int {
        var counted = 0
        while true {
            let results = try await database.write(
                as: district.identity(), ["select settle_held() as settled", "select fold_totals() as counted"])
            let now = try results[1][0].decode("counted", as: Int.self)
            counted += now
            if now < 10_000 { return counted }
        }
    }
}
