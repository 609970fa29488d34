import Foundation
import Hummingbird
import Logging
import Postgres
import Schema
import ServiceLifecycle
import WorkUnits
import Workload
import WorkloadWeb

/// The server: the site over the districts of a database, and the keeper of their totals.
struct Serving {
    let database: Database
    let host: String
    let port: Int
    var site: SiteOptions
    /// The folder with the keys of receipts; nil for none.
    var keys: String?
    /// What seals and checks the logs beside serving, where one program does both.
    var sealing: [any Service] = []
    var isReady: @Sendable () -> Void = {}

    /// - Throws: ``ResourcesNotFound`` when templates or assets are missing.
    init(database: Database, host: String, port: Int) throws {
        self.database = database
        self.host = host
        self.port = port
        let resources = try ResourceFolder.find("afterbell_WorkloadWeb.resources")
        site = SiteOptions(
            templates: resources.appending(path: "Templates").path,
            assets: resources.appending(path: "Assets").path, libraries: Self.libraries)
        site.verifiers = try? ResourceFolder.find("afterbell_Interchange.resources").appending(path: "Files").path
    }

    /// Bootstrap and Chart.js, where Debian's packages put them.
    private static let libraries = [
        "/usr/share/javascript/bootstrap5/css/bootstrap.min.css", "/usr/share/javascript/chart.js/chart.min.js",
    ]

    /// Serves until the task is cancelled; requests under way are still answered, for 20 seconds at most.
    func run() async throws {
        let logger = Self.logger()
        try await MigrationCheck(database, schema: try Schema()).run()
        let desks = DistrictDesks(database) { [database, keys] district in
            try await ReceiptKeys(database, folder: keys).key(of: district)
        }
        try await desks.refresh()
        let web = try await Site(desks: desks, options: site, logger: logger, now: { .now })
        let totals = TotalsService(database: database, desks: desks, logger: logger)
        let application = web.application(
            host: host, port: port, services: [totals] + sealing, onServerRunning: isReady)
        do {
            try await GracefulRun.run(application, logger: logger)
        } catch let error where "\(error)".contains("Address already in use") {
            throw PortRefused.inUse(port)
        }
    }

    /// Writes to standard error what `AFTERBELL_LOG_LEVEL` asks for.
    static func logger() -> Logger {
        var logger = Logger(label: "afterbell")
        logger.logLevel =
            ProcessInfo.processInfo.environment["AFTERBELL_LOG_LEVEL"].flatMap { Logger.Level(rawValue: $0) } ?? .notice
        return logger
    }
}

extension Instant {
    /// The moment now, to the second.
    static var now: Instant { Instant(secondsSince1970: Int64(Date().timeIntervalSince1970)) }
}
