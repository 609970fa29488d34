public import WorkUnits

extension SiteZone {
    /// The zone whose name is kept with a district, a site or an entry.
    ///
    /// - Throws: ``WorkloadError`` of kind internal when the name is no zone: it was checked when it came in, so the
    ///   program's time zone data lacks it.
    init(stored name: String) throws {
        do {
            self = try SiteZone(name)
        } catch {
            throw WorkloadError(.internal, "The time zone \(name) is not known on this server.")
        }
    }
}

extension District {
    /// The clock of the district, for those who have no site of their own.
    public var clock: SiteZone {
        get throws { try SiteZone(stored: zone) }
    }
}
