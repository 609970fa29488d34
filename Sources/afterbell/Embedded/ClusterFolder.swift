import Foundation
import Glibc

/// The folder of one embedded cluster.
///
/// Ours: the marker, the lock, the configuration and the server's log. The server's own: `data`. When we are root the
/// server runs as `postgres`, owns `data` alone, and can't change the rest.
struct ClusterFolder: Sendable {
    /// The full path, free of links.
    let path: String
    /// The account that owns `data`.
    let account: ServerAccount

    var marker: String { "\(path)/afterbell-folder" }
    var lock: String { "\(path)/lock" }
    var log: String { "\(path)/server.log" }
    var data: String { "\(path)/data" }
    /// The beginning of the name of a cluster that is being made.
    static let unfinished = "data.new-"

    /// Whether a finished cluster is in the folder.
    var holdsCluster: Bool { FileManager.default.fileExists(atPath: "\(data)/PG_VERSION") }

    /// Opens the folder: makes it if it is missing and marks it if it is empty.
    ///
    /// - Throws: ``PrivateClusterError`` when the folder is another's, holds other files or is out of the server's reach.
    init(_ path: String, account: ServerAccount) throws {
        let parent = URL(filePath: path).deletingLastPathComponent().path
        if !FileManager.default.fileExists(atPath: parent) {
            let mode = account.isSeparate ? 0o755 : 0o700
            try FileManager.default.createDirectory(
                atPath: parent,
                withIntermediateDirectories: true,
                attributes: [.posixPermissions: mode]
            )
        }
        if mkdir(path, 0o700) != 0, errno != EEXIST { throw PrivateClusterError.refused("make", path) }
        var facts = stat()
        guard stat(path, &facts) == 0, facts.st_mode & S_IFMT == S_IFDIR else {
            throw PrivateClusterError.refused(action: "use", path: path, reason: "it is not a folder")
        }
        guard facts.st_uid == geteuid() else { throw PrivateClusterError.folderBelongsToOther(path) }
        guard let resolved = realpath(path, nil) else { throw PrivateClusterError.refused("find", path) }
        defer { free(resolved) }
        self.path = String(cString: resolved)
        self.account = account
        guard try account.canEnter(parent) else {
            throw PrivateClusterError.folderOutOfReach(path, account: account.name)
        }
        try mark()
        // A server that runs as another account only walks through; it lists nothing and reads what is open to all.
        guard chmod(path, account.isSeparate ? 0o711 : 0o700) == 0 else {
            throw PrivateClusterError.refused("open", path)
        }
    }

    private func mark() throws {
        if FileManager.default.fileExists(atPath: marker) { return }
        guard try names().isEmpty else {
            throw PrivateClusterError.folderIsForeign(path)
        }
        let text = "This folder holds the private database of afterbell. `afterbell demo --fresh` empties it.\n"
        try Data(text.utf8).write(to: URL(filePath: marker))
    }

    /// Deletes everything but the marker and the lock. The caller holds the lock, and no server runs.
    func empty() throws {
        let kept = [marker, lock]
        for name in try names() where !kept.contains("\(path)/\(name)") && !name.hasPrefix(Self.unfinished) {
            try FileManager.default.removeItem(atPath: "\(path)/\(name)")
        }
    }

    /// Makes the folder for a new cluster, under a name of its own: a program of a start cut off may still be writing.
    func makeUnfinished() throws -> String {
        let folder = "\(path)/\(Self.unfinished)\(UUID().uuidString.prefix(8))"
        guard mkdir(folder, 0o700) == 0 else { throw PrivateClusterError.refused("make", folder) }
        try account.take(folder)
        return folder
    }

    /// Clears away what starts cut off have left; what is being written this moment goes next time.
    func removeUnfinished() {
        for name in (try? names()) ?? [] where name.hasPrefix(Self.unfinished) {
            try? FileManager.default.removeItem(atPath: "\(path)/\(name)")
        }
    }

    private func names() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: path) }

    /// Refuses data that the programs can't read.
    func checkVersion(_ programs: ServerPrograms) throws {
        guard holdsCluster else { return }
        let version = try String(contentsOfFile: "\(data)/PG_VERSION", encoding: .utf8)
            .trimmingCharacters(in: .whitespacesAndNewlines)
        guard version == "\(programs.major)" else {
            throw PrivateClusterError.versionDiffers(folder: path, data: version, programs: programs.major)
        }
    }
}
