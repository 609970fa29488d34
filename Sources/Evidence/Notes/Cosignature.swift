/// What a witness says of a checkpoint: that it is the largest it has seen of this log, and when.
///
/// Source: C2SP tlog-cosignature, Ed25519.
public struct Cosignature: Sendable, Hashable {
    /// The key that signed.
    public let key: VerifierKey
    /// When the witness signed, in seconds since 1970 in UTC.
    public let seconds: Int64

    /// The bytes that a witness signs.
    static func message(_ checkpoint: Checkpoint, at seconds: Int64) -> [UInt8] {
        firstLine + Array("time \(seconds)\n".utf8) + checkpoint.text.bytes
    }

    /// What no note may begin with that a log signs, so that its signature can't pass for a witness's.
    static let firstLine = Array("cosignature/v1\n".utf8)

    /// The statement of a signature; nil when it is not that key's over this checkpoint.
    init?(_ signature: NoteSignature, over checkpoint: Checkpoint, by key: VerifierKey) {
        let (time, rest) = (signature.bytes.prefix(8), signature.bytes.dropFirst(8))
        let seconds = time.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        guard time.count == 8, seconds <= UInt64(Int64.max),
            key.verifies(rest, over: Self.message(checkpoint, at: Int64(seconds)))
        else { return nil }
        self.key = key
        self.seconds = Int64(seconds)
    }
}
