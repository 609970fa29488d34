import Crypto

/// SHA-256 of a file, taken in pieces.
public struct FileDigest: Sendable {
    private var hash = SHA256()

    /// Of nothing yet.
    public init() {}

    /// Of these bytes.
    public init(of bytes: [UInt8]) {
        hash.update(data: bytes)
    }

    /// Takes in the next bytes.
    public mutating func add(_ bytes: UnsafeRawBufferPointer) {
        hash.update(bufferPointer: bytes)
    }

    /// The digest of all bytes so far: 64 hexadecimal digits.
    public var text: String {
        hash.finalize().map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}

/// The digests of a packet's files, as `sha256sum` writes them.
public struct Manifest: Sendable, Hashable {
    /// The digest of each file, by name.
    public private(set) var digests: [String: String] = [:]

    /// A manifest of no files.
    public init() {}

    /// Reads a manifest; nil when a line is not 64 digits, two blanks and a name, or names a file twice.
    public init?(parsing bytes: [UInt8]) {
        guard bytes.isEmpty || bytes.last == .lineFeed, String(validating: bytes, as: UTF8.self) != nil else {
            return nil
        }
        for line in bytes.parts(between: .lineFeed).dropLast() {
            let (digest, name) = (line.utf8.prefix(64), line.utf8.dropFirst(66))
            guard digest.count == 64, digest.allSatisfy(\.isHexadecimal), !name.isEmpty,
                line.utf8.dropFirst(64).prefix(2).elementsEqual("  ".utf8),
                digests.updateValue(String(Substring(digest)), forKey: String(Substring(name))) == nil
            else { return nil }
        }
    }

    /// Adds a file.
    public mutating func add(_ name: String, _ digest: String) {
        digests[name] = digest
    }

    /// The file, by name.
    public var bytes: [UInt8] {
        digests.sorted { $0.key < $1.key }.flatMap { Array("\($0.value)  \($0.key)\n".utf8) }
    }
}

extension UInt8 {
    fileprivate var isHexadecimal: Bool { (48...57).contains(self) || (97...102).contains(self) }
}
