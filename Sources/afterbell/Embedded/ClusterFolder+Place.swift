import Foundation
import Glibc

extension ClusterFolder {
    /// Where the cluster goes if nobody chose: `.afterbell` in the current folder, or a folder below
    /// `/var/lib/afterbell` named for the current one when the server's account can't enter it.
    static func usualPath(currentFolder: String, account: ServerAccount) throws -> String {
        if try account.canEnter(currentFolder) { return "\(currentFolder)/.afterbell" }
        let name = URL(filePath: currentFolder).lastPathComponent
        let plain = name.unicodeScalars.map { scalar in
            scalar.isASCII && scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) ? Character(scalar) : "-"
        }
        return "/var/lib/afterbell/\(String(plain.prefix(40)))-\(fingerprint(of: currentFolder))"
    }

    /// The folder of the server's socket. A socket's path ends at 107 bytes, so it stands apart from the data folder,
    /// which may lie deep.
    var socketFolder: String { "/tmp/afterbell-\(Self.fingerprint(of: path))" }

    /// The server's socket.
    var socket: String { "\(socketFolder)/.s.PGSQL.\(ServerConfiguration.port)" }

    /// Makes the socket's folder, open to the server's account alone, and refuses one that somebody else put there.
    func makeSocketFolder() throws {
        if mkdir(socketFolder, 0o700) == 0 {
            try account.take(socketFolder)
        } else if errno != EEXIST {
            throw PrivateClusterError.refused("make", socketFolder)
        }
        var facts = stat()
        guard lstat(socketFolder, &facts) == 0, facts.st_mode & S_IFMT == S_IFDIR, facts.st_mode & 0o077 == 0,
            facts.st_uid == account.userID
        else { throw PrivateClusterError.folderBelongsToOther(socketFolder) }
    }

    /// Removes the socket's folder, and a socket that a killed server left there. No server runs.
    func removeSocketFolder() {
        unlink(socket)
        unlink("\(socket).lock")
        rmdir(socketFolder)
    }

    /// 16 hexadecimal digits that stay the same for the same path (FNV-1a, 64 bits).
    static func fingerprint(of path: String) -> String {
        let hash = path.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
