import ArgumentParser
import Postgres

/// How the server reaches its database, as the environment says.
struct ServerSettings {
    /// A libpq connection string: `AFTERBELL_DATABASE`.
    let conninfo: String
    /// Connections at most: `AFTERBELL_CONNECTIONS`.
    let connections: Int
    /// Prepared statements that a connection keeps, 0 for none: `AFTERBELL_PREPARED_STATEMENTS`.
    let preparedStatements: Int

    /// - Throws: `ValidationError` that names the variable and what it may be.
    init(_ environment: [String: String]) throws {
        conninfo = environment["AFTERBELL_DATABASE"] ?? ""
        connections = try Self.number("AFTERBELL_CONNECTIONS", in: 1...1_000, usual: 8, environment)
        preparedStatements = try Self.number("AFTERBELL_PREPARED_STATEMENTS", in: 0...10_000, usual: 256, environment)
    }

    /// The database; connected to when first used.
    var database: Database {
        Database(
            ConnectionOptions(conninfo, statementCacheSize: preparedStatements), pool: PoolOptions(size: connections))
    }

    private static func number(
        _ name: String, in range: ClosedRange<Int>, usual: Int, _ environment: [String: String]
    ) throws -> Int {
        guard let text = environment[name], !text.isEmpty else { return usual }
        guard let number = Int(text), range.contains(number) else {
            throw ValidationError(
                "\(name) is a number from \(range.lowerBound) to \(range.upperBound), not “\(text)”.")
        }
        return number
    }
}
