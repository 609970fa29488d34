/// What an incident bears of a line.
public struct LineShare: Sendable, Hashable {
    /// The incident's index in ``Hours/incidents``; -1 for none.
    public let incident: Int32
    /// How long, in seconds; nothing where it bears premium of time that another caused.
    public var seconds: Int64
    /// How much.
    public var cents: Int64
}

/// What an incident bears in all.
public struct IncidentTotal: Sendable, Hashable {
    /// The incident's index in ``Hours/incidents``; -1 for none.
    public let incident: Int32
    /// How long, in seconds.
    public internal(set) var seconds: Int64
    /// How much, in cents.
    public internal(set) var cents: Int64
}
