/// A checkpoint that a known log signed, and the proof that comes with it. Only a ``Witness`` makes one.
public struct LogStatement: Sendable, Hashable {
    /// The log.
    public let origin: KeyName
    /// What it says of itself.
    public let checkpoint: Checkpoint
    /// From which size it follows, and the proof.
    public let head: SizedProof
    /// One of each key, however often it was sent: what is kept stays readable.
    let signatures: [NoteSignature]
    /// Whether it came with a cosignature of the witness itself.
    public let wasCosigned: Bool

    init(
        origin: KeyName, checkpoint: Checkpoint, head: SizedProof, signatures: [NoteSignature], wasCosigned: Bool
    ) {
        self.origin = origin
        self.checkpoint = checkpoint
        self.head = head
        self.signatures = signatures
        self.wasCosigned = wasCosigned
    }

    /// The checkpoint with the log's signatures and nobody else's. One that can't be cosigned is evidence against the
    /// log.
    public var note: SignedNote { SignedNote(checkpoint.text, signatures) }
}
