import Postgres
import WorkUnits

/// One import inside its transaction, step by step.
///
/// Order matters: sites before the people who work there, people before their assignments, HR's assignments before the
/// ones that roles imply, because these only stand where HR says nothing.
struct RosterSettlement {
    let transaction: Transaction
    let feed: RosterFeed
    let hr: HRSupplement?
    let hrFile: String
    let zone: String
    let today: CivilDate
    var findings: RosterFindings

    init(
        _ transaction: Transaction,
        feed: RosterFeed,
        hr: HRSupplement?,
        hrFile: String,
        zone: String,
        today: CivilDate
    ) {
        self.transaction = transaction
        self.feed = feed
        self.hr = hr
        self.hrFile = hrFile
        self.zone = zone
        self.today = today
        findings = feed.findings
        if let hr { findings.add(hr.findings) }
    }

    /// Runs all steps.
    ///
    /// - Throws: ``WorkloadError`` of kind conflict when too many people would end.
    mutating func settle(_ options: RosterImport.Options, fileName: String) async throws -> RosterReport {
        try await stage()
        try await run(SiteQueries.settle(isComplete: isComplete(.orgs), zone: zone, today: today))
        try await run(SessionQueries.settle(isComplete: isComplete(.academicSessions), today: today))
        try await run(RosterMatchQueries.match)
        try await find(RosterFinding.ofMatching)
        try await run([RosterPersonQueries.end(isComplete: isComplete(.users))])
        try await checkEnding(options.allowEnding)
        try await run(RosterPersonQueries.settle(today: today, rolesAreComplete: isComplete(.roles)))
        if hr != nil { try await settleHR() }
        try await run(RoleQueries.resolve)
        try await find(RosterFinding.ofRoles)
        try await run(RoleQueries.settle(today: today, isComplete: isComplete(.roles)))
        try await find(RosterFinding.ofPlannedRoles)
        try await run(RosterPersonQueries.finish(today: today))
        return try await report(options, fileName: fileName)
    }

    /// Waits for another import of the district, and fills the temporary tables.
    private mutating func stage() async throws {
        try await run([
            "select pg_advisory_xact_lock(hashtext('afterbell.roster_import'), hashtext(current_schema))"
        ])
        try await run(IncomingTables.planning + IncomingTables.create)
        try await stageFeed()
        if let hr { try await stage(hr) }
        try await run(IncomingTables.prepare)
    }

    private mutating func settleHR() async throws {
        try await run(HRQueries.resolve)
        try await find(RosterFinding.ofHRRows(file: hrFile))
        try await run(HRQueries.settle(today: today))
        try await run(HRQueries.settleHours)
        try await run([HRQueries.supersedeRoles(today: today)])
    }

    private func isComplete(_ file: RosterFile.Name) -> Bool { feed.mode(of: file) == .bulk }

    private func run(_ queries: [Query]) async throws {
        _ = try await transaction.query(queries)
    }

    /// Runs queries that return the lines with a fault, and makes a finding of each.
    private mutating func find(_ checks: [(finding: RosterFinding, lines: Query)]) async throws {
        for (check, result) in zip(checks, try await transaction.query(checks.map(\.lines))) {
            for row in result {
                var finding = check.finding
                finding.line = try row.decode("line", as: Int.self)
                findings.add(finding)
            }
        }
    }

    /// Refuses when more people would end than the operator expects.
    private func checkEnding(_ allowed: Int?) async throws {
        let row = try await transaction.query(
            """
            select (select count(*) from ending_person) as ending,
                   (select count(*) from employee where ended_on is null) as live
            """
        )[0]
        let ending = try row.decode("ending", as: Int.self)
        let live = try row.decode("live", as: Int.self)
        guard ending * 20 > live, ending > allowed ?? 0 else { return }
        let tenths = (ending * 1_000 + live / 2) / live
        throw WorkloadError(
            .conflict,
            "This roster would end \(ending) of \(live) people (\(tenths / 10).\(tenths % 10) %), more than 5 %. "
                + "Nothing was changed. If they have left, import again with --allow-ending \(ending); "
                + "if not, the file is not complete: ask for a new export."
        )
    }

    private func report(_ options: RosterImport.Options, fileName: String) async throws -> RosterReport {
        var report = RosterReport(feed: feed, findings: findings, fileName: fileName, isDryRun: options.isDryRun)
        for row in try await transaction.query(RosterChange.tally) {
            try report.take(row)
        }
        try await transaction.query("select count_roster()")
        return report
    }
}
