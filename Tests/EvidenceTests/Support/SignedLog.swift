import Evidence

/// A log of nine entries, its key, and a union that witnesses it.
struct SignedLog {
    let log: SigningKey
    let union: SigningKey
    let tree = ByteTree(size: 9).tree

    init() throws {
        log = try key("example.org/district", .note, 1)
        union = try key("example.org/union", .cosignature, 2)
    }

    func checkpoint() throws -> (Checkpoint, SignedNote) {
        let checkpoint = Checkpoint(of: log.verifier.name, head: tree.head)
        return (checkpoint, try SignedNote(checkpoint.text, signedBy: log))
    }
}
