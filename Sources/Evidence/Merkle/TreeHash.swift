import Crypto

/// A SHA-256 hash of a leaf, of a node or of a whole tree.
///
/// Leaves and nodes are told apart by the byte before what is hashed, so that none can pass for the other. Source: RFC
/// 6962, 2.1; the same in RFC 9162, 2.1.1.
public struct TreeHash: Sendable, Hashable {
    /// How many bytes a hash has.
    public static let length = 32

    /// The root of the tree without leaves: the hash of nothing.
    public static let empty = TreeHash(SHA256())

    private let words: (UInt64, UInt64, UInt64, UInt64)

    /// The hash of a leaf with these bytes.
    public static func leaf(_ bytes: some Sequence<UInt8>) -> TreeHash {
        var hash = SHA256()
        hash.update(data: [0x00])
        if bytes.withContiguousStorageIfAvailable({ hash.update(bufferPointer: UnsafeRawBufferPointer($0)) }) == nil {
            hash.update(data: Array(bytes))
        }
        return TreeHash(hash)
    }

    /// The hash of a node over two others.
    public static func node(_ left: TreeHash, _ right: TreeHash) -> TreeHash {
        var hash = SHA256()
        withUnsafeTemporaryAllocation(byteCount: 1 + 2 * length, alignment: 1) { buffer in
            buffer[0] = 0x01
            left.write(to: buffer, at: 1)
            right.write(to: buffer, at: 1 + length)
            hash.update(bufferPointer: UnsafeRawBufferPointer(buffer))
        }
        return TreeHash(hash)
    }

    /// The hash of 32 bytes; nil for another number of bytes.
    public init?(bytes: some Collection<UInt8>) {
        guard bytes.count == Self.length else { return nil }
        self = Array(bytes).withUnsafeBytes { TreeHash($0) }
    }

    /// The 32 bytes.
    public var bytes: [UInt8] {
        [UInt8](unsafeUninitializedCapacity: Self.length) { buffer, count in
            write(to: UnsafeMutableRawBufferPointer(buffer), at: 0)
            count = Self.length
        }
    }

    private init(_ hash: SHA256) {
        self = hash.finalize().withUnsafeBytes { TreeHash($0) }
    }

    private init(_ raw: UnsafeRawBufferPointer) {
        func word(_ place: Int) -> UInt64 { raw.loadUnaligned(fromByteOffset: 8 * place, as: UInt64.self) }
        words = (word(0), word(1), word(2), word(3))
    }

    private func write(to buffer: UnsafeMutableRawBufferPointer, at place: Int) {
        withUnsafeBytes(of: words) { raw in
            UnsafeMutableRawBufferPointer(rebasing: buffer[place..<place + Self.length]).copyMemory(from: raw)
        }
    }

    /// Whether all bytes are equal.
    public static func == (left: TreeHash, right: TreeHash) -> Bool {
        left.words == right.words
    }

    /// Feeds the bytes to a hasher.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(words.0)
        hasher.combine(words.1)
        hasher.combine(words.2)
        hasher.combine(words.3)
    }
}

extension TreeHash: CustomStringConvertible {
    /// The bytes in base64, as checkpoints and proofs write them.
    public var description: String { Base64.text(bytes) }
}
