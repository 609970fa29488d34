import Foundation
import Postgres
import WorkUnits
import Workload

/// Records the demo's entries, each person under a session of their own.
struct DemoEntries {
    let entries: [DemoFile.Entry]
    let incidents: [String: UUID]
    let calendar: DemoCalendar
    let database: Database
    let district: District
    let now: Instant

    func record() async throws {
        let desk = DistrictDesk(district, database: database)
        for (employee, entries) in Dictionary(grouping: entries, by: \.employee).sorted(by: { $0.key < $1.key }) {
            let session = try await DemoSession(database, district, employeeNumber: employee)
            let sites = try await session.sites()
            let assignments = try await assignments(of: session.caller)
            for entry in entries {
                try Task.checkCancellation()
                for (index, version) in entry.versions.enumerated() {
                    guard let assignment = assignments[version.assignment], let site = sites[version.site],
                        var draft = try draft(entry.id, version, assignment: assignment, site: site)
                    else { break }
                    draft.version = index + 1
                    draft.changeReason = version.reason
                    draft.isWithdrawn = version.withdrawn ?? false
                    do {
                        _ =
                            try await index == 0
                            ? desk.entries.record(draft, as: session.caller)
                            : desk.entries.correct(draft, as: session.caller)
                    } catch let error as WorkloadError where error.kind == .conflict {
                        break
                    }
                }
            }
            try await session.end()
        }
    }

    /// A person's assignments by HR's key.
    private func assignments(of caller: Caller) async throws -> [String: UUID] {
        guard let employee = caller.employeeID else { return [:] }
        let rows = try await database.read(
            as: caller.identity,
            ["select external_id, assignment_id from assignment where employee_id = \(employee) order by starts_on"])[0]
        return try rows.reduce(into: [:]) {
            $0[try $1.decode("external_id", as: String.self)] = try $1.decode("assignment_id")
        }
    }

    /// The entry as its person would send it; nil for one that ends later than now.
    private func draft(
        _ id: UUID, _ version: DemoFile.EntryVersion, assignment: UUID, site: UUID
    ) throws -> EntryDraft? {
        let day = calendar.date(version.day)
        let time: EntryDraft.Time
        if let from = version.from, let to = version.to {
            let stated = WallSpan(workDate: day, from: try WallTime(typed: from), to: try WallTime(typed: to))
            guard case .span(let span) = try stated.read(in: calendar.zone), span.end <= now else { return nil }
            time = .span(start: span.start, end: span.end, unpaidBreak: Minutes(version.break ?? 0))
        } else if let low = version.low, let high = version.high {
            time = .range(low: Minutes(low), high: Minutes(high))
        } else {
            time = .minutes(Minutes(version.minutes ?? 0))
        }
        guard day <= calendar.zone.date(at: now) else { return nil }
        return EntryDraft(
            id: id, assignmentID: assignment, siteID: site, place: version.place ?? "site", workDate: day, time: time,
            category: version.category, cause: cause(version), details: details(version))
    }

    private func cause(_ version: DemoFile.EntryVersion) -> EntryDraft.Cause {
        switch version.cause {
        case "incidents":
            .incidents(
                (version.incidents ?? []).compactMap { share in
                    incidents[share.incident].map { .init(incidentID: $0, minutes: share.minutes) }
                })
        case "not_listed": .notListed(module: version.module ?? "", seen: version.seen)
        case "not_system": .notSystem
        default: .notSure
        }
    }

    private func details(_ version: DemoFile.EntryVersion) -> EntryDetails {
        var details = EntryDetails()
        details.recordsCorrected = version.records
        details.studentsServed = version.students
        details.pushedAside = version.pushed_aside
        details.pushedAsideCount = version.pushed_aside_count
        details.askedBy = version.asked_by
        details.authorizedBefore = version.authorized_before
        details.treatedAs = version.treated_as ?? "nothing_yet"
        details.source = version.source ?? "as_it_happened"
        details.sourceMadeOn = version.source_made_day.map(calendar.date)
        return details
    }
}
