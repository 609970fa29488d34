/// A log whose checkpoints a policy accepts. The name of its key is the checkpoints' origin; a log with several keys is
/// listed with each.
public struct PolicyLog: Sendable, Hashable {
    /// The key that signs its checkpoints.
    public let key: VerifierKey
    /// Where it is reached, if the policy says.
    public let url: PolicyWord?

    /// A log.
    public init(key: VerifierKey, url: PolicyWord? = nil) {
        self.key = key
        self.url = url
    }
}

/// A witness whose word counts.
public struct PolicyWitness: Sendable, Hashable {
    /// What the policy calls it; it has no meaning elsewhere.
    public let name: PolicyWord
    /// The key that cosigns.
    public let key: VerifierKey
    /// Where it is reached, if the policy says: the prefix of `add-checkpoint` (C2SP tlog-witness).
    public let url: PolicyWord?

    /// A witness.
    public init(name: PolicyWord, key: VerifierKey, url: PolicyWord? = nil) {
        self.name = name
        self.key = key
        self.url = url
    }
}

/// Witnesses, or groups of them, of which some number is enough.
public struct PolicyGroup: Sendable, Hashable {
    /// What the policy calls it.
    public let name: PolicyWord
    /// How many members have to have witnessed a checkpoint, from 1 to all.
    public let threshold: Int
    /// The names of its members: witnesses and earlier groups, each of which is in one group only.
    public let members: [PolicyWord]

    /// A group.
    public init(name: PolicyWord, threshold: Int, members: [PolicyWord]) {
        self.name = name
        self.threshold = threshold
        self.members = members
    }
}
