/// Why a schema could not be brought up to date. Nothing of the failed file is kept.
public enum MigrationError: Error, CustomStringConvertible {
    /// A file is not named `NNNN_subject_verb.sql`, or its number is used twice.
    case badName(String)
    /// The first line of a file under `sql/api` names no role that may own it.
    case noOwner(String)
    /// An applied file was changed afterwards.
    case changed(file: String)
    /// The database has a migration that this program doesn't know: the program is older than the database.
    case programIsOlder(scope: String, number: Int)
    /// The program has migrations that the database lacks.
    case databaseIsOlder(scope: String)
    /// The functions of a district's schema are those of another version of the program.
    case functionsDiffer(scope: String)
    /// A file was refused.
    case refused(file: String, reason: String)
    /// Row level security hides from the migrating role which districts there are.
    case registryIsHidden(role: String)

    /// What happened and what to do.
    public var description: String {
        switch self {
        case .badName(let file):
            "\(file): name it NNNN_subject_verb.sql, with a number that no other file of its folder has."
        case .noOwner(let file):
            "\(file): its first line names its owner: -- owner: afterbell_owner, afterbell_writer, afterbell_signin or afterbell_sealer."
        case .changed(let file):
            "\(file) was changed after it was applied. Put it back as it was and make the change in a new file."
        case .programIsOlder(let scope, let number):
            "\(scope) already has migration \(number), which this program doesn't know. Run the newer program."
        case .databaseIsOlder(let scope):
            "\(scope) lacks changes that this program needs. Run: afterbell migrate"
        case .functionsDiffer(let scope):
            "\(scope) has the functions of another version of Afterbell. Run: afterbell migrate, with the newer of the two."
        case .refused(let file, let reason):
            "\(file) was refused, and nothing of it is kept: \(reason)"
        case .registryIsHidden(let role):
            "The role \(role) can't read which districts there are. Connect as a superuser, or give it BYPASSRLS."
        }
    }
}
