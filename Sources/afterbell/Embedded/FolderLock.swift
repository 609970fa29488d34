import Foundation
import Glibc

/// Keeps a folder to one afterbell at a time. Given back when the last reference goes, and by the operating system
/// when the process dies, however it dies.
final class FolderLock: Sendable {
    private let descriptor: Int32

    /// Takes the lock and writes our process id into its file.
    ///
    /// - Throws: ``PrivateClusterError/folderInUse(_:processID:)`` when another process holds it.
    init(_ folder: ClusterFolder) throws(PrivateClusterError) {
        // O_CLOEXEC: the server must not inherit the lock and keep it after us.
        descriptor = open(folder.lock, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw .refused("open", folder.lock) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            let holder = try? String(contentsOfFile: folder.lock, encoding: .utf8)
            close(descriptor)
            throw .folderInUse(
                folder.path,
                processID: holder?.trimmingCharacters(in: .whitespacesAndNewlines) ?? "unknown"
            )
        }
        let text = "\(getpid())\n"
        guard ftruncate(descriptor, 0) == 0, pwrite(descriptor, text, text.utf8.count, 0) == text.utf8.count else {
            close(descriptor)
            throw .refused("write", folder.lock)
        }
    }

    deinit {
        close(descriptor)
    }
}
