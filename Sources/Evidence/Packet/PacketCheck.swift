import StrictJSON

/// Checks a packet, line by line: nothing of it is believed, and one fault does not hide the next.
///
/// The caller hands over the small files, then each leaf with its line, in their order, then asks for the verdict.
/// Memory does not grow with what the lines hold, only with the number of entries and of what was kept.
/// Source: docs/reference/packet.md, Verifying.
public struct PacketCheck {
    private let head: PacketHead?
    private let policy: Policy?
    /// Whether the policy has a fault: then no signature is held against it.
    private let isPolicyFaulty: Bool
    private let own: PacketNote?
    private var kept: KeptChecks
    private var earlier: EarlierChecks
    private var faults: Set<PacketFault> = []
    private var subjects: [UInt64: String] = [:]
    private var edge = TreeEdge()
    private var place: UInt64?
    private var keys = PacketKeys()
    private var entries = PacketEntries()
    private var lastReceived = Int64.min
    private var silent = 0
    /// Whether all leaves are to be here: as the packet says, else as its first line does.
    private var isWhole: Bool?

    /// Begins with the small files.
    ///
    /// - Parameters:
    ///   - files: their bytes by name; one that is missing was found wanting already.
    ///   - policy: in place of the packet's own; nil takes that.
    ///   - kept: what somebody kept since before.
    public init(files: [String: [UInt8]], policy policyBytes: [UInt8]? = nil, kept: [KeptEvidence] = []) {
        head = files["packet.json"].flatMap(PacketHead.init(parsing:))
        isWhole = head?.isWhole
        let words = policyBytes ?? files["policy.txt"]
        policy = words.flatMap { $0.count > Self.mostOfPolicy ? nil : try? Policy(parsing: $0) }
        isPolicyFaulty = words != nil && !Self.isGood(policy, for: head)
        let counting = isPolicyFaulty ? nil : policy
        let note = files["checkpoint.txt"]
        own = note.flatMap { [policy] in PacketNote($0, policy) }
        earlier = EarlierChecks(files["earlier.jsonl"] ?? [], policy: counting, own: own?.head)
        self.kept = KeptChecks(kept, of: own?.checkpoint.origin ?? head?.origin, policy: counting)
        if files["packet.json"] != nil, head == nil { faults.insert(PacketFault(.unreadable, .file("packet.json"))) }
        if !earlier.isReadable { faults.insert(PacketFault(.unreadable, .file("earlier.jsonl"))) }
        if isPolicyFaulty { faults.insert(PacketFault(.policy)) }
        if let note { checkCheckpoint(note) }
        edgeReaches(0)
    }

    /// More bytes of a policy than this are not read. Source: docs/reference/packet.md, policy.txt.
    private static let mostOfPolicy = 64 << 10

    private static func isGood(_ policy: Policy?, for head: PacketHead?) -> Bool {
        guard let policy, !policy.logs.isEmpty else { return false }
        return head.map { head in policy.logs.allSatisfy { $0.key.name.isWritten(head.origin) } } ?? true
    }

    private mutating func checkCheckpoint(_ note: [UInt8]) {
        guard let policy, !isPolicyFaulty else {
            if own == nil { faults.insert(PacketFault(.checkpoint)) }
            return
        }
        let isSigned = own.map { own in
            !own.signers.isEmpty && own.head.size > 0
                && head.map { own.checkpoint.origin.utf8.elementsEqual($0.origin.utf8) } ?? true
        }
        if isSigned != true { faults.insert(PacketFault(.checkpoint)) }
        let isEnough = own.map { policy.isSatisfied(by: $0.witnessed) } ?? policy.isSatisfied(by: [])
        if !isEnough { faults.insert(PacketFault(.quorum)) }
    }

    /// Takes in a leaf and the line about it, both without their line feeds.
    public mutating func take(leaf: [UInt8], line: [UInt8]) {
        guard let line = PacketLine(parsing: line) else {
            faults.insert(PacketFault(.unreadable, .file("fields.jsonl")))
            return
        }
        let isWhole = isWhole ?? (line.proof == nil)
        self.isWhole = isWhole
        if (line.proof == nil) != isWhole || !isNext(line.index, isWhole) {
            faults.insert(PacketFault(.unreadable, .file("fields.jsonl")))
        }
        place = max(place ?? 0, line.index)
        isWhole ? grow(line.hash) : checkProof(line)
        checkLeaf(leaf, line)
        for code in kept.take(line.hash, at: line.index, isWhole: isWhole) { fault(code, line.index) }
    }

    private func isNext(_ index: UInt64, _ isWhole: Bool) -> Bool {
        isWhole ? index == edge.size : place.map { index > $0 } ?? true
    }

    private mutating func grow(_ hash: TreeHash) {
        edge.append(hash)
        edgeReaches(edge.size)
    }

    private mutating func edgeReaches(_ size: UInt64) {
        if earlier.waits(for: size) || kept.waits(for: size) {
            earlier.reach(edge.head)
            kept.reach(edge.head)
        }
    }

    private mutating func checkProof(_ line: PacketLine) {
        guard let own else { return }
        let proof = InclusionProof(index: line.index, hashes: line.proof ?? [])
        if !proof.holds(for: line.hash, in: own.head) { fault(.proof, line.index) }
    }

    private mutating func checkLeaf(_ bytes: [UInt8], _ line: PacketLine) {
        if line.fields.isEmpty { silent += 1 }
        let leaf = try? Leaf(parsing: bytes)
        if leaf == nil || TreeHash.leaf(bytes) != line.hash { fault(.leaf, line.index) }
        if let leaf { lastReceived = max(lastReceived, leaf.receivedMilliseconds) }
        let fields = checkFields(line, leaf)
        // What a lost leaf is said to have held can't be held against anything.
        if leaf != nil {
            keys.take(fields, at: line.index)
            entries.take(fields)
        }
        if faulty.contains(line.index) {
            let words = [fields["kind"]?.string, fields["subject"]?.string].compactMap(\.self)
            subjects[line.index] = words.joined(separator: " ")
        }
    }

    /// The fields by name; of two with one name the first.
    private mutating func checkFields(_ line: PacketLine, _ leaf: Leaf?) -> [String: JSON] {
        var fields: [String: JSON] = [:]
        for text in line.fields {
            guard let disclosure = try? Disclosure(parsing: text) else {
                if leaf != nil { fault(.field, line.index) }
                continue
            }
            if let leaf, !leaf.holds(disclosure.digest) {
                fault(.field, line.index)
                continue
            }
            if fields[disclosure.name] != nil { fault(.double, line.index) }
            fields[disclosure.name] = fields[disclosure.name] ?? disclosure.value
        }
        return fields
    }

    private var faulty: Set<UInt64> = []

    private mutating func fault(_ code: PacketFault.Code, _ index: UInt64) {
        faulty.insert(index)
        faults.insert(PacketFault(code, .index(index)))
    }

    /// A fault that was found outside: a file that is missing, or has another hash than the manifest says.
    public mutating func add(_ fault: PacketFault) {
        faults.insert(fault)
    }

    /// What has to be said of the packet, when all lines were handed over.
    public consuming func verdict() -> PacketVerdict {
        let isWhole = isWhole ?? false
        if isWhole, let own, edge.head != own.head { faults.insert(PacketFault(.tree)) }
        if let head, !entries.bear(head.totals, held: head.held) { faults.insert(PacketFault(.total)) }
        for index in kept.unseen(isWhole: isWhole) { faults.insert(PacketFault(.changed, .index(index))) }
        checkKeys()
        faults.formUnion(earlier.faults)
        faults.formUnion(
            kept.faults(
                own: own?.head, origin: own?.checkpoint.origin ?? head?.origin ?? "", earlier: earlier,
                isWhole: isWhole, receiptKeys: keys.receipts,
                lastMoment: lastMoment))
        return PacketVerdict(
            head: head, checkpoint: own?.checkpoint, cosignatures: cosignatures, faults: faults.sorted(),
            subjects: subjects, agreedUpTo: earlier.agreed, totals: entries.totals, silent: silent)
    }

    private mutating func checkKeys() {
        guard let policy, let own, !own.signers.isEmpty, !faults.contains(PacketFault(.checkpoint)),
            !isPolicyFaulty
        else { return }
        if !keys.bear(policy, size: own.head.size, signers: own.signers) { faults.insert(PacketFault(.key)) }
    }

    /// The latest moment of which the packet shows that the log goes on past it.
    private var lastMoment: Int64 {
        let cosigned = isPolicyFaulty ? 0 : own?.witnessed.cosignatures.map(\.seconds).max() ?? 0
        let (moment, isTooLate) = cosigned.multipliedReportingOverflow(by: 1000)
        return max(lastReceived, isTooLate ? .max : moment)
    }

    private var cosignatures: [(name: String, seconds: Int64)] {
        guard let policy, let own, !isPolicyFaulty else { return [] }
        return policy.witnesses.compactMap { witness in
            own.witnessed.cosignatures.first { $0.key.publicKey == witness.key.publicKey }
                .map { (witness.name.description, $0.seconds) }
        }
        .sorted { $0.0 < $1.0 }
    }
}
