/// What is known of an event from the moment it is kept.
public struct EventStamp: Sendable, Hashable {
    /// SHA-256 of 0x00 and the leaf, 32 bytes.
    public let leafHash: [UInt8]
    /// When it was received, in milliseconds since 1970 in UTC.
    public let receivedMilliseconds: Int64
}
