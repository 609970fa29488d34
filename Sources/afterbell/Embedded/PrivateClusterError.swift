/// Why the embedded PostgreSQL can't start. Each description says what to do about it.
enum PrivateClusterError: Error, Equatable, CustomStringConvertible {
    /// PostgreSQL's server programs are in none of the folders.
    case programsMissing(searched: [String])
    /// The programs found are older than ``ServerPrograms/oldestMajor``.
    case programsTooOld(folder: String, major: Int)
    /// The account that PostgreSQL must run as is not on this machine.
    case accountMissing(String)
    /// The folder holds files, and not ours.
    case folderIsForeign(String)
    /// The folder is another person's.
    case folderBelongsToOther(String)
    /// PostgreSQL's account can't reach the folder.
    case folderOutOfReach(String, account: String)
    /// Another afterbell runs on the folder.
    case folderInUse(String, processID: String)
    /// The data were written by another major version.
    case versionDiffers(folder: String, data: String, programs: Int)
    /// A server that an earlier afterbell left running doesn't stop.
    case serverStays(String, processID: Int)
    /// PostgreSQL stopped or refused; what it said last.
    case serverFailed(step: String, said: String, log: String)
    /// The operating system refused.
    case refused(action: String, path: String, reason: String)

    var description: String {
        switch self {
        case .programsMissing(let searched):
            """
            PostgreSQL's server programs are missing (looked in \(searched.joined(separator: ", "))). \
            Install the Debian package postgresql-15, or set AFTERBELL_PG_BIN to the folder that holds initdb and postgres.
            """
        case .programsTooOld(let folder, let major):
            """
            \(folder) holds PostgreSQL \(major); version \(ServerPrograms.oldestMajor) or later is needed. \
            Install the Debian package postgresql-15, or set AFTERBELL_PG_BIN to the folder of a later version.
            """
        case .accountMissing(let name):
            """
            There is no account “\(name)” on this machine, and PostgreSQL refuses to run without one of its own. \
            Install the Debian package postgresql-15, which makes the account, or sign in as a named user.
            """
        case .folderIsForeign(let folder):
            """
            \(folder) holds files that afterbell did not put there, so nothing in it was touched. \
            Choose another folder, or one that is empty.
            """
        case .folderBelongsToOther(let folder):
            "\(folder) belongs to another user. Start afterbell as that user, or choose another folder."
        case .folderOutOfReach(let folder, let account):
            """
            PostgreSQL runs as user “\(account)”, who can't enter the folder that holds \(folder). \
            Choose a folder that this user can reach, for example below /var/lib.
            """
        case .folderInUse(let folder, let processID):
            """
            Another afterbell (process \(processID)) is using \(folder). \
            Stop that one with Ctrl-C, or choose another folder for this one.
            """
        case .versionDiffers(let folder, let data, let programs):
            """
            The data in \(folder) were written by PostgreSQL \(data), and PostgreSQL \(programs) can't read them. \
            Set AFTERBELL_PG_BIN to the programs of version \(data), or start over with --fresh, which deletes the data.
            """
        case .serverStays(let folder, let processID):
            """
            PostgreSQL (process \(processID)) still runs on \(folder) and does not stop, so nothing was changed. \
            End that process, then start again.
            """
        case .serverFailed(let step, let said, let log):
            "\(step) failed. PostgreSQL said:\n\(said)\nAll of it is in \(log)."
        case .refused(let action, let path, let reason):
            "Could not \(action) \(path): \(reason)."
        }
    }
}
