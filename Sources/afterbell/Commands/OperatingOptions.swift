import ArgumentParser
import Foundation
import Postgres
import Schema
import Workload

/// What commands of the operator share: which database, which district.
struct OperatingOptions: ParsableArguments {
    @Option(help: "The district's slug. May be left out where there is only one.")
    var district: String?

    /// Connects as the operator: `AFTERBELL_ADMIN_DATABASE` is a libpq connection string, else libpq's own variables
    /// apply.
    static func adminOptions(_ environment: [String: String] = ProcessInfo.processInfo.environment) -> ConnectionOptions
    {
        ConnectionOptions(environment["AFTERBELL_ADMIN_DATABASE"] ?? "")
    }

    /// Lends the database and the district meant.
    ///
    /// - Throws: `ValidationError` when the district is not there, or several are and none is named.
    func withDistrict<Result: Sendable>(_ body: (Database, District) async throws -> Result) async throws -> Result {
        // An import takes as long as it takes.
        let database = Database(Self.adminOptions(), pool: PoolOptions(size: 2, timeLimit: nil))
        do {
            let result = try await body(database, try await chosen(Districts(database).all()))
            await database.close()
            return result
        } catch {
            await database.close()
            throw CommandFailure(error)
        }
    }

    private func chosen(_ districts: [District]) throws -> District {
        let known = districts.map(\.slug.text).joined(separator: ", ")
        guard let district else {
            guard districts.count == 1 else {
                throw ValidationError(
                    districts.isEmpty
                        ? "There is no district yet. Make one with: afterbell district create SLUG --name NAME --zone ZONE"
                        : "There are several districts (\(known)). Name one with --district.")
            }
            return districts[0]
        }
        guard let found = districts.first(where: { $0.slug.text == district }) else {
            throw ValidationError("There is no district \(district). There are: \(known.isEmpty ? "none" : known).")
        }
        return found
    }
}

/// Any failure of a command, in words for whoever typed it.
struct CommandFailure: Error, CustomStringConvertible {
    let description: String

    init(_ error: any Error) {
        switch error {
        case let error as PostgresError: description = Self.words(error)
        case let error as WorkloadError: description = error.message
        default: description = "\(error)"
        }
    }

    private static func words(_ error: PostgresError) -> String {
        guard case .server(let server) = error, server.sqlState == "42P01" || server.sqlState == "3F000" else {
            return String(reflecting: error)
        }
        return "This database is not prepared yet. Run: afterbell migrate"
    }
}
