import Foundation
import Logging
import Metrics
import Schema
import ServiceLifecycle
import WorkUnits
import Workload

/// Holds each district against its log once a night, at three o'clock by its own clock. What differs is named in the
/// program's log, counted in the metric `afterbell_log_faults`, and kept for the page that shows it.
struct CheckService: Service {
    private static let hour = 3
    let sealers: @Sendable () async throws -> [Sealer]
    let examine: @Sendable (Sealer) async throws -> DistrictCheck.Report
    let now: @Sendable () -> Instant
    let logger: Logger
    /// How often it is looked whether the hour has come.
    var pace: Duration = .seconds(60)

    func run() async throws {
        var done: [String: CivilDate] = [:]
        while await wait() {
            do {
                for sealer in try await sealers() {
                    let slug = sealer.district.slug.text
                    let night = try lastNight(of: sealer.district)
                    // The first night that is seen begins; a program that was just started waits for the next.
                    if let last = done[slug], last != night { await check(sealer) }
                    done[slug] = night
                }
            } catch {
                logger.error("the nightly check waits", metadata: ["error": "\(error)"])
            }
        }
    }

    /// The day whose three o'clock was passed last.
    private func lastNight(of district: District) throws -> CivilDate {
        let clock = try SiteZone(district.zone)
        let local = clock.localTime(at: now())
        return local.time.hour < Self.hour ? local.date.adding(days: -1) : local.date
    }

    private func check(_ sealer: Sealer) async {
        let slug = sealer.district.slug.text
        let started = ContinuousClock.now
        do {
            let report = try await examine(sealer)
            let took = started.duration(to: .now)
            try await sealer.log.keep(report, took: took)
            measure(report, took, slug)
            for fault in report.faults.prefix(1_000) {
                logger.critical("not as it was recorded", metadata: ["district": "\(slug)", "fault": "\(fault)"])
            }
            logger.notice(
                "checked against the log",
                metadata: ["district": "\(slug)", "events": "\(report.events)", "faults": "\(report.faults.count)"])
        } catch {
            Counter(label: "afterbell_log_checks_failed", dimensions: [("district", slug)]).increment()
            logger.critical("the nightly check failed", metadata: ["district": "\(slug)", "error": "\(error)"])
        }
    }

    private func measure(_ report: DistrictCheck.Report, _ took: Duration, _ slug: String) {
        let dimensions = [("district", slug)]
        Gauge(label: "afterbell_log_faults", dimensions: dimensions).record(report.faults.count)
        Gauge(label: "afterbell_log_events", dimensions: dimensions).record(report.events)
        Gauge(label: "afterbell_log_check_seconds", dimensions: dimensions).record(took.components.seconds)
    }

    /// False when the program is to stop.
    private func wait() async -> Bool {
        do {
            try await cancelWhenGracefulShutdown { try await Task.sleep(for: pace) }
            return true
        } catch {
            return false
        }
    }
}
