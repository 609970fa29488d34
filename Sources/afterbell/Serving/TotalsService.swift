import Logging
import Postgres
import ServiceLifecycle
import Workload

/// Keeps the totals of all districts up to date, about once a second, and reads the registry anew every half minute.
/// While entries keep coming it counts more often and less at a time, so that nobody who saves waits for it.
struct TotalsService: Service {
    let database: Database
    let desks: DistrictDesks
    let logger: Logger

    func run() async throws {
        var districts = try await desks.refresh()
        var refreshed = ContinuousClock.now
        var counted = 0
        while await Pause.goesOn(after: counted > 0 ? .milliseconds(200) : .seconds(1)) {
            if refreshed.duration(to: .now) > .seconds(30) {
                districts = await refresh() ?? districts
                refreshed = .now
            }
            counted = 0
            for district in districts { counted += await keep(district) }
        }
    }

    /// The registry as it stands; nil when it can't be read.
    private func refresh() async -> [District]? {
        do {
            return try await desks.refresh()
        } catch {
            logger.error("the registry of districts waits", metadata: ["error": "\(String(reflecting: error))"])
            return nil
        }
    }

    /// How many entries were counted; one district's failure holds up no other.
    private func keep(_ district: District) async -> Int {
        do {
            return try await TotalsKeeper(database, district: district).keep()
        } catch {
            logger.error(
                "totals wait",
                metadata: ["district": "\(district.slug.text)", "error": "\(String(reflecting: error))"])
            return 0
        }
    }
}
