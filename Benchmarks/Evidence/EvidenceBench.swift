import Evidence
import Foundation

/// Verifies a log in memory: reads each leaf, hashes it, builds the tree, and compares the root.
///
/// usage: EvidenceBench LEAVES FIELDS
@main
struct EvidenceBench {
    static func main() throws {
        let arguments = CommandLine.arguments.dropFirst().compactMap { Int($0) }
        guard arguments.count == 2, arguments[0] > 0, arguments[1] > 0 else {
            FileHandle.standardError.write(Data("usage: EvidenceBench LEAVES FIELDS\n".utf8))
            exit(64)
        }
        let (count, fields) = (arguments[0], arguments[1])
        // A pool of leaves is taken over and over: each time its bytes are read and hashed anew.
        let pool = try (0..<min(count, 20_000)).map { try leaf($0, fields: fields) }
        let started = ContinuousClock.now
        var edge = TreeEdge()
        for number in 0..<count {
            let bytes = pool[number % pool.count]
            _ = try Leaf(parsing: bytes)
            edge.append(.leaf(bytes))
        }
        let root = edge.head.root
        let took = started.duration(to: .now)
        let milliseconds = took.components.seconds * 1_000 + took.components.attoseconds / 1_000_000_000_000_000
        print("root \(root)")
        print("leaf_bytes \(pool[0].count)")
        print("milliseconds \(milliseconds)")
    }

    private static func leaf(_ number: Int, fields: Int) throws -> [UInt8] {
        let digests = (0..<fields).map { FieldDigest(of: "[\"AAAAAAAAAAAAAAAAAAAAAA\",\"f\($0)\",\(number)]") }
        return try Leaf(digests, receivedMilliseconds: 1_407_884_580_123 + Int64(number)).bytes
    }
}
