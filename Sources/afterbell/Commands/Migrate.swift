import ArgumentParser
import Postgres
import Schema
import Workload

/// Brings all schemas up to date.
struct Migrate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Bring the schemas of all districts up to date.",
        discussion: """
            Connects by AFTERBELL_ADMIN_DATABASE (a libpq connection string), else by libpq's own variables, as a role \
            that may create roles, schemas and extensions. Safe to repeat.
            """)

    func run() async throws {
        do {
            let applied = try await Migrator(OperatingOptions.adminOptions(), schema: Schema()).migrate()
            print(applied.isEmpty ? "Up to date." : applied.map { "applied \($0)" }.joined(separator: "\n"))
        } catch {
            throw CommandFailure(error)
        }
    }
}
