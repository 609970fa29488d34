public import Foundation

/// Which incidents a list shows.
public struct IncidentFilter: Sendable, Hashable {
    /// `open`, or one of the statuses; nil shows all.
    public var status: String?
    /// A part of the record system.
    public var module: String?
    /// A site it touches.
    public var site: UUID?
    /// Words of the title.
    public var words: String?
    /// The page, from 1.
    public var page: Int

    /// How many a page shows.
    public static let pageSize = 25

    /// A filter.
    public init(status: String? = nil, module: String? = nil, site: UUID? = nil, words: String? = nil, page: Int = 1) {
        self.status = status
        self.module = module
        self.site = site
        self.words = words
        self.page = max(1, min(page, 10_000))
    }

    /// The last page of so many incidents; 1 for none.
    static func lastPage(of count: Int) -> Int { max(1, (count + pageSize - 1) / pageSize) }
}

/// One page of a list of incidents.
public struct IncidentList: Sendable {
    /// The incidents of the page, newest first.
    public let incidents: [Incident]
    /// How many the filter finds in all.
    public let count: Int
}
