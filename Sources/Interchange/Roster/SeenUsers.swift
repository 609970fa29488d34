import Glibc

/// Remembers which keys were seen, in at most 16 MiB, however many there are.
///
/// A Bloom filter: a key that was added is always found; one that wasn't is taken for seen about once in two million
/// times when three million keys were added. It holds no key, so no student's number is kept anywhere.
final class SeenUsers {
    private static let bitCount: UInt64 = 1 << 27
    private static let probes: UInt64 = 8
    private let words: UnsafeMutablePointer<UInt64>

    init() {
        // Pages from calloc are zero and take no memory before they are written to.
        guard let memory = calloc(Int(Self.bitCount / 64), MemoryLayout<UInt64>.stride) else {
            // As any allocation in Swift: there is no going on without memory.
            preconditionFailure("out of memory")
        }
        words = memory.assumingMemoryBound(to: UInt64.self)
    }

    deinit { free(words) }

    /// Adds a key; `isStudent` tells the two sets apart that this holds.
    func add(_ key: String, isStudent: Bool) {
        for bit in Self.bits(of: key, isStudent) { words[Int(bit >> 6)] |= 1 << (bit & 63) }
    }

    /// Whether a key was added to the set.
    func contains(_ key: String, isStudent: Bool) -> Bool {
        Self.bits(of: key, isStudent).allSatisfy { words[Int($0 >> 6)] & (1 << ($0 & 63)) != 0 }
    }

    /// Places from two hashes (Kirsch and Mitzenmacher, "Less Hashing, Same Performance").
    private static func bits(of key: String, _ isStudent: Bool) -> some Sequence<UInt64> {
        let first = hash(key, seed: isStudent ? 0xCBF2_9CE4_8422_2325 : 0x9E37_79B9_7F4A_7C15)
        let second = mixed(first) | 1
        return (0..<probes).lazy.map { (first &+ $0 &* second) % bitCount }
    }

    /// FNV-1a over the bytes of the key, then mixed.
    private static func hash(_ key: String, seed: UInt64) -> UInt64 {
        mixed(key.utf8.reduce(seed) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 })
    }

    /// The last step of SplitMix64: every bit of the result depends on every bit of the value.
    private static func mixed(_ value: UInt64) -> UInt64 {
        var value = value &+ 0x9E37_79B9_7F4A_7C15
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}
