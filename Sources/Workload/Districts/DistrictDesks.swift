public import Postgres
import Synchronization

/// Finds the district that a host name leads to. A district that is alone answers on any host.
public final class DistrictDesks: Sendable {
    private let database: Database
    private let districts: Districts
    private let desks = Mutex<[DistrictSlug: DistrictDesk]>([:])

    /// - Parameter database: signed in as the server.
    public init(_ database: Database) {
        self.database = database
        districts = Districts(database)
    }

    /// Reads the registry anew; desks of districts that stay keep their recorder.
    @discardableResult
    public func refresh() async throws -> [District] {
        let all = try await districts.all()
        desks.withLock { desks in
            var next: [DistrictSlug: DistrictDesk] = [:]
            for district in all {
                let known = desks[district.slug]
                next[district.slug] = known?.district == district ? known : DistrictDesk(district, database: database)
            }
            desks = next
        }
        return all
    }

    /// The district of a host; nil when there is none.
    ///
    /// - Parameter host: as the request names it, with or without a port.
    public func desk(host: String?) -> DistrictDesk? {
        let name = host.flatMap(HostName.init(authority:))?.text
        return desks.withLock { desks in
            desks.values.first { $0.district.host != nil && $0.district.host?.lowercased() == name }
                ?? (desks.count == 1 ? desks.values.first : nil)
        }
    }
}
