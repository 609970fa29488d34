/// Whose word makes a checkpoint valid: logs, witnesses, and which of the witnesses are enough.
///
/// Source: C2SP tlog-policy.
public struct Policy: Sendable, Hashable {
    /// More bytes than this are refused. Source: tlog-policy leaves limits to each program, from 32 of each kind on.
    public static let mostBytes = 1 << 20

    /// The logs, in their order. May be empty where the log is known from elsewhere.
    public let logs: [PolicyLog]
    /// The witnesses, in their order.
    public let witnesses: [PolicyWitness]
    /// The groups, each after its members.
    public let groups: [PolicyGroup]
    /// The name of the witness or group that must have witnessed a checkpoint; nil when none needs to.
    public let quorum: PolicyWord?

    /// A policy.
    ///
    /// - Throws: ``PolicyFault`` when it breaks a rule of the format, as one from a file would.
    public init(
        logs: [PolicyLog] = [], witnesses: [PolicyWitness] = [], groups: [PolicyGroup] = [], quorum: PolicyWord?
    ) throws(PolicyFault) {
        var draft = PolicyDraft()
        do throws(PolicyFault.Reason) {
            for log in logs { try draft.add(log) }
            for witness in witnesses { try draft.add(witness) }
            for group in groups { try draft.add(group) }
            try draft.setQuorum(quorum)
            try self.init(draft)
        } catch {
            throw PolicyFault(error)
        }
    }

    init(_ draft: PolicyDraft) throws(PolicyFault.Reason) {
        guard let quorum = draft.quorum else { throw .noQuorum }
        logs = draft.logs
        witnesses = draft.witnesses
        groups = draft.groups
        self.quorum = quorum == .nobody ? nil : quorum
    }

    /// Whether these witnesses are enough. Names of groups say nothing here: a group counts through its members.
    public func isSatisfied(by names: Set<PolicyWord>) -> Bool {
        guard let quorum else { return true }
        var present = Set(witnesses.map(\.name)).intersection(names)
        for group in groups where group.members.count(where: present.contains) >= group.threshold {
            present.insert(group.name)
        }
        return present.contains(quorum)
    }

    /// Which witnesses of this policy cosigned: those whose public key did, under whatever name.
    public func witnesses(behind signed: WitnessedCheckpoint) -> [PolicyWitness] {
        let keys = Set(signed.cosignatures.map(\.key.publicKey))
        return witnesses.filter { keys.contains($0.key.publicKey) }
    }

    /// Whether the witnesses that cosigned are enough. Which log signed is not asked here.
    public func isSatisfied(by signed: WitnessedCheckpoint) -> Bool {
        isSatisfied(by: Set(witnesses(behind: signed).map(\.name)))
    }

    /// The checkpoint of a note that one of the logs signed and enough witnesses cosigned; nil when they are not enough.
    ///
    /// - Parameter keys: keys of the log, where it is known from elsewhere; left out, those of the policy's logs.
    /// - Throws: what ``SignedNote/checkpoint(of:witnesses:)`` throws: no log signed it, a known key signed something
    ///   else, or it is no checkpoint of that log.
    public func checkpoint(
        in note: SignedNote, of keys: [VerifierKey]? = nil
    ) throws(NoteFault) -> WitnessedCheckpoint? {
        let (logKeys, witnessKeys) = (keys ?? logs.map(\.key), witnesses.map(\.key))
        let signers = try note.verified(by: logKeys + witnessKeys)
        let logs = signers.filter(logKeys.contains)
        guard let first = logs.first else { throw .noKnownSignature }
        let log = logs.first { $0.name.isWritten(note.text.lines.first) } ?? first
        let signed = try note.checkpoint(of: log, witnesses: witnessKeys)
        return isSatisfied(by: signed) ? signed : nil
    }
}
