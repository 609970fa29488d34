import Evidence
import Randomness
import Testing

@Suite struct MerkleTests {
    private static let bytes = ByteTree(size: 70)

    @Test func `every proof that a tree gives holds`() throws {
        let (tree, heads) = (Self.bytes.tree, Self.bytes.heads)
        for size in UInt64(1)...70 {
            for index in 0..<size {
                let leaf = TreeHash.leaf([UInt8(index)])
                #expect(try tree.inclusionProof(of: index, in: size).holds(for: leaf, in: heads[Int(size)]))
                let proof = try tree.consistencyProof(from: index + 1, to: size)
                #expect(proof.holds(from: heads[Int(index + 1)], to: heads[Int(size)]))
            }
        }
    }

    @Test func `a proof with one bit changed, a hash more or a hash less never holds`() throws {
        var random = SplitMix64.seeded()
        let heads = Self.bytes.heads
        for _ in 0..<2_000 {
            let size = UInt64.random(in: 2...70, using: &random)
            let index = UInt64.random(in: 0..<size, using: &random)
            let inclusion = try Self.bytes.tree.inclusionProof(of: index, in: size)
            let bent = InclusionProof(index: index, hashes: bend(inclusion.hashes, using: &random))
            #expect(!bent.holds(for: .leaf([UInt8(index)]), in: heads[Int(size)]))

            let earlier = UInt64.random(in: 1..<size, using: &random)
            let consistency = try Self.bytes.tree.consistencyProof(from: earlier, to: size)
            let wrong = ConsistencyProof(hashes: bend(consistency.hashes, using: &random))
            #expect(!wrong.holds(from: heads[Int(earlier)], to: heads[Int(size)]))
        }
    }

    @Test func `a proof holds for no other leaf, place or head`() throws {
        let proof = try Self.bytes.tree.inclusionProof(of: 20, in: 50)
        let head = Self.bytes.heads[50]
        #expect(!proof.holds(for: .leaf([21]), in: head))
        #expect(!InclusionProof(index: 21, hashes: proof.hashes).holds(for: .leaf([20]), in: head))
        #expect(!proof.holds(for: .leaf([20]), in: Self.bytes.heads[51]))
        #expect(!proof.holds(for: .leaf([20]), in: .empty))
    }

    @Test func `a fork, a shorter log and the empty log are not consistent`() throws {
        var fork = ByteTree(size: 40).tree
        for _ in 0..<10 { fork.append(.leaf([0xFF])) }
        let proof = try fork.consistencyProof(from: 45, to: 50)
        #expect(proof.holds(from: try fork.head(at: 45), to: fork.head))
        #expect(!proof.holds(from: Self.bytes.heads[45], to: fork.head))
        #expect(!proof.holds(from: Self.bytes.heads[50], to: Self.bytes.heads[45]))
        #expect(!ConsistencyProof(hashes: []).holds(from: .empty, to: Self.bytes.heads[1]))
    }

    @Test func `what a tree does not hold can't be asked for`() {
        let tree = Self.bytes.tree
        #expect(throws: OutsideOfTree.self) { try tree.inclusionProof(of: 70, in: 70) }
        #expect(throws: OutsideOfTree.self) { try tree.inclusionProof(of: 0, in: 71) }
        #expect(throws: OutsideOfTree.self) { try tree.consistencyProof(from: 0, to: 70) }
        #expect(throws: OutsideOfTree.self) { try tree.consistencyProof(from: 70, to: 69) }
        #expect(throws: OutsideOfTree.self) { try tree.node(TreePlan.root(at: 128).places[0]) }
    }

    @Test func `a log goes on from the nodes that were kept`() throws {
        for size in UInt64(0)...69 {
            var edge = try TreeEdge(size: size) { try Self.bytes.tree.node($0) }
            #expect(edge.head == Self.bytes.heads[Int(size)])
            edge.append(.leaf([UInt8(size)]))
            #expect(edge.head == Self.bytes.heads[Int(size) + 1])
        }
    }

    @Test func `appending names each final hash once, lowest first`() {
        var edge = TreeEdge()
        var places: [String] = []
        for index in UInt8(0)..<4 {
            edge.append(.leaf([index])) { place, _ in places.append("\(place.level)/\(place.index)") }
        }
        #expect(places == ["0/0", "0/1", "1/0", "0/2", "0/3", "1/1", "2/0"])
    }

    @Test func `when a hash can't be kept, the edge is as before`() {
        for failing in 0...2 {
            var edge = TreeEdge()
            for index in UInt8(0)..<3 { edge.append(.leaf([index])) }
            let before = edge.head
            #expect(throws: DiskFull.self) {
                try edge.append(.leaf([3])) { place, _ in
                    if place.level == failing { throw DiskFull() }
                }
            }
            #expect(edge.head == before)
            edge.append(.leaf([3]))
            #expect(edge.head == Self.bytes.heads[4])
        }
    }

    @Test(arguments: [UInt64(1) << 63, .max - 1, .max])
    func `sizes that no log reaches are planned and refused, not crashed on`(size: UInt64) throws {
        let hashes = [TreeHash](repeating: .empty, count: 200)
        let head = TreeHead(size: size, root: .empty)
        for index in [0, 1, size / 2, size - 1] {
            #expect(!InclusionProof(index: index, hashes: hashes).holds(for: .empty, in: head))
            #expect(try TreePlan.inclusion(of: index, in: size).places.count <= 128)
            let earlier = TreeHead(size: index + 1, root: .empty)
            #expect(!ConsistencyProof(hashes: hashes).holds(from: earlier, to: head))
            #expect(try TreePlan.consistency(from: index + 1, to: size).places.count <= 128)
        }
    }

    private func bend(_ hashes: [TreeHash], using random: inout SplitMix64) -> [TreeHash] {
        var bent = hashes
        switch hashes.isEmpty ? 2 : Int.random(in: 0...2, using: &random) {
        case 0:
            let place = Int.random(in: hashes.indices, using: &random)
            var bytes = hashes[place].bytes
            bytes[Int.random(in: 0..<32, using: &random)] ^= 1 << UInt8.random(in: 0..<8, using: &random)
            bent[place] = TreeHash(bytes: bytes) ?? .empty
        case 1: bent.remove(at: Int.random(in: hashes.indices, using: &random))
        default: bent.insert(.empty, at: Int.random(in: 0...hashes.count, using: &random))
        }
        return bent
    }
}

private struct DiskFull: Error {}
