/// What a witness keeps of a log: the last checkpoint that it cosigned, with the log's signatures and its own.
public struct CosignedNote: Sendable, Hashable {
    /// What the log said of itself.
    public let checkpoint: Checkpoint
    /// The checkpoint, the log's signatures, the witness's.
    public let note: SignedNote
    /// What the witness answers: its signature.
    public let signature: NoteSignature
    /// When it signed, in seconds since 1970 in UTC.
    public let seconds: Int64

    init(_ statement: LogStatement, _ signature: NoteSignature, at seconds: Int64) {
        checkpoint = statement.checkpoint
        note = SignedNote(checkpoint.text, statement.signatures + [signature])
        self.signature = signature
        self.seconds = seconds
    }

    /// Reads what was kept.
    ///
    /// - Throws: ``NoteFault``, when it is no checkpoint that this key cosigned.
    public init(parsing bytes: [UInt8], by key: VerifierKey) throws(NoteFault) {
        let note = try SignedNote(parsing: bytes)
        let checkpoint = try Checkpoint(note.text)
        _ = try note.verified(by: [key])
        guard let signature = note.signatures.last(where: { $0.claims(key) }),
            let statement = Cosignature(signature, over: checkpoint, by: key)
        else { throw .wrongKind }
        self.checkpoint = checkpoint
        self.note = note
        self.signature = signature
        seconds = statement.seconds
    }

    /// The answer in HTTP: the signature's line and a line feed.
    public var answer: String { signature.line + "\n" }
}
