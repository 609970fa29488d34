/// A policy as it grows line by line, each held against those before it.
struct PolicyDraft {
    private(set) var logs: [PolicyLog] = []
    private(set) var witnesses: [PolicyWitness] = []
    private(set) var groups: [PolicyGroup] = []
    /// The quorum, once it is stated; ``PolicyWord/nobody`` when no witness is needed.
    private(set) var quorum: PolicyWord?
    private var names: Set<PolicyWord> = [.nobody]
    private var members: Set<PolicyWord> = []

    mutating func add(_ log: PolicyLog) throws(PolicyFault.Reason) {
        guard log.key.kind == .note else { throw .wrongKind }
        guard PolicyWord(log.key.description) != nil else { throw .badKey }
        if let other = logs.first(where: { $0.key.publicKey == log.key.publicKey }) {
            throw .sameKey(PolicyWord(other.key.name.text) ?? .nobody)
        }
        logs.append(log)
    }

    mutating func add(_ witness: PolicyWitness) throws(PolicyFault.Reason) {
        guard witness.key.kind == .cosignature else { throw .wrongKind }
        guard PolicyWord(witness.key.description) != nil else { throw .badKey }
        if let other = witnesses.first(where: { $0.key.publicKey == witness.key.publicKey }) {
            throw .sameKey(other.name)
        }
        guard names.insert(witness.name).inserted else { throw .nameTaken(witness.name) }
        witnesses.append(witness)
    }

    mutating func add(_ group: PolicyGroup) throws(PolicyFault.Reason) {
        guard !names.contains(group.name) else { throw .nameTaken(group.name) }
        guard (1...max(1, group.members.count)).contains(group.threshold), !group.members.isEmpty else {
            throw .badThreshold(PolicyWord(String(group.threshold)) ?? .nobody)
        }
        for member in group.members {
            guard names.contains(member), member != .nobody else { throw .unknownName(member) }
            guard members.insert(member).inserted else { throw .inGroup(member) }
        }
        names.insert(group.name)
        groups.append(group)
    }

    /// - Parameter name: of a witness or a group; nil or `none` when no witness is needed.
    mutating func setQuorum(_ name: PolicyWord?) throws(PolicyFault.Reason) {
        guard quorum == nil else { throw .secondQuorum }
        let name = name ?? .nobody
        guard names.contains(name) else { throw .unknownName(name) }
        quorum = name
    }
}
