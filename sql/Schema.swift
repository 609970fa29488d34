public import Foundation

/// The SQL files of this folder, as resources.
public struct Schema: Sendable {
    /// The folder that holds `migrations` and `api`.
    public let folder: URL

    /// Finds the SQL files.
    ///
    /// - Throws: ``ResourcesNotFound`` when no known place holds them.
    public init() throws(ResourcesNotFound) {
        folder = try ResourceFolder.find("afterbell_Schema.resources")
    }

    /// Forward-only changes of the control schema, in order.
    public var controlMigrations: URL { folder.appending(path: "migrations/control") }

    /// Forward-only changes of each district's schema, in order.
    public var districtMigrations: URL { folder.appending(path: "migrations/district") }

    /// Functions and views of each district's schema, one file each.
    public var api: URL { folder.appending(path: "api") }
}
