import CArchive

/// Writes a zip, file after file, without holding more than a piece of it in memory.
///
/// The one owner of a libarchive handle. Writing blocks on the disk: call it from a thread that may wait.
struct ZipWriter: ~Copyable {
    private let archive: OpaquePointer
    private let path: String

    /// Begins a zip at a path; what is there is replaced.
    ///
    /// - Throws: ``ZipWritingError``.
    init(path: String) throws(ZipWritingError) {
        guard let archive = archive_write_new() else { throw ZipWritingError(path: path, detail: "out of memory") }
        archive_write_set_format_zip(archive)
        guard archive_write_open_filename(archive, path) == ARCHIVE_OK else {
            let detail = archive_error_string(archive).map { String(cString: $0) } ?? "no detail"
            archive_write_free(archive)
            throw ZipWritingError(path: path, detail: detail)
        }
        self.archive = archive
        self.path = path
    }

    deinit { archive_write_free(archive) }

    /// Begins the next file; what is written from here on is in it.
    func begin(_ name: String) throws(ZipWritingError) {
        let entry = archive_entry_new()
        defer { archive_entry_free(entry) }
        archive_entry_set_pathname(entry, name)
        archive_entry_set_filetype(entry, 0o100000)
        archive_entry_set_perm(entry, 0o644)
        archive_entry_unset_size(entry)
        try check(archive_write_header(archive, entry))
    }

    /// Writes bytes into the file that was begun last.
    func write(_ bytes: [UInt8]) throws(ZipWritingError) {
        let written = bytes.withUnsafeBytes { archive_write_data(archive, $0.baseAddress, $0.count) }
        guard written == bytes.count else { throw failure() }
    }

    /// Writes the list of contents; the zip is whole then.
    consuming func finish() throws(ZipWritingError) {
        try check(archive_write_close(archive))
    }

    private func check(_ code: Int32) throws(ZipWritingError) {
        guard code == ARCHIVE_OK || code == ARCHIVE_WARN else { throw failure() }
    }

    private func failure() -> ZipWritingError {
        ZipWritingError(path: path, detail: archive_error_string(archive).map { String(cString: $0) } ?? "no detail")
    }
}

/// A zip could not be written.
public struct ZipWritingError: Error, Hashable, CustomStringConvertible {
    /// Where.
    public let path: String
    /// What the system says.
    public let detail: String

    /// What is wrong, and what to do.
    public var description: String { "\(path) can't be written: \(detail). Check the folder, and that there is space." }
}
