/// A district: an employer with a schema of its own.
public struct District: Sendable, Hashable {
    /// Who runs the servers and holds the keys.
    public enum RunBy: String, Sendable, CaseIterable {
        case district
        case union
        case thirdParty = "third_party"
    }

    /// Short name, part of the schema's name.
    public let slug: DistrictSlug
    /// The name on pages.
    public let name: String
    /// The host name that leads to it; nil where it is the only district, which answers on any.
    public let host: String?
    /// IANA zone, for sites that state none.
    public let zone: String
    /// Who runs the servers.
    public let runBy: RunBy
    /// Whether people, schools and figures are made up.
    public let isDemo: Bool

    /// A district as it is to be, or as it is registered.
    public init(slug: DistrictSlug, name: String, host: String?, zone: String, runBy: RunBy, isDemo: Bool) {
        self.slug = slug
        self.name = name
        self.host = host
        self.zone = zone
        self.runBy = runBy
        self.isDemo = isDemo
    }
}
