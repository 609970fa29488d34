/// A checkpoint that its log signed, and what witnesses say of it.
public struct WitnessedCheckpoint: Sendable, Hashable {
    /// What the log says of itself.
    public let checkpoint: Checkpoint
    /// One for each witness, its latest. Two names with one public key are one witness: what it signs does not hold its
    /// name.
    public let cosignatures: [Cosignature]

    init(_ checkpoint: Checkpoint, _ statements: [Cosignature]) {
        self.checkpoint = checkpoint
        cosignatures = Dictionary(grouping: statements, by: \.key.publicKey).values
            .compactMap { $0.max { $0.seconds < $1.seconds } }
            .sorted { ($0.key.name.text, $0.seconds) < ($1.key.name.text, $1.seconds) }
    }
}
