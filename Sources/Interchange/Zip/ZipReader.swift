import CArchive

/// Reads the entries of a zip file one after another, in pieces, without unpacking anything to disk or memory.
///
/// The one owner of a libarchive handle. Only entries whose bytes are asked for are decompressed. Reading blocks on the
/// disk: call it from a thread that may wait. Nothing is extracted, so a name such as `../x` is only a name.
public struct ZipReader: ~Copyable {
    private let archive: OpaquePointer
    private let limits: ZipLimits
    private var entryCount = 0
    private var totalBytes: Int64 = 0
    private var current: ZipEntry?
    private var entryBytes: Int64 = 0

    /// Opens a zip file at its central directory.
    ///
    /// - Throws: ``ZipError`` if the file is missing, isn't a zip, or is cut short.
    public init(path: String, limits: ZipLimits = ZipLimits()) throws(ZipError) {
        if let refusal = ZipSignature.refusal(of: path) { throw refusal }
        guard let archive = archive_read_new() else { throw .damaged(entry: nil, detail: "out of memory") }
        archive_read_support_format_zip_seekable(archive)
        guard archive_read_open_filename(archive, path, 65_536) == ARCHIVE_OK else {
            let detail = Self.detail(archive)
            archive_read_free(archive)
            throw .damaged(entry: nil, detail: detail)
        }
        self.archive = archive
        self.limits = limits
    }

    deinit { archive_read_free(archive) }

    /// The next file of the zip, nil after the last; folders and links are passed over.
    public mutating func next() throws(ZipError) -> ZipEntry? {
        while true {
            var header: OpaquePointer?
            let code = archive_read_next_header(archive, &header)
            if code == ARCHIVE_EOF { return nil }
            guard code == ARCHIVE_OK || code == ARCHIVE_WARN, let header else {
                throw entryCount == 0 ? .cutShort : .damaged(entry: current?.name, detail: Self.detail(archive))
            }
            entryCount += 1
            guard entryCount <= limits.entries else { throw .tooManyEntries(limit: limits.entries) }
            // 0o100000 is S_IFREG; the C constant is a cast that Swift doesn't import.
            guard archive_entry_filetype(header) & 0o170000 == 0o100000 else { continue }
            let entry = Self.entry(header)
            current = entry
            entryBytes = 0
            return entry
        }
    }

    /// Hands out the bytes of the entry that ``next()`` returned last, piece by piece.
    ///
    /// - Throws: ``ZipError`` if the entry is encrypted, damaged or larger than the limits; or what `body` throws.
    public mutating func forEachPiece(_ body: (Span<UInt8>) throws -> Void) throws {
        while let piece = try nextPiece() {
            try piece.withMemoryRebound(to: UInt8.self) { try body($0.span) }
        }
    }

    /// The next bytes of the entry that ``next()`` returned last, nil after its end. They stand only until the next call.
    ///
    /// - Throws: ``ZipError`` if the entry is encrypted, damaged or larger than the limits.
    mutating func nextPiece() throws(ZipError) -> UnsafeRawBufferPointer? {
        guard let entry = current else { return nil }
        if entry.isEncrypted { throw .encrypted(entry: entry.name) }
        var start: UnsafeRawPointer?
        var count = 0
        var offset: Int64 = 0
        let code = archive_read_data_block(archive, &start, &count, &offset)
        if code == ARCHIVE_EOF { return nil }
        guard code == ARCHIVE_OK else { throw .damaged(entry: entry.name, detail: Self.detail(archive)) }
        entryBytes += Int64(count)
        totalBytes += Int64(count)
        guard entryBytes <= limits.entryBytes, totalBytes <= limits.totalBytes else {
            throw .tooLarge(entry: entry.name, limit: min(limits.entryBytes, limits.totalBytes))
        }
        return UnsafeRawBufferPointer(start: start, count: count)
    }

    private static func entry(_ header: OpaquePointer) -> ZipEntry {
        let name = archive_entry_pathname_utf8(header) ?? archive_entry_pathname(header)
        return ZipEntry(
            path: name.map { String(cString: $0) } ?? "",
            isEncrypted: archive_entry_is_encrypted(header) != 0
        )
    }

    private static func detail(_ archive: OpaquePointer) -> String {
        archive_error_string(archive).map { String(cString: $0) } ?? "no detail"
    }
}

/// A file inside a zip.
public struct ZipEntry: Sendable, Hashable {
    /// The name with its folders, as it stands in the zip.
    public let path: String
    /// Whether the bytes need a password.
    public let isEncrypted: Bool

    /// The name without its folders.
    public var name: String { path.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init) ?? path }
    /// Whether the entry stands in a folder instead of at the root.
    public var isInFolder: Bool { name != path }
}

/// How much a zip may hold before it is taken for an attack or a mistake.
public struct ZipLimits: Sendable, Hashable {
    /// Entries, folders included.
    public var entries: Int
    /// Decompressed bytes read from one entry.
    public var entryBytes: Int64
    /// Decompressed bytes read from all entries together.
    public var totalBytes: Int64

    /// 1,000 entries, 2 GiB each and 4 GiB in all unless stated otherwise.
    public init(entries: Int = 1_000, entryBytes: Int64 = 2 << 30, totalBytes: Int64 = 4 << 30) {
        self.entries = entries
        self.entryBytes = entryBytes
        self.totalBytes = totalBytes
    }
}
