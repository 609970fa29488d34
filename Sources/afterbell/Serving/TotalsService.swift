import Logging
import Postgres
import ServiceLifecycle
import Workload

/// Keeps the totals of all districts up to date, about once a second, and reads the registry anew every half minute.
struct TotalsService: Service {
    let database: Database
    let desks: DistrictDesks
    let logger: Logger

    func run() async throws {
        var districts = try await desks.refresh()
        var rounds = 0
        while await wait() {
            rounds += 1
            do {
                if rounds % 30 == 0 { districts = try await desks.refresh() }
                for district in districts { try await TotalsKeeper(database, district: district).keep() }
            } catch {
                logger.error("totals wait", metadata: ["error": "\(String(reflecting: error))"])
            }
        }
    }

    /// A second; false when the server is to stop.
    private func wait() async -> Bool {
        do {
            try await cancelWhenGracefulShutdown { try await Task.sleep(for: .seconds(1)) }
            return true
        } catch {
            return false
        }
    }
}
