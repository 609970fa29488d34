import CArchive

/// Writes zips for tests through libarchive.
final class ZipBuilder {
    struct Failure: Error { let detail: String }

    private let archive: OpaquePointer

    init(path: String, password: String? = nil) throws {
        guard let archive = archive_write_new() else { throw Failure(detail: "no memory") }
        self.archive = archive
        archive_write_set_format_zip(archive)
        if let password {
            archive_write_set_options(archive, "zip:encryption=traditional")
            archive_write_set_passphrase(archive, password)
        }
        try check(archive_write_open_filename(archive, path))
    }

    deinit { archive_write_free(archive) }

    func add(_ name: String, _ text: String) throws { try add(name, pieces: CollectionOfOne(Array(text.utf8))) }

    /// An entry whose bytes are made while they are written.
    func add(_ name: String, pieces: some Sequence<[UInt8]>) throws {
        let entry = archive_entry_new()
        defer { archive_entry_free(entry) }
        archive_entry_set_pathname(entry, name)
        archive_entry_set_filetype(entry, 0o100000)
        archive_entry_set_perm(entry, 0o644)
        try check(archive_write_header(archive, entry))
        for piece in pieces {
            guard archive_write_data(archive, piece, piece.count) == piece.count else {
                throw Failure(detail: String(cString: archive_error_string(archive)))
            }
        }
        try check(archive_write_finish_entry(archive))
    }

    func close() throws { try check(archive_write_close(archive)) }

    private func check(_ code: Int32) throws {
        guard code == ARCHIVE_OK else { throw Failure(detail: String(cString: archive_error_string(archive))) }
    }
}
