import Crypto
public import Foundation

/// SHA-256 of a file, read piece by piece.
public enum FileDigest {
    /// The digest, 32 bytes.
    ///
    /// - Throws: when the file can't be read.
    public static func sha256(of file: URL) throws -> [UInt8] {
        let handle = try FileHandle(forReadingFrom: file)
        defer { try? handle.close() }
        var hash = SHA256()
        while let piece = try handle.read(upToCount: 1 << 20), !piece.isEmpty { hash.update(data: piece) }
        return Array(hash.finalize())
    }
}
