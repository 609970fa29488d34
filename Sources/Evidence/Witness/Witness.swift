/// Somebody beside the log who says of its checkpoints that each holds all that the ones before it held.
///
/// It has no state: what was cosigned last is handed in, and what is to be kept comes back. Whoever runs it does both
/// without letting another request of that log in between, and keeps before answering.
///
/// Source: C2SP tlog-witness.
public struct Witness: Sendable {
    private let key: SigningKey
    private let logs: [VerifierKey]

    /// - Parameters:
    ///   - key: the key of this witness.
    ///   - logs: the keys of the logs that it watches; the name of a key is its log's, and a log may have several.
    /// - Throws: ``NoteFault/wrongKind`` when the key does not cosign, or one of the logs' does not sign notes.
    public init(key: SigningKey, logs: [VerifierKey]) throws(NoteFault) {
        guard key.verifier.kind == .cosignature, logs.allSatisfy({ $0.kind == .note }) else { throw .wrongKind }
        self.key = key
        self.logs = logs
    }

    /// The public half of the witness's key.
    public var verifier: VerifierKey { key.verifier }

    /// The names of the logs, each once.
    public var origins: Set<KeyName> { Set(logs.map(\.name)) }

    /// What a request states, once a known log is found to have signed it.
    ///
    /// - Throws: ``WitnessRefusal``: malformed, unknown log, not signed, shrinks.
    public func statement(in request: CosignRequest) throws(WitnessRefusal) -> LogStatement {
        guard let checkpoint = try? Checkpoint(stated: request.note.text) else { throw .malformed(.noCheckpoint) }
        let keys = logs.filter { $0.name.isWritten(checkpoint.origin) }
        guard let origin = keys.first?.name else { throw .unknownLog }
        guard let signers = try? request.note.verified(by: keys) else { throw .notSigned }
        guard request.head.oldSize <= checkpoint.head.size else { throw .shrinks }
        return LogStatement(
            origin: origin, checkpoint: checkpoint, head: request.head,
            signatures: signers.compactMap { key in request.note.signatures.first { $0.claims(key) } },
            wasCosigned: wasCosigned(request.note, checkpoint))
    }

    /// Whether a note bears this witness's own cosignature already.
    private func wasCosigned(_ note: SignedNote, _ checkpoint: Checkpoint) -> Bool {
        note.signatures.contains { signature in
            signature.claims(verifier) && Cosignature(signature, over: checkpoint, by: verifier) != nil
        }
    }

    /// Cosigns, if the statement follows from what was cosigned last.
    ///
    /// - Parameters:
    ///   - kept: what this witness cosigned last of that log; nil when nothing ever.
    ///   - seconds: the time now, in seconds since 1970 in UTC.
    /// - Returns: what is to be kept, and then answered.
    /// - Throws: ``WitnessRefusal``: forgotten, other size, inconsistent, clock behind.
    public func cosign(
        _ statement: LogStatement, after kept: CosignedNote?, at seconds: Int64
    ) throws(WitnessRefusal) -> CosignedNote {
        let (earlier, later) = (kept?.checkpoint.head ?? .empty, statement.checkpoint.head)
        if statement.wasCosigned, kept == nil || earlier.size < later.size { throw .forgotten(later.size) }
        guard statement.head.oldSize == earlier.size else { throw .otherSize(earlier.size) }
        if let reason = Self.fault(in: statement, from: earlier, to: later) { throw .inconsistent(reason) }
        let time = try Self.time(after: kept?.seconds, now: seconds)
        guard let line = try? key.cosign(statement.checkpoint, at: time) else { throw .clockBehind(0) }
        return CosignedNote(statement, line, at: time)
    }

    private static func fault(
        in statement: LogStatement, from earlier: TreeHead, to later: TreeHead
    ) -> WitnessRefusal.Inconsistency? {
        let proof = statement.head.proof
        if !statement.checkpoint.isPossible { return .notEmpty }
        if earlier.size == later.size, earlier.root != later.root { return .otherRoot }
        if earlier.size == later.size || earlier.size == 0 { return proof.hashes.isEmpty ? nil : .needlessProof }
        return proof.holds(from: earlier, to: later) ? nil : .badProof
    }

    /// A cosignature says what was the largest tree at its second, so a later one never bears an earlier second. A
    /// clock that was set back by a minute at most is waited for; one that is further behind is wrong, or was.
    private static func time(after last: Int64?, now: Int64) throws(WitnessRefusal) -> Int64 {
        guard let last, now < last else { return now }
        guard last - 60 <= now else { throw .clockBehind(last) }
        return last
    }
}
