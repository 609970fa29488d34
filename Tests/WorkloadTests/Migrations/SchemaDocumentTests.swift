import Foundation
import Postgres
import Support
import Testing
import Workload

/// `docs/reference/schema.md` is written by hand, so a table or column may be forgotten there.
@Suite struct SchemaDocumentTests {
    private static let document = URL(filePath: #filePath).appending(path: "../../../../docs/reference/schema.md")
        .standardizedFileURL

    /// The columns of each table in the order of the document.
    private func documented() throws -> [String: [String]] {
        let sections = try String(contentsOf: Self.document, encoding: .utf8)
            .components(separatedBy: "### `").dropFirst()
        return Dictionary(
            uniqueKeysWithValues: sections.map { section in
                let columns = section.matches(of: /\n\| \**`([a-z_]+)`/).map { String($0.1) }
                return (section.components(separatedBy: "`")[0], columns)
            })
    }

    @Test func `every table and column stands in the document, and nothing else does`() async throws {
        let database = try await TestDatabase.make()
        let rows = try await database.admin.read(
            as: database.district.identity(service: "postgres"),
            [
                """
                select relname::text as name, array_agg(attname::text order by attnum) as columns
                from pg_class join pg_attribute on attrelid = pg_class.oid
                where relnamespace in ('district_test'::regnamespace, 'afterbell'::regnamespace) and relkind = 'r'
                  and attnum > 0 and not attisdropped
                group by relname
                """
            ])[0]
        var tables: [String: [String]] = [:]
        for row in rows { tables[try row.decode("name")] = try row.decode("columns", as: [String].self) }

        let documented = try documented()
        #expect(documented.keys.sorted() == tables.keys.sorted())
        for (name, columns) in tables { #expect(documented[name] == columns, "\(name)") }
    }
}
