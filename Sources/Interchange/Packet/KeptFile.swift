public import Evidence
import Foundation

/// A file that somebody kept since before: an earlier packet, a checkpoint, a receipt or the proof of an entry.
public enum KeptFile {
    private static let mostBytes = 4 << 20

    /// Reads one, whichever it is; nil when it is none of them.
    ///
    /// - Throws: ``ZipError`` for a packet that is damaged; an error of the system when it can't be read.
    public static func read(path: String) throws -> KeptEvidence? {
        let file = try FileHandle(forReadingFrom: URL(filePath: path))
        defer { try? file.close() }
        let start = Array(try file.read(upToCount: mostBytes + 1) ?? Data())
        if start.starts(with: Array("PK".utf8)) { return try PacketReader(path: path).kept() }
        return start.count > mostBytes ? nil : KeptEvidence(file: start)
    }
}
