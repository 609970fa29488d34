import Foundation
import Glibc

/// The account of this machine that the PostgreSQL server runs as: our own, or `postgres` when we are root, because
/// PostgreSQL refuses to run as root.
struct ServerAccount: Sendable {
    /// The account's name.
    let name: String
    /// The account's user id.
    let userID: uid_t
    /// The account's main group.
    let groupID: gid_t
    /// The name of our own account.
    let ownName: String

    /// Whether the server runs as somebody else than us.
    var isSeparate: Bool { userID != geteuid() }

    /// The account for this process.
    init() throws(PrivateClusterError) {
        guard let own = getpwuid(geteuid()) else { throw .accountMissing("number \(geteuid())") }
        ownName = String(cString: own.pointee.pw_name)
        guard let entry = geteuid() == 0 ? getpwnam("postgres") : own else { throw .accountMissing("postgres") }
        name = String(cString: entry.pointee.pw_name)
        userID = entry.pointee.pw_uid
        groupID = entry.pointee.pw_gid
    }

    /// The command that runs a program as this account.
    ///
    /// `setpriv` replaces itself by the program, so the process id and the signals are the program's own; `runuser`
    /// would stay between.
    func command(_ program: String, _ arguments: [String]) -> [String] {
        guard isSeparate else { return [program] + arguments }
        let change = ["/usr/bin/setpriv", "--reuid=\(userID)", "--regid=\(groupID)", "--init-groups", "--"]
        return change + [program] + arguments
    }

    /// Whether the account may enter a folder and all folders above it.
    func canEnter(_ folder: String) throws -> Bool {
        try Program.run(command("/usr/bin/test", ["-x", folder])) == 0
    }

    /// Gives a file or folder that we made to the account. Follows no link.
    func take(_ path: String) throws(PrivateClusterError) {
        guard isSeparate else { return }
        guard lchown(path, userID, groupID) == 0 else { throw .refused("give to \(name)", path) }
    }
}

extension PrivateClusterError {
    /// The refusal that `errno` holds now.
    static func refused(_ action: String, _ path: String) -> PrivateClusterError {
        .refused(action: action, path: path, reason: String(cString: strerror(errno)))
    }
}
