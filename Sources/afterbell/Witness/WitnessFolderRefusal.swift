/// Why a witness does not work with a folder, and what to do.
enum WitnessFolderRefusal: Error, Equatable, CustomStringConvertible {
    /// The folder, or the mark in it, is not there.
    case notBegun(String)
    /// It was to be begun and is there.
    case begun(String)
    /// It was to be begun and holds something else.
    case notEmpty(String)
    /// It is of another key.
    case otherKey(String)
    /// It is no folder.
    case noFolder(String)
    /// Others can write to it.
    case open(String)
    /// Another process works with it.
    case inUse(String)
    /// A file in it is not what this witness cosigned.
    case damaged(String)

    var description: String {
        switch self {
        case .notBegun(let path):
            """
            \(path) does not hold what this witness cosigned before. If its key has never cosigned anything, add \
            --new-state. If it has, find the folder, or retire the key: a witness that has forgotten may cosign what \
            contradicts its word.
            """
        case .begun(let path):
            "\(path) is in use as the memory of a witness already. Leave out --new-state."
        case .notEmpty(let path):
            "\(path) holds other files. Name an empty folder, or one that is not there yet."
        case .otherKey(let path):
            "\(path) belongs to a witness with another key. Each key needs a folder of its own."
        case .noFolder(let path):
            "\(path) is no folder. Name the folder in which the witness keeps what it cosigned."
        case .open(let path):
            "Others can change what the witness keeps in \(path). Make it yours alone: chown and chmod 700 \(path)"
        case .inUse(let path):
            "Another afterbell works with \(path). Stop that one first; two would not know of each other."
        case .damaged(let path):
            """
            \(path) is not what this witness cosigned: it was cut off or changed. Don't delete it. Bring back the newest \
            copy only if you know that nothing was cosigned since; else retire the key.
            """
        }
    }
}
