import Glibc

/// An open file, or a folder, closed when the last reference goes.
final class Descriptor: Sendable {
    let number: Int32
    let path: String

    /// Opens a file, and no link to one. Programs that we start don't get it.
    ///
    /// - Throws: ``SystemRefusal``.
    init(_ path: String, _ flags: Int32, mode: mode_t = 0o600, action: String = "open") throws(SystemRefusal) {
        let follow = flags & O_DIRECTORY == 0 ? O_NOFOLLOW : 0
        number = open(path, flags | follow | O_CLOEXEC, mode)
        self.path = path
        guard number >= 0 else { throw SystemRefusal(action, path) }
    }

    deinit {
        if number >= 0 { close(number) }
    }

    /// What the operating system knows of it.
    func facts() throws(SystemRefusal) -> stat {
        var facts = stat()
        guard fstat(number, &facts) == 0 else { throw SystemRefusal("look at", path) }
        return facts
    }

    /// All bytes, up to one past the limit, so that a huge file is told from a full one.
    func read(atMost limit: Int) throws(SystemRefusal) -> [UInt8] {
        var bytes: [UInt8] = []
        while bytes.count <= limit {
            var part = [UInt8](repeating: 0, count: limit + 1 - bytes.count)
            let count = Glibc.read(number, &part, part.count)
            if count == 0 { break }
            if count > 0 { bytes += part.prefix(count) } else if errno != EINTR { throw SystemRefusal("read", path) }
        }
        return bytes
    }

    func write(_ bytes: [UInt8]) throws(SystemRefusal) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(number, $0.baseAddress, $0.count) }
            if count >= 0 { rest = rest.dropFirst(count) } else if errno != EINTR { throw SystemRefusal("write", path) }
        }
    }

    /// Waits until it is on the disk.
    func sync() throws(SystemRefusal) {
        guard fsync(number) == 0 else { throw SystemRefusal("write", path) }
    }
}
