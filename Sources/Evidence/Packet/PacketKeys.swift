import StrictJSON

/// The keys of a log as its own events name them, and which was in force when.
///
/// Source: docs/reference/packet.md, The log.
struct PacketKeys {
    private var log: [(index: UInt64, key: String)] = []
    private(set) var receipts: [String] = []

    /// Takes in the fields of an event.
    mutating func take(_ fields: [String: JSON], at index: UInt64) {
        guard fields["kind"]?.string == "log_key", let key = fields["key"]?.string else { return }
        switch fields["purpose"]?.string {
        case "log": log.append((index, key))
        case "receipt": receipts.append(key)
        default: break
        }
    }

    /// Whether the log is what the policy and a checkpoint say: the first entry names a key of the policy, every key of
    /// the policy is named, and the key in force at that size is among those that signed.
    func bear(_ policy: Policy, size: UInt64, signers: [VerifierKey]) -> Bool {
        let named = Set(log.map(\.key))
        let keys = Set(policy.logs.map(\.key.description))
        guard let first = log.first, first.index == 0, keys.contains(first.key), keys.isSubset(of: named),
            let inForce = log.last(where: { $0.index < size })
        else { return false }
        return signers.contains { $0.description == inForce.key }
    }
}
