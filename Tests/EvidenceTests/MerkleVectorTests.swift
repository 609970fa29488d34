import Evidence
import Foundation
import Testing

@Suite struct MerkleVectorTests {
    /// Digests over every root and proof of all trees up to 130 leaves.
    @Test func `every root and proof of trees up to 130 leaves is as another program makes it`() throws {
        let wanted = try Accumulated.read().derived_here
        let bytes = ByteTree(size: 130)
        var roots = LineDigest()
        var inclusion = LineDigest()
        var consistency = LineDigest()

        for size in UInt64(0)...130 {
            #expect(try bytes.tree.head(at: size) == bytes.heads[Int(size)])
            roots.add("\(size)", [bytes.heads[Int(size)].root])
            for index in 0..<size {
                inclusion.add("\(index) \(size)", try bytes.tree.inclusionProof(of: index, in: size).hashes)
            }
            for earlier in 1..<size + 1 where size > 0 {
                consistency.add(
                    "\(earlier) \(size)", try bytes.tree.consistencyProof(from: earlier, to: size).hashes)
            }
        }
        #expect(roots.hexadecimal == wanted.roots.sha256)
        #expect(inclusion.hexadecimal == wanted.inclusion.sha256)
        #expect(consistency.hexadecimal == wanted.consistency.sha256)
    }

    @Test(.enabled(if: SharedVectors.areHere, "no vectors: set AFTERBELL_SHARED"))
    func `the nine roots of the RFC 6962 reference tree`() throws {
        let wanted: ReferenceTree = try SharedVectors.read("merkle/rfc6962_reference_tree.json")
        var edge = TreeEdge()
        var roots = [edge.head.root]
        for leaf in wanted.leaf_inputs_hex {
            edge.append(.leaf(bytes(hexadecimal: leaf)))
            roots.append(edge.head.root)
        }
        #expect(roots.count == 9)
        #expect(roots.map(\.hexadecimal) == wanted.root_hash_hex_by_tree_size)
    }

    @Test(.enabled(if: SharedVectors.areHere, "no vectors: set AFTERBELL_SHARED"))
    func `98 inclusion proofs, 6 of them good`() throws {
        let vectors: [InclusionVector] = try SharedVectors.read("merkle/inclusion.json")
        #expect(vectors.count == 98)
        #expect(vectors.count { $0.holds } == 6)
        for vector in vectors { #expect(vector.holds == !vector.wantErr, "\(vector.file)") }
    }

    @Test(.enabled(if: SharedVectors.areHere, "no vectors: set AFTERBELL_SHARED"))
    func `98 consistency proofs, 6 of them good`() throws {
        let vectors: [ConsistencyVector] = try SharedVectors.read("merkle/consistency.json")
        #expect(vectors.count == 98)
        #expect(vectors.count { $0.holds } == 6)
        for vector in vectors { #expect(vector.holds == !vector.wantErr, "\(vector.file)") }
    }
}

private struct Accumulated: Decodable {
    let derived_here: Derived

    struct Derived: Decodable {
        let roots, inclusion, consistency: Lines
    }

    struct Lines: Decodable {
        let sha256: String
    }

    static func read() throws -> Accumulated {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Vectors/accumulated.json")
        return try JSONDecoder().decode(Accumulated.self, from: Data(contentsOf: file))
    }
}

private struct ReferenceTree: Decodable {
    let leaf_inputs_hex: [String]
    let root_hash_hex_by_tree_size: [String]
}

private struct InclusionVector: Decodable {
    let leafIdx, treeSize: UInt64
    let root, leafHash: Data
    let proof: [Data]?
    let wantErr: Bool
    let file: String

    var holds: Bool {
        guard let leaf = TreeHash(bytes: leafHash), let root = TreeHash(bytes: root), let hashes = proof.hashes
        else { return false }
        return InclusionProof(index: leafIdx, hashes: hashes).holds(for: leaf, in: TreeHead(size: treeSize, root: root))
    }
}

private struct ConsistencyVector: Decodable {
    let size1, size2: UInt64
    let root1, root2: Data
    let proof: [Data]?
    let wantErr: Bool
    let file: String

    var holds: Bool {
        guard let hashes = proof.hashes else { return false }
        let (first, second) = (standIn(root1), standIn(root2))
        return ConsistencyProof(hashes: hashes)
            .holds(from: TreeHead(size: size1, root: first), to: TreeHead(size: size2, root: second))
    }

    /// Where the vector has words instead of a root ("don't care 1"), a hash that stands for them.
    private func standIn(_ root: Data) -> TreeHash { TreeHash(bytes: root) ?? .leaf(root) }
}

extension [Data]? {
    fileprivate var hashes: [TreeHash]? {
        let all = self ?? []
        let hashes = all.compactMap(TreeHash.init(bytes:))
        return hashes.count == all.count ? hashes : nil
    }
}
