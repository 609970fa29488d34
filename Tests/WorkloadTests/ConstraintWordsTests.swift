import Postgres
import Support
import Testing

@testable import Workload

/// Words that people read are kept by the names of constraints: each name must exist.
@Suite struct ConstraintWordsTests {
    @Test func `every constraint with words of its own exists in the schema`() async throws {
        let database = try await TestDatabase.make()
        let rows = try await database.admin.read(
            as: database.district.identity(service: "postgres"),
            ["select conname from pg_constraint where connamespace = 'district_test'::regnamespace"])[0]
        var names: Set<String> = []
        for row in rows { names.insert(try row.decode("conname")) }

        let worded = Array(WorkloadError.constraints.keys) + WorkloadError.operatorConstraints.keys
        let missing = worded.filter { !names.contains($0) }
        #expect(missing.isEmpty, "\(missing)")
    }

    @Test func `every constraint on an entry has words, or can't be broken by a person`() async throws {
        let database = try await TestDatabase.make()
        let rows = try await database.admin.read(
            as: database.district.identity(service: "postgres"),
            [
                """
                select conname from pg_constraint
                where connamespace = 'district_test'::regnamespace and contype = 'c'
                  and conrelid in ('work_entry_version'::regclass, 'attribution'::regclass)
                """
            ])[0]
        let ours: Set = [
            "work_entry_version_shape_fits_values", "work_entry_version_change_has_digest",
        ]
        for row in rows {
            let name = try row.decode("conname", as: String.self)
            #expect(WorkloadError.entryRules[name] != nil || ours.contains(name), "\(name) has no words")
        }
    }
}
