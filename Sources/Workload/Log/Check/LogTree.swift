import Evidence

/// The tree over what the database calls the places of events, held against signed states.
struct LogTree {
    private var edge = TreeEdge()
    private var waiting: [TreeHead]
    private(set) var reached: UInt64 = 0
    private var changed: [LogFault] = []
    /// Sizes whose roots are asked for.
    private var expected: Set<UInt64> = []
    /// Hashes above leaves that became final, and the roots that were asked for, since they were taken last.
    private var nodes: [NodePlace: TreeHash] = [:]
    private var roots: [UInt64: TreeHash] = [:]

    init(signed: [TreeHead]) {
        waiting = signed.sorted { $0.size > $1.size }
    }

    var size: UInt64 { edge.size }

    /// Asks for the roots at sizes that are still to come.
    mutating func expect(_ sizes: [UInt64]) {
        expected = Set(sizes)
    }

    mutating func take(_ event: EventRow) -> [LogFault] {
        var faults: [LogFault] = []
        if let index = event.index, UInt64(index) != edge.size {
            faults.append(LogFault(.placeMissing, index: edge.size))
        }
        edge.append(event.sealedHash) { place, hash in
            if place.level > 0 { nodes[place] = hash }
        }
        if expected.contains(edge.size) { roots[edge.size] = edge.head.root }
        if let next = waiting.last, next.size == edge.size {
            waiting.removeLast()
            if next == edge.head {
                reached = next.size
            } else {
                changed.append(LogFault(.logChanged, index: next.size))
            }
        }
        return faults
    }

    /// What differs from signed states, those included that the log does not reach.
    var faults: [LogFault] { changed + waiting.map { LogFault(.logChanged, index: $0.size) } }

    /// Hands out what became final since the last time.
    mutating func takeFinal() -> (nodes: [NodePlace: TreeHash], roots: [UInt64: TreeHash]) {
        defer { (nodes, roots) = ([:], [:]) }
        return (nodes, roots)
    }
}
