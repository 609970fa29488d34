/// An entry with all that was ever said in it.
public struct EntryHistory: Sendable {
    /// All versions, newest first; at least one.
    public let versions: [RecordedEntry]

    /// The version that stands.
    public var standing: RecordedEntry { versions[0] }
}
