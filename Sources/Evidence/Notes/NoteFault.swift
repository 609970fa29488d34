/// Why a note, a checkpoint, a proof or a key can't be taken.
public enum NoteFault: Error, Hashable {
    /// It is not valid UTF-8.
    case notUTF8
    /// It is longer than ``NoteText/mostBytes``.
    case tooLong
    /// It has a control character, as a line ending of Windows has.
    case controlCharacter
    /// The text does not end with a line feed.
    case noFinalNewline
    /// There is no blank line with at least one signature below it.
    case noSignature
    /// There are more signatures than ``SignedNote/mostSignatures``.
    case tooManySignatures
    /// A line below the text is not `— name signature`; the line, from 1 at the first signature.
    case badSignatureLine(Int)
    /// A key that is known signed something else than this text.
    case wrongSignature(by: KeyName)
    /// No key that is known signed it.
    case noKnownSignature
    /// It is not a verifier key in the form `name+id+key`, or one for which anybody could sign.
    case badKey
    /// The key is not for this: a log's key signs notes, a witness's key signs checkpoints with the time.
    case wrongKind
    /// The time is before 1970.
    case badTime
    /// The text is not a checkpoint: origin, size, root.
    case badCheckpoint
    /// The checkpoint is signed, and is that of another log.
    case otherLog
    /// The text is not a receipt: origin, leaf, when it was received, by when it is sealed.
    case badReceipt
    /// It is not a proof of a log entry: version, index, hashes, checkpoint.
    case badProof
}

extension NoteFault: CustomStringConvertible {
    /// The reason in a sentence.
    public var description: String {
        switch self {
        case .notUTF8: "It is no text in UTF-8."
        case .tooLong: "It is longer than \(NoteText.mostBytes) bytes."
        case .controlCharacter: "It has a control character, as Windows puts one at the end of each line."
        case .noFinalNewline: "Its text does not end with a line feed: it may be cut off."
        case .noSignature: "There is no blank line with a signature below it."
        case .tooManySignatures: "It has more than \(SignedNote.mostSignatures) signatures."
        case .badSignatureLine(let line):
            "Line \(line) of the signatures is none: each begins with a dash, and has a name and a signature."
        case .wrongSignature(let name):
            "The signature that bears the name \(name.text) is not of that key, or the text was changed."
        case .noKnownSignature: "There is a signature, but no key that is known here signed it."
        case .badKey: "It is no key in the form name+id+key, or one for which anybody could sign."
        case .wrongKind: "The key is not for this: a log's key signs notes, a witness's key cosigns checkpoints."
        case .badTime: "It is dated before 1970."
        case .badCheckpoint: "It is no checkpoint: the name of a log, a size, a root."
        case .otherLog: "It is the checkpoint of another log."
        case .badReceipt: "It is no receipt: the name of a log, an event, when it was received, by when it is sealed."
        case .badProof: "It is no proof of an entry: version, index, hashes, checkpoint."
        }
    }
}
