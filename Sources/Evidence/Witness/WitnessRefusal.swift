/// Why a witness does not cosign, as it answers.
///
/// Source: C2SP tlog-witness. Where its published versions differ (another root at the size that was seen last: 409 in
/// version 1.0.0, 422 since July 2026), the later one: the log can't mend that by asking again.
public enum WitnessRefusal: Error, Hashable {
    /// The request is not one; 400.
    case malformed(Malformed)
    /// No key is known for a log of this name; 404.
    case unknownLog
    /// No key of this log signed the checkpoint, or one signed something else; 403.
    case notSigned
    /// The earlier tree is said to be larger than the checkpoint's; 400.
    case shrinks
    /// The witness has seen another size last, this one; 409.
    case otherSize(UInt64)
    /// The log does not hold what this witness has seen of it, or that is not shown; 422.
    case inconsistent(Inconsistency)
    /// The checkpoint, of this size, bears a cosignature of this witness, which does not remember it; 500.
    case forgotten(UInt64)
    /// The clock of the witness stands before its last cosignature, which was at this second since 1970; 500.
    case clockBehind(Int64)

    /// Why a request is none.
    public enum Malformed: Error, Hashable {
        /// It is longer than ``CosignRequest/mostBytes``.
        case tooLong
        /// No blank line stands between the proof and the checkpoint.
        case noBlankLine
        /// What comes before the blank line is no text in lines.
        case badHead
        /// The first line is not `old SIZE`.
        case badOldSize
        /// A line below it is no hash in base64; the line, from 1.
        case badHash(line: Int)
        /// There are more hashes than ``SizedProof/mostHashes``.
        case tooManyHashes
        /// What follows is no signed note.
        case badNote(NoteFault)
        /// The note is no checkpoint.
        case noCheckpoint
    }

    /// How a checkpoint fails to follow from what was seen.
    public enum Inconsistency: Sendable, Hashable {
        /// A tree without entries has another root than the empty one.
        case notEmpty
        /// There is a proof although none is possible or needed: from no entries, or from the same tree.
        case needlessProof
        /// At the size that was seen last, the root is another: the log has signed two trees.
        case otherRoot
        /// The proof does not lead from what was seen to the checkpoint.
        case badProof
    }
}

extension WitnessRefusal {
    /// The status of the answer in HTTP.
    public var status: Int {
        switch self {
        case .malformed, .shrinks: 400
        case .notSigned: 403
        case .unknownLog: 404
        case .otherSize: 409
        case .inconsistent: 422
        case .forgotten, .clockBehind: 500
        }
    }

    /// The media type of the answer's body.
    public var contentType: String {
        if case .otherSize = self { WitnessAnswer.sizeType } else { "text/plain; charset=utf-8" }
    }

    /// The answer's body: for another size that size alone, else a sentence; a line feed behind it.
    public var body: String {
        if case .otherSize(let size) = self { "\(size)\n" } else { "\(self)\n" }
    }
}

extension WitnessRefusal: CustomStringConvertible {
    /// The reason in words.
    public var description: String {
        switch self {
        case .malformed(let reason): "This is no request to cosign: \(reason)."
        case .unknownLog: "This witness has no key for a log of that name."
        case .notSigned: "None of the keys that this witness has for the log signed the checkpoint."
        case .shrinks: "The size on the first line is larger than the checkpoint's."
        case .otherSize(let size): "This witness has cosigned \(size) entries of the log: prove consistency from there."
        case .inconsistent(let reason): "The checkpoint does not follow from what was cosigned before: \(reason)."
        case .forgotten(let size): "This witness has cosigned \(size) entries of the log, and does not remember it."
        case .clockBehind: "The clock of this witness stands before its last cosignature."
        }
    }
}

extension WitnessRefusal.Malformed: CustomStringConvertible {
    /// The reason in words.
    public var description: String {
        switch self {
        case .tooLong: "it has more than \(CosignRequest.mostBytes) bytes"
        case .noBlankLine: "no blank line stands before the checkpoint"
        case .badHead: "what comes before the checkpoint is no text in lines"
        case .badOldSize: "the first line is not “old” and a size"
        case .badHash(let line): "line \(line) is no hash of 32 bytes in base64"
        case .tooManyHashes: "there are more than \(SizedProof.mostHashes) hashes"
        case .badNote: "what follows the blank line is no signed note"
        case .noCheckpoint: "the note is no checkpoint"
        }
    }
}

extension WitnessRefusal.Inconsistency: CustomStringConvertible {
    /// The reason in words.
    public var description: String {
        switch self {
        case .notEmpty: "a log without entries has another root"
        case .needlessProof: "from no entries, or to the same size, there is no proof"
        case .otherRoot: "at that size the root was another"
        case .badProof: "the proof does not lead to it"
        }
    }
}
