import Glibc

/// Files on which it depends what is signed: keys, what was signed last, whose word counts. They are read only where nobody else
/// could have put another in their place.
enum GuardedFile {
    /// Reads a file; nil when there is none.
    ///
    /// - Parameters:
    ///   - limit: how many bytes at most; one more tells that there are more.
    ///   - isSecret: whether others may not even read it.
    /// - Throws: ``KeyFileRefusal`` with what to do; ``SystemRefusal`` for all else that stands in the way of reading it, so that nothing
    ///   that is there is taken for missing.
    static func read(_ path: String, atMost limit: Int, isSecret: Bool = false) throws -> [UInt8]? {
        do {
            try checkFolder(DurableFile.folder(of: path))
            // Not blocking: a pipe in its place would be waited for.
            let file = try Descriptor(path, O_RDONLY | O_NONBLOCK)
            let facts = try file.facts()
            guard facts.st_mode & S_IFMT == S_IFREG else { throw KeyFileRefusal.noFile(path) }
            guard facts.st_uid == geteuid() || facts.st_uid == 0 else { throw KeyFileRefusal.otherOwner(path) }
            guard !isSecret || facts.st_mode & 0o077 == 0 else { throw KeyFileRefusal.readable(path) }
            guard facts.st_mode & 0o022 == 0 else { throw KeyFileRefusal.writable(path) }
            return try file.read(atMost: limit)
        } catch let refusal as SystemRefusal where refusal.isMissing {
            return nil
        }
    }

    /// Whoever can write to the folder can put another file in the place of ours.
    ///
    /// - Throws: ``KeyFileRefusal/openFolder(_:)``; ``SystemRefusal``.
    static func checkFolder(_ folder: String) throws {
        var facts = stat()
        guard stat(folder, &facts) == 0 else { throw SystemRefusal("look at", folder) }
        guard facts.st_uid == geteuid() || facts.st_uid == 0, facts.st_mode & 0o022 == 0 else {
            throw KeyFileRefusal.openFolder(folder)
        }
    }
}
