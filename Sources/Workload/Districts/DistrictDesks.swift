public import Postgres
import Synchronization

/// Finds the district that a host name leads to. A district that is alone answers on any host.
public final class DistrictDesks: Sendable {
    private let database: Database
    private let districts: Districts
    private let receiptKey: @Sendable (District) async throws -> ReceiptKey?
    private let desks = Mutex<[DistrictSlug: DistrictDesk]>([:])

    /// - Parameters:
    ///   - database: signed in as the server.
    ///   - receiptKey: what receipts of a district are signed with; nil where there is no key.
    public init(
        _ database: Database, receiptKey: @escaping @Sendable (District) async throws -> ReceiptKey? = { _ in nil }
    ) {
        self.database = database
        self.receiptKey = receiptKey
        districts = Districts(database)
    }

    /// Reads the registry anew; desks of districts that stay keep their recorder.
    @discardableResult
    public func refresh() async throws -> [District] {
        let all = try await districts.all()
        var next: [DistrictSlug: DistrictDesk] = [:]
        for district in all {
            let known = desks.withLock { $0[district.slug] }
            if let known, known.district == district {
                next[district.slug] = known
            } else {
                let key = try await receiptKey(district)
                next[district.slug] = DistrictDesk(district, database: database, receiptKey: key)
            }
        }
        desks.withLock { [next] in $0 = next }
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
