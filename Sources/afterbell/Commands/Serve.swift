import ArgumentParser
import Foundation
import Logging
import Postgres
import Workload
import WorkloadWeb

/// Serves the districts of a database.
struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Serve the districts of an existing database.",
        discussion: """
            Connects by AFTERBELL_DATABASE (a libpq connection string), else by libpq's own variables, as role \
            afterbell_server. Put a TLS proxy in front: cookies are sent over TLS only.
            """)

    @Option(help: "Address to listen on.")
    var host = "127.0.0.1"

    @Option(help: "Port to listen on.")
    var port = 8080

    @Flag(help: "Believe the last address of X-Forwarded-For, because a proxy of yours writes it.")
    var trustProxy = false

    @Option(help: "Folder with the keys of receipts. Left out: AFTERBELL_KEYS; without either, entries get no receipt.")
    var keys: String?

    func run() async throws {
        do {
            try await StopSignals.cancelling { try await serve() }
        } catch let code as ExitCode {
            throw code
        } catch {
            throw CommandFailure(error)
        }
    }

    private func serve() async throws {
        let database = try ServerSettings(ProcessInfo.processInfo.environment).database
        var serving = try Serving(database: database, host: host, port: port)
        serving.site.trustsProxy = trustProxy
        serving.keys = keys ?? ProcessInfo.processInfo.environment["AFTERBELL_KEYS"]
        do {
            try await serving.run()
            await database.close()
        } catch {
            await database.close()
            throw error
        }
    }
}
