public import Postgres

/// The registry of districts.
public struct Districts: Sendable {
    private let database: Database

    /// - Parameter database: signed in as a role that may read the registry.
    public init(_ database: Database) {
        self.database = database
    }

    /// All districts by slug.
    public func all() async throws -> [District] {
        let rows = try await database.read(
            ["select slug, name, host, zone, run_by, is_demo from afterbell.district order by slug"])[0]
        return try rows.map(District.init(row:))
    }
}

extension District {
    fileprivate init(row: Row) throws {
        let runBy = try row.decode("run_by", as: String.self)
        self.init(
            slug: try DistrictSlug(row.decode("slug", as: String.self)),
            name: try row.decode("name"),
            host: try row.decode("host", as: String?.self),
            zone: try row.decode("zone"),
            runBy: RunBy(rawValue: runBy) ?? .district,
            isDemo: try row.decode("is_demo"))
    }
}
