import Foundation
import Logging
import Schema
import ServiceLifecycle
import WorkUnits
import Workload

/// Holds each district against its log once a night, at three o'clock by its own clock. What differs is named in the
/// program's log, counted in a file for Prometheus where one is named, and kept for the page that shows it.
struct CheckService: Service {
    private static let hour = 3
    let sealers: @Sendable () async throws -> [Sealer]
    let examine: @Sendable (Sealer) async throws -> DistrictCheck.Report
    let now: @Sendable () -> Instant
    let logger: Logger
    /// The file of ``CheckFigures``; nil for none.
    var figuresFile: String?
    /// How often it is looked whether the hour has come.
    var pace: Duration = .seconds(60)

    func run() async throws {
        var done: [String: CivilDate] = [:]
        var figures = CheckFigures()
        while await Pause.goesOn(after: pace) {
            do {
                for sealer in try await sealers() {
                    let slug = sealer.district.slug.text
                    let night = try lastNight(of: sealer.district)
                    // The first night that is seen begins; a program that was just started waits for the next.
                    if let last = done[slug], last != night { await check(sealer, &figures) }
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

    private func check(_ sealer: Sealer, _ figures: inout CheckFigures) async {
        let slug = sealer.district.slug.text
        let started = ContinuousClock.now
        do {
            let report = try await examine(sealer)
            try await sealer.log.keep(report, took: started.duration(to: .now))
            for fault in report.faults.prefix(1_000) {
                logger.critical("not as it was recorded", metadata: ["district": "\(slug)", "fault": "\(fault)"])
            }
            logger.notice(
                "checked against the log",
                metadata: ["district": "\(slug)", "events": "\(report.events)", "faults": "\(report.faults.count)"])
            figures.districts[slug] = CheckFigures.Found(
                faults: report.faults.count, size: try await sealer.log.size(), ended: now())
            write(figures)
        } catch {
            // The time in the file stays, and so shows that there was no check.
            logger.critical("the nightly check failed", metadata: ["district": "\(slug)", "error": "\(error)"])
        }
    }

    private func write(_ figures: CheckFigures) {
        guard let figuresFile else { return }
        do {
            try DurableFile.replace(figuresFile, with: Array(figures.text.utf8), mode: 0o644)
        } catch {
            logger.error("the check's figures are not written", metadata: ["error": "\(error)"])
        }
    }
}
