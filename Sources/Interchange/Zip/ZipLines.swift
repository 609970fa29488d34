import Evidence

/// Reads one entry of a zip line by line, and hashes it on the way.
///
/// Reading blocks on the disk: call it from a thread that may wait.
struct ZipLines: ~Copyable {
    /// More bytes in one line than this are refused.
    static let longestLine = 16 << 20

    private var reader: ZipReader
    private var buffer: [UInt8] = []
    private var at = 0
    private var hash = FileDigest()
    private let name: String
    private let isThere: Bool
    /// Whether something stands behind the last line feed, once the end was reached.
    private(set) var isOpenAtEnd = false

    /// Opens an entry by its path in the zip; one that is not there has no lines.
    ///
    /// - Throws: ``ZipError``.
    init(path: String, entry name: String, limits: ZipLimits) throws(ZipError) {
        var reader = try ZipReader(path: path, limits: limits)
        var found = try reader.next()
        while let entry = found, entry.path != name { found = try reader.next() }
        self.reader = reader
        self.name = name
        isThere = found != nil
    }

    /// All bytes of an entry that are left.
    ///
    /// - Throws: ``ZipError``, also for more than so many.
    consuming func bytes(atMost count: Int) throws(ZipError) -> [UInt8] {
        while try readOn() {
            guard buffer.count <= count else { throw .tooLarge(entry: name, limit: Int64(count)) }
        }
        return buffer
    }

    /// The next line without its line feed; nil after the last. What stands behind it is no line.
    ///
    /// - Throws: ``ZipError``, also for a line that is too long.
    mutating func next() throws(ZipError) -> [UInt8]? {
        var searched = at
        while true {
            if let end = buffer[searched...].firstIndex(of: .lineFeed) {
                defer { at = end + 1 }
                return Array(buffer[at..<end])
            }
            searched = buffer.count - at
            guard searched <= Self.longestLine else { throw .tooLarge(entry: name, limit: Int64(Self.longestLine)) }
            guard try readOn() else {
                isOpenAtEnd = !buffer.isEmpty
                return nil
            }
        }
    }

    /// Puts the next bytes behind what is left.
    private mutating func readOn() throws(ZipError) -> Bool {
        buffer.removeSubrange(..<at)
        at = 0
        guard isThere, let piece = try reader.nextPiece() else { return false }
        hash.add(piece)
        buffer.append(contentsOf: piece)
        return true
    }

    /// SHA-256 of all bytes, once the end was reached: 64 digits.
    var digest: String { hash.text }
}
