import Evidence

/// Why nothing is signed, and what to do.
enum SealRefusal: Error, CustomStringConvertible {
    case noKeyFile(String)
    case otherKey(String)
    case badState(String)
    case unsignedState(String)
    case smallerState(String, size: UInt64, than: UInt64)
    case missingState(String)
    case inUse(String)
    case noState(size: UInt64)
    case guarded(SigningGuard.Refusal)
    case otherNote(size: UInt64)

    var description: String {
        switch self {
        case .noKeyFile(let path):
            "The secret key \(path) is not here. Bring the folder of the host that sealed before, or add a new key: "
                + "afterbell seal rotate"
        case .otherKey(let path): "\(path) holds another key than the log names. Restore the file from your copy of it."
        case .badState(let path):
            "\(path) does not hold a signed checkpoint. Restore it from your copy; without it nothing is signed."
        case .unsignedState(let path):
            "\(path) is a checkpoint that no key of this log signed: somebody else wrote it, or it is another log's. "
                + "Restore it from your copy; until then nothing is signed."
        case .smallerState(let path, let size, let last):
            "\(path) says that \(last) events were signed, and is not replaced by \(size): another afterbell went on "
                + "meanwhile. Try again."
        case .missingState(let path):
            "\(path) is not there, and so it is not known outside of the database what was signed last. Name the folder of "
                + "the host that seals, or bring a copy of it."
        case .inUse(let path):
            "Another afterbell holds \(path): a seal command, or the service that seals. Wait until it is done, or stop it, "
                + "and try again."
        case .noState(let size):
            "This host does not know what was signed last, and the database says: \(size) events. If the log was sealed on "
                + "another host, bring its folder. If a witness can be asked, put its address into policy.txt, and what it "
                + "has cosigned is taken over. If neither is to be had, state it, and it is recorded: "
                + "afterbell seal restored --reason \"…\""
        case .guarded(.smaller(let signed, let found)):
            "The database holds \(found) events, and \(signed) were signed: it was put back to an older state. Nothing is "
                + "sealed or signed. Bring the newer database back; or, if it is lost, state it, and it is recorded: "
                + "afterbell seal restored --reason \"…\""
        case .guarded(.different(let signed)):
            "The first \(signed) events of the database are not those that were signed: somebody changed them, or this is "
                + "another history. Nothing is sealed or signed. Look for the change: afterbell verify --district NAME"
        case .guarded(.otherLog(let origin)):
            "What was signed last in this folder is of the log \(origin). Name the folder of this district's log."
        case .otherNote(let size):
            "The database has no checkpoint of \(size) events like this one. Hand back the file that was handed out."
        }
    }
}
