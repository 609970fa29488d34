import Evidence
import Foundation
import Postgres
import Support
import Testing
import WorkUnits

@testable import Workload

/// Every kind of row, and the log itself, changed by somebody with all rights: each is found and named.
@Suite struct DistrictCheckTests {
    let school: TestSchool
    let log: TestLog
    let entry: UUID

    init() async throws {
        school = try await TestSchool.make(people: 3, roles: [1: ["hr"]])
        log = try await TestLog(school.database)
        let desk = DistrictDesk(school.database.district, database: school.database.server)
        let maya = school.people[0]
        var first = try school.draft(for: maya, "2026-08-20", "16:10", "19:35")
        first.cause = .incidents([.init(incidentID: school.incidentID, minutes: 60)])
        entry = first.id
        _ = try await desk.entries.record(first, as: maya.caller)
        var second = try school.draft(for: maya, "2026-08-20", "17:00", "18:00")
        second.cause = .notSure
        _ = try await desk.entries.record(second, as: maya.caller)
        _ = try await desk.people.list(PeopleFilter(), as: maya.caller)
        try await log.begin()
        try await log.sign()
    }

    @Test func `nothing is found where nothing was changed, sealed or not`() async throws {
        let before = try await log.check()
        #expect(before.faults == [])
        #expect(before.signedSize == (try await log.log.size()))
        #expect(before.events == before.rows)

        let desk = DistrictDesk(school.database.district, database: school.database.server)
        let luis = school.people[1]
        _ = try await desk.entries.record(try school.draft(for: luis, "2026-08-21", "16:10", "19:35"), as: luis.caller)

        #expect(try await log.check().faults == [])
    }

    static let changes: [(Query, LogFault.What, kind: String, fields: [String])] = [
        (
            "update work_entry_version set students_served = 7 where cause = 'incidents'", .rowDiffers, "work_entry",
            ["students_served"]
        ),
        (
            "update work_entry_version set received_at = received_at - interval '1 day' where cause = 'incidents'",
            .rowDiffers, "work_entry", ["body_digest", "incidents", "received_at"]
        ),
        (
            "update work_entry set body_digest = sha256('x') where work_entry_id in (select work_entry_id from attribution)",
            .rowDiffers, "work_entry", ["body_digest"]
        ),
        ("update attribution set minutes = int4range(0, 30)", .rowDiffers, "work_entry", ["incidents"]),
        ("update attribution_set set side = 'district', reason = 'x'", .rowDiffers, "work_entry", ["incidents"]),
        ("delete from attribution", .rowDiffers, "work_entry", ["incidents"]),
        (
            "update entry_hold set state = 'counting', held_because = null", .rowDiffers, "entry_hold",
            ["held_because", "state"]
        ),
        ("delete from entry_hold", .rowMissing, "entry_hold", []),
        ("update incident_version set title = 'Nothing happened'", .rowDiffers, "incident", ["title"]),
        ("update incident set opened_at = '2020-01-01'", .rowDiffers, "incident", ["opened_at"]),
        ("delete from read_event", .rowMissing, "read", []),
        (
            "delete from read_person where employee_id in (select employee_id from read_person limit 1)", .rowDiffers,
            "read", ["people"]
        ),
        ("update assignment set base_rate = 99 where external_id = 'A1'", .rowDiffers, "assignment", ["base_rate"]),
        (
            "insert into usual_hours (assignment_id, weekday, employee_id, minutes) select assignment_id, 1, employee_id, 480 from assignment where external_id = 'A1'",
            .rowDiffers, "assignment", ["usual_hours"]
        ),
        (
            "update employee set employee_number = '77' where employee_number = '1001'", .rowDiffers, "employee",
            ["employee_number"]
        ),
        ("update site set zone = 'America/New_York'", .rowDiffers, "site", ["zone"]),
        ("update bargaining_unit set name = 'Others'", .rowDiffers, "bargaining_unit", ["name"]),
        (
            "update account set status = 'disabled' where sign_in_name = 'person2@example.org'", .rowDiffers, "account",
            ["status"]
        ),
        ("delete from role_grant", .rowMissing, "role_grant", []),
        (
            "insert into role_grant (account_id, role, starts_on, granted_by) select account_id, 'hr', current_date, 'x' from account where sign_in_name = 'person3@example.org'",
            .rowWithoutEvent, "role_grant", []
        ),
        ("delete from log_key", .rowMissing, "log_key", []),
        (
            "update live_entry set state = 'withdrawn' where state = 'counting'", .derivedDiffers, "live_entry",
            ["state"]
        ),
        ("delete from live_span", .derivedDiffers, "live_span", ["during"]),
        ("update live_incident set title = 'Nothing happened'", .derivedDiffers, "live_incident", ["version"]),
    ]

    @Test(arguments: changes.indices)
    func `a row that was changed is found and named`(_ number: Int) async throws {
        let (change, what, kind, fields) = Self.changes[number]
        try await log.tamper(change)

        let faults = try await log.check().faults

        #expect(
            faults.contains { $0.what == what && $0.kind == kind && $0.fields == fields && !$0.subject.isEmpty },
            "\(faults)")
    }

    @Test func `an entry that was taken out with all that hangs on it is named`() async throws {
        try await log.tamper(
            "delete from attribution", "delete from attribution_set",
            "delete from live_span where work_entry_id in (select work_entry_id from work_entry_version where cause = 'incidents')",
            "delete from live_entry where work_entry_id in (select work_entry_id from work_entry_version where cause = 'incidents')",
            "delete from work_entry where work_entry_id in (select work_entry_id from work_entry_version where cause = 'incidents')",
            "delete from work_entry_version where cause = 'incidents'")

        let faults = try await log.check().faults

        #expect(faults.map(\.subject) == ["\(entry.text)/1"])
        #expect(faults.map(\.what) == [.rowMissing])
        #expect(faults[0].index != nil)
    }

    @Test func `a value, a salt, bytes or a moment of an event that was changed is named`() async throws {
        let event: Query = "(select event_id from work_entry_version where cause = 'incidents')"
        for (change, what) in [
            (
                "update event_field set fields[1] = replace(fields[1], '\"', '''') where event_id = \(event)" as Query,
                LogFault.What.fieldChanged
            ),
            ("update event_field set fields = fields[2:] where event_id = \(event)", .fieldChanged),
            ("update event_field set fields = fields || fields[1] where event_id = \(event)", .fieldChanged),
            ("update event set received_ms = received_ms - 1 where event_id = \(event)", .eventChanged),
            ("update event set leaf = leaf || '\\x20' where event_id = \(event)", .eventChanged),
            ("delete from event where event_id = \(event)", .eventChanged),
        ] {
            let own = try await DistrictCheckTests()
            try await own.log.tamper("alter table event drop constraint event_leaf_hash_is_of_leaf", change)
            let faults = try await own.log.check().faults
            #expect(
                faults.contains { $0.what == what && ($0.subject == "\(own.entry.text)/1" || $0.index != nil) },
                "\(faults)")
        }
    }

    @Test func `a log that was put in another order, shortened, or rebuilt does not lead to what was signed`()
        async throws
    {
        for change in [
            "update log_leaf set leaf_hash = sha256('x') where leaf_index = 3" as Query,
            "delete from log_leaf where leaf_index = 3",
            "delete from log_leaf where leaf_index >= 5",
        ] {
            let own = try await DistrictCheckTests()
            try await own.log.tamper(change)
            #expect(try await own.log.check().faults.contains { $0.what == .logChanged })
        }
    }

    @Test func `what was signed is known from outside, whatever the database says`() async throws {
        let size = try await log.log.size()
        let signed = TreeHead(size: size, root: .leaf([1]))
        try await log.tamper("delete from log_checkpoint")

        #expect(try await log.check().signedSize == 0)
        #expect(try await log.check(signed: signed).faults == [LogFault(.logChanged, index: size)])
        #expect(try await log.check(signed: try await log.log.head(at: size)).faults == [])
    }

    @Test func `checkpoints and hashes that the database keeps are checked, and a cosignature is no exception`()
        async throws
    {
        let witness = try SigningKey.random(name: #require(KeyName("union.example.org/w")), kind: .cosignature)
        for (change, fault) in [
            ("update log_checkpoint set note = 'x'" as Query, LogFault.What.checkpointChanged),
            ("update log_checkpoint set note = replace(note, 'AAA', 'BBB') || 'x'", .checkpointChanged),
            ("update log_checkpoint set size = size - 1", .checkpointChanged),
            (
                "insert into log_checkpoint (size, note) select size + 1000, note from log_checkpoint",
                .checkpointChanged
            ),
            (
                "insert into log_cosignature (size, key, line, cosigned_at) select size, \(witness.verifier.description), '— union.example.org/w AAAAAAAA', now() from log_checkpoint",
                .checkpointChanged
            ),
            ("update log_node set hash = sha256('x') where level = 1 and node_index = 0", .nodeChanged),
            ("delete from log_node where level = 1 and node_index = 0", .nodeChanged),
            ("insert into log_node (level, node_index, hash) values (3, 4000, sha256('x'))", .nodeChanged),
        ] {
            let own = try await DistrictCheckTests()
            try await own.log.tamper(change)
            let faults = try await own.log.check().faults
            #expect(faults.contains { $0.what == fault }, "\(change): \(faults)")
        }
    }

    @Test func `what stands in the way of the check in the database changes nothing`() async throws {
        try await log.tamper(
            "create table said (event_id uuid, leaf_index bigint, queued bigint, kind text, subject text, named jsonb)",
            "create or replace function totals_that_differ() returns table (subject text, subject_key text, facet text, facet_key text, kept_minutes bigint, counted_minutes bigint, kept_people integer, counted_people bigint) language sql as 'select null::text, null::text, null::text, null::text, 0::bigint, 0::bigint, 0, 0::bigint where false'",
            "update bargaining_unit set name = 'Others'", "delete from hours_pending",
            "update hours_total set minutes = 1")

        let faults = try await log.check().faults

        #expect(faults.contains { $0.what == .rowDiffers && $0.kind == "bargaining_unit" })
        #expect(faults.contains { $0.what == .derivedDiffers && $0.kind == "hours_total" })
    }

    @Test func `a view in the place of a table is named`() async throws {
        try await log.tamper(
            "alter table site rename to site_of_before", "create view site as select * from site_of_before")
        #expect(try await log.check().faults.contains(LogFault(.isStrange, kind: "view", subject: "site")))
    }

    @Test func `a function that would be called in the place of one of PostgreSQL's is named, and not called`()
        async throws
    {
        try await log.tamper(
            "create function to_jsonb(work_entry_version) returns jsonb language plpgsql as 'begin raise exception ''called''; end'"
        )
        #expect(try await log.check().faults == [LogFault(.isStrange, kind: "function", subject: "to_jsonb")])
    }

    @Test func `a value that no row can hold is named, and hides nothing else`() async throws {
        try await log.tamper(
            "update event_field set fields[1] = '[\"AAAAAAAAAAAAAAAAAAAAAA\",\"kind\",\"\\u0000\"]' where event_id in (select event_id from site)",
            "update event_field set fields[1] = null where event_id in (select event_id from bargaining_unit)",
            "update site set zone = 'America/New_York'")

        let faults = try await log.check().faults

        #expect(faults.count { $0.what == .fieldChanged } == 2, "\(faults)")
        #expect(faults.contains { $0.kind == "site" && $0.what != .fieldChanged })
    }
}
