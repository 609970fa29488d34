import Foundation
import Logging
import Postgres
import Support
import Synchronization
import Testing
import WorkUnits

@testable import Workload
@testable import afterbell

/// The nightly check, at times that are handed in, and where its figures arrive.
@Suite(.timeLimit(.minutes(2))) struct CheckServiceTests {
    let log: SealedSchool
    let place: TemporaryPlace
    let kept = KeptLines()

    init() async throws {
        log = try await SealedSchool()
        place = try TemporaryPlace()
    }

    /// Minutes of the clock, one for each look; the last stays.
    private final class Clock: Sendable {
        private let times: Mutex<[Instant]>

        init(_ times: [Instant]) { self.times = Mutex(times) }

        var now: Instant {
            times.withLock { times in times.count > 1 ? times.removeFirst() : times[0] }
        }

        var isAtEnd: Bool { times.withLock { $0.count == 1 } }
    }

    private func instant(_ day: String, _ time: String) throws -> Instant {
        let stated = WallSpan(
            workDate: try #require(CivilDate(day)), from: try WallTime(typed: time), to: try WallTime(typed: "23:59"))
        guard case .span(let span) = try stated.read(in: SiteZone("America/Los_Angeles")) else {
            throw CancellationError()
        }
        return span.start
    }

    /// Runs the service over these times, and a while longer.
    private func run(
        _ times: [(String, String)], figures: String? = nil,
        _ examine: @escaping @Sendable (Sealer) async throws -> DistrictCheck.Report
    ) async throws {
        let clock = Clock(try times.map { try instant($0, $1) })
        let looked = Mutex(0)
        let service = CheckService(
            sealers: { [log] in
                looked.withLock { $0 += clock.isAtEnd ? 1 : 0 }
                return [log.sealer]
            }, examine: examine, now: { clock.now }, logger: kept.logger, figuresFile: figures, pace: .milliseconds(5))
        let running = Task { try await service.run() }
        while looked.withLock({ $0 }) < 5 { try await Task.sleep(for: .milliseconds(5)) }
        running.cancel()
        try await running.value
    }

    @Test func `a district is checked once a night, after three by its clock, and its figures arrive in the file`()
        async throws
    {
        let checks = Mutex(0)
        let file = try #require(CheckFigures.file(["AFTERBELL_METRICS_FILE": place("afterbell.prom")]))

        try await run(
            [
                ("2026-08-19", "16:00"), ("2026-08-20", "02:59"), ("2026-08-20", "03:00"), ("2026-08-20", "03:00"),
                ("2026-08-20", "03:01"), ("2026-08-20", "22:00"),
            ], figures: file
        ) { _ in
            checks.withLock { $0 += 1 }
            var report = DistrictCheck.Report()
            (report.events, report.rows) = (12, 34)
            report.faults = [LogFault(.placeMissing, index: 7), LogFault(.placeMissing, index: 8)]
            return report
        }

        #expect(checks.withLock { $0 } == 1)
        let size = try await log.sealer.log.size()
        let ended = try instant("2026-08-20", "03:00").secondsSince1970
        #expect(
            String(decoding: try place.bytes("afterbell.prom"), as: UTF8.self) == """
                # HELP afterbell_log_check_faults Things that were not as they were recorded, at the last nightly check.
                # TYPE afterbell_log_check_faults gauge
                afterbell_log_check_faults{district="test"} 2
                # HELP afterbell_log_check_timestamp_seconds When the last nightly check ended, in seconds since 1970.
                # TYPE afterbell_log_check_timestamp_seconds gauge
                afterbell_log_check_timestamp_seconds{district="test"} \(ended)
                # HELP afterbell_log_size How many events were sealed at the last nightly check.
                # TYPE afterbell_log_size gauge
                afterbell_log_size{district="test"} \(size)

                """)
        #expect(try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int == 0o644)
        #expect(kept.lines(.critical).count == 2)
        let row = try await log.school.database.admin.read(
            as: log.school.database.district.identity(service: "postgres"),
            ["select count(*) as checks, max(faults)::int as faults from log_check"])[0][0]
        #expect(try row.decode("checks", as: Int.self) == 1 && row.decode("faults", as: Int.self) == 2)
    }

    @Test func `where no file is named, no figures are written`() {
        #expect(CheckFigures.file([:]) == nil)
        #expect(CheckFigures.file(["AFTERBELL_METRICS_FILE": ""]) == nil)
    }

    @Test func `a program that was just started waits for the next night`() async throws {
        try await run([("2026-08-20", "03:00"), ("2026-08-20", "23:00"), ("2026-08-21", "02:00")]) { _ in
            Issue.record("It was checked.")
            return DistrictCheck.Report()
        }
    }

    @Test func `a check that can't be made is named, and leaves the figures of the one before`() async throws {
        _ = try place.file("afterbell.prom", Array("before\n".utf8))

        try await run(
            [("2026-08-20", "02:00"), ("2026-08-20", "04:00"), ("2026-08-20", "04:01")],
            figures: place("afterbell.prom")
        ) { _ in
            throw LogHasNoKey()
        }

        #expect(kept.lines(.critical).contains { $0.contains("the nightly check failed") })
        #expect(try place.bytes("afterbell.prom") == Array("before\n".utf8))
    }

    @Test func `figures that can't be written are named, and the check counts`() async throws {
        try await run(
            [("2026-08-20", "02:00"), ("2026-08-20", "04:00"), ("2026-08-20", "04:01")], figures: place("no/a.prom")
        ) { _ in
            DistrictCheck.Report()
        }

        #expect(kept.lines(.error).contains { $0.contains("figures are not written") })
        #expect(kept.lines(.notice).contains { $0.contains("checked against the log") })
    }

    @Test func `the check of a sealing host takes what was signed last from its folder, and does not do without`()
        async throws
    {
        try await WitnessClient.withHTTP { http in
            let services = SealingServices(sealers: { [log] in [log.sealer] }, http: http, logger: kept.logger)
            let check = try #require(services.all.compactMap { $0 as? CheckService }.first)
            #expect(try await check.examine(log.sealer).signedSize == log.newest())

            try FileManager.default.removeItem(atPath: log.state)

            await #expect(throws: SealRefusal.self) { try await check.examine(log.sealer) }
        }
    }
}
