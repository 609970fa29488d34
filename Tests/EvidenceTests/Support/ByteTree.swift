import Crypto
import Evidence

/// Trees whose leaf number i is the single byte i, and the digests of all that can be said of them.
struct ByteTree {
    var tree = MerkleTree()
    private(set) var heads: [TreeHead] = [.empty]

    init(size: UInt64) {
        for index in 0..<size {
            tree.append(.leaf([UInt8(index)]))
            heads.append(tree.head)
        }
    }
}

/// The hash over lines, taken one by one.
struct LineDigest {
    private var hash = SHA256()

    mutating func add(_ start: String, _ hashes: [TreeHash]) {
        hash.update(data: Array((([start] + hashes.map(\.hexadecimal)).joined(separator: " ") + "\n").utf8))
    }

    var hexadecimal: String { hash.finalize().map(\.twoDigits).joined() }
}

extension TreeHash {
    var hexadecimal: String { bytes.map(\.twoDigits).joined() }
}

extension UInt8 {
    fileprivate var twoDigits: String { (self < 16 ? "0" : "") + String(self, radix: 16) }
}

/// The bytes of pairs of hexadecimal digits.
func bytes(hexadecimal text: String) -> [UInt8] {
    var rest = Substring(text)
    var bytes: [UInt8] = []
    while let byte = UInt8(rest.prefix(2), radix: 16) {
        bytes.append(byte)
        rest = rest.dropFirst(2)
    }
    return bytes
}
