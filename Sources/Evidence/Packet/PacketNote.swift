/// A note of a packet that is to be a checkpoint: what it says, and which of the policy's logs and witnesses signed it.
struct PacketNote {
    let checkpoint: Checkpoint
    /// Keys of the policy's logs that signed; none where a signature under the name of one of them does not hold.
    let signers: [VerifierKey]
    /// What the policy's witnesses say; a signature that does not hold says nothing.
    let witnessed: WitnessedCheckpoint

    var head: TreeHead { checkpoint.head }

    /// Reads a note; nil when it is malformed or no checkpoint.
    ///
    /// - Parameter policy: nil where there is none that can be read; then nobody is known to have signed.
    init?(_ bytes: [UInt8], _ policy: Policy?) {
        guard let note = try? SignedNote(parsing: bytes), let checkpoint = try? Checkpoint(note.text) else {
            return nil
        }
        self.checkpoint = checkpoint
        let logs = policy?.logs.map(\.key).filter { $0.name.isWritten(checkpoint.origin) } ?? []
        do throws(NoteFault) {
            signers = try note.verified(by: logs)
        } catch {
            signers = []
        }
        let witnesses = policy?.witnesses.map(\.key) ?? []
        let statements = note.signatures.compactMap { signature in
            witnesses.first(where: signature.claims).flatMap { Cosignature(signature, over: checkpoint, by: $0) }
        }
        witnessed = WitnessedCheckpoint(checkpoint, statements)
    }

    /// The size that a note states, malformed or not; nil when there is none.
    static func statedSize(_ bytes: [UInt8]) -> UInt64? {
        let lines = bytes.prefix(NoteText.mostBytes).parts(between: .lineFeed, atMost: 3)
        return lines.count > 1 ? UInt64(plain: lines[1]) : nil
    }
}
