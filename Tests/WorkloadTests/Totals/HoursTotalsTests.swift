import Foundation
import Postgres
import Randomness
import Support
import Testing
import WorkUnits

@testable import Workload

@Suite struct HoursTotalsTests {
    @Test func `an administrator reads an incident's hours of ten people, with coverage`() async throws {
        let school = try await TestSchool.make(people: 10, roles: [1: ["incident_administrator"]])
        let desk = DistrictDesk(school.database.district, database: school.database.server)
        for person in school.people {
            _ = try await desk.entries.record(
                try school.draft(for: person, "2026-08-20", "16:00", "17:30"), as: person.caller)
        }
        try await TotalsKeeper(school.database.server, district: school.database.district).keep()

        let report = try await desk.totals.hours(of: .incident(school.incidentID), as: school.people[0].caller)

        #expect(report.total == .shown(minutes: 900, entries: 10, people: 10))
        #expect(report.days.map(\.figure) == [.shown(minutes: 900, entries: 10, people: 10)])
        #expect(report.categories.map(\.key.code) == ["build_schedules"])
        #expect(report.coverage.recorded == 10)
        #expect(report.coverage.accounts == 10)
        #expect(report.coverage.employees == 10)
        #expect(report.coverage.sitesRecorded == 1)
    }

    @Test func `figures of nine people are kept back`() async throws {
        let school = try await TestSchool.make(people: 9, roles: [1: ["incident_administrator"]])
        let desk = DistrictDesk(school.database.district, database: school.database.server)
        for person in school.people {
            _ = try await desk.entries.record(
                try school.draft(for: person, "2026-08-20", "16:00", "17:30"), as: person.caller)
        }
        try await TotalsKeeper(school.database.server, district: school.database.district).keep()

        let report = try await desk.totals.hours(of: .incident(school.incidentID), as: school.people[0].caller)

        #expect(report.total == .tooFewPeople)
        #expect(report.coverage.recorded == nil)
    }

    @Test func `staff without such a role read no totals`() async throws {
        let school = try await TestSchool.make(people: 1)
        let desk = DistrictDesk(school.database.district, database: school.database.server)

        let error = await #expect(throws: WorkloadError.self) {
            _ = try await desk.totals.hours(of: .district, as: school.people[0].caller)
        }

        #expect(error?.kind == .forbidden)
    }

    @Test func `totals kept step by step equal totals counted anew, whatever happened in between`() async throws {
        let school = try await TestSchool.make(people: 12)
        let database = school.database
        let desk = DistrictDesk(database.district, database: database.server)
        let stated = ProcessInfo.processInfo.environment["AFTERBELL_SEED"].flatMap { UInt64($0) }
        let seed = stated ?? UInt64.random(in: .min ... .max)
        var random = SplitMix64(seed: seed)
        var live: [(TestSchool.Person, EntryDraft)] = []

        for step in 0..<150 {
            let person = school.people[Int.random(in: 0..<12, using: &random)]
            let from = "\(Int.random(in: 6...21, using: &random)):\(Int.random(in: 0...5, using: &random))0"
            var draft = try school.draft(
                for: person, "2026-08-\(Int.random(in: 10...20, using: &random))", from,
                minutes: Int64.random(in: 5...120, using: &random))
            if Bool.random(using: &random) { draft.cause = .notListed(module: "grades", seen: nil) }
            switch Int.random(in: 0...3, using: &random) {
            case 0 where !live.isEmpty:
                let (owner, old) = live.remove(at: Int.random(in: live.indices, using: &random))
                let history = try await desk.entries.history(of: old.id, as: owner.caller)
                _ = try await desk.entries.takeOut(
                    old.id, version: history.standing.draft.version, reason: "other", as: owner.caller)
            case 1 where !live.isEmpty:
                let (owner, old) = live[Int.random(in: live.indices, using: &random)]
                let history = try await desk.entries.history(of: old.id, as: owner.caller)
                draft.assignmentID = owner.assignmentID
                (draft.id, draft.version) = (old.id, history.standing.draft.version + 1)
                _ = try await desk.entries.correct(draft, as: owner.caller)
            default:
                _ = try await desk.entries.record(draft, as: person.caller)
                live.append((person, draft))
            }
            if step % 20 == 0 { try await TotalsKeeper(database.server, district: database.district).keep() }
        }
        try await TotalsKeeper(database.server, district: database.district).keep()

        let differing = try await database.admin.read(
            as: database.district.identity(service: "postgres"), ["select * from totals_that_differ()"])[0]
        #expect(differing.isEmpty, "AFTERBELL_SEED=\(seed)")
    }
}
