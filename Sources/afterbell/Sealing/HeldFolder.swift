import Evidence
import Foundation
import Glibc

/// A ``SealFolder`` that one process holds: what was signed last is looked at and replaced by one at a time.
final class HeldFolder: Sendable {
    let folder: SealFolder
    /// Held as long as this lives.
    private let lock: Descriptor

    fileprivate init(_ folder: SealFolder, _ lock: Descriptor) {
        self.folder = folder
        self.lock = lock
    }

    /// Keeps what was signed, before anybody sees it.
    ///
    /// - Throws: ``SealRefusal/smallerState(_:size:than:)``: what was signed last never shrinks.
    func keep(_ note: SignedNote) throws {
        let size = try Checkpoint(note.text).head.size
        if let bytes = try GuardedFile.read(folder.state, atMost: CosignRequest.mostBytes),
            let last = try? Checkpoint(SignedNote(parsing: bytes).text).head.size, last > size
        {
            throw SealRefusal.smallerState(folder.state, size: size, than: last)
        }
        try DurableFile.replace(folder.state, with: note.bytes)
    }

    /// Sets what was signed last aside, after a stated restore, and what witnesses had cosigned: it stays as files, and is
    /// evidence.
    ///
    /// - Parameter cosigned: of witnesses, by a word for the file's name.
    func setAside(at seconds: Int64, _ cosigned: [String: SignedNote]) throws {
        let name = "\(folder.path)/\(SealFolder.aside)\(seconds)"
        for (witness, note) in cosigned { try DurableFile.replace("\(name)-\(witness).txt", with: note.bytes) }
        guard rename(folder.state, "\(name).txt") == 0 || errno == ENOENT else {
            throw SystemRefusal("rename", folder.state)
        }
        try DurableFile.syncFolder(of: folder.state)
    }
}

extension SealFolder {
    /// Lends the folder to one process, and one task, at a time. Whoever holds it must not ask for it again.
    ///
    /// - Parameter patience: how long another is waited for.
    /// - Throws: ``SealRefusal/inUse(_:)``; what the work throws.
    func held<Result>(
        patience: Duration = .seconds(15), _ body: (HeldFolder) async throws -> Result
    ) async throws -> Result {
        let place = path + "/lock"
        let lock = try Descriptor(place, O_RDWR | O_CREAT)
        let start = ContinuousClock.now
        while flock(lock.number, LOCK_EX | LOCK_NB) != 0 {
            guard errno == EWOULDBLOCK || errno == EINTR else { throw SystemRefusal("lock", place) }
            guard start.duration(to: .now) < patience else { throw SealRefusal.inUse(place) }
            try await Task.sleep(for: .milliseconds(50))
        }
        return try await body(HeldFolder(self, lock))
    }
}
