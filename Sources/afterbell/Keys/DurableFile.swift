import Foundation
import Glibc

/// Files that are there, whole, once a call has returned: also after a power cut.
enum DurableFile {
    /// Puts a file in the place of the one that is there, or of none. Whoever reads it meanwhile, or after a stop half-way, finds the
    /// old bytes or the new ones.
    ///
    /// Only one at a time for a path: the new bytes wait beside it, in a file that ends in `.new`.
    ///
    /// - Throws: ``SystemRefusal``; the old file is still there, unless only the folder could not be written out.
    static func replace(_ path: String, with bytes: [UInt8], mode: mode_t = 0o600) throws(SystemRefusal) {
        let new = path + ".new"
        let file = try Descriptor(new, O_WRONLY | O_CREAT | O_TRUNC, mode: mode, action: "write")
        try file.write(bytes)
        try file.sync()
        guard rename(new, path) == 0 else { throw SystemRefusal("write", path) }
        try syncFolder(of: path)
    }

    /// Makes a file that was not there.
    ///
    /// - Throws: ``SystemRefusal``, also when there is one; then nothing was changed.
    static func create(_ path: String, with bytes: [UInt8], mode: mode_t = 0o600) throws(SystemRefusal) {
        let file = try Descriptor(path, O_WRONLY | O_CREAT | O_EXCL, mode: mode, action: "make")
        do throws(SystemRefusal) {
            try file.write(bytes)
            try file.sync()
            try syncFolder(of: path)
        } catch {
            unlink(path)
            throw error
        }
    }

    /// Waits until the names in the folder that holds a path are on the disk.
    static func syncFolder(of path: String) throws(SystemRefusal) {
        try Descriptor(folder(of: path), O_RDONLY | O_DIRECTORY).sync()
    }

    /// Makes a folder for its owner alone; one that is there stays.
    static func makeFolder(_ path: String) throws(SystemRefusal) {
        guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw SystemRefusal("make", path) }
    }

    /// Whether something is at a path.
    static func isThere(_ path: String) -> Bool { access(path, F_OK) == 0 }

    /// Whether nothing is at a path; other reasons for which nothing can be seen there are thrown.
    static func isMissing(_ path: String) throws(SystemRefusal) -> Bool {
        var facts = stat()
        if lstat(path, &facts) == 0 { return false }
        guard errno == ENOENT else { throw SystemRefusal("look at", path) }
        return true
    }

    /// The folder that holds a path.
    static func folder(of path: String) -> String {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count > 1 else { return "." }
        let folder = parts.dropLast().joined(separator: "/")
        return folder.isEmpty ? "/" : folder
    }
}
