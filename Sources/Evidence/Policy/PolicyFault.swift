/// Why a policy can't be taken, and where.
public struct PolicyFault: Error, Hashable {
    /// The line of the file, from 1; nil when the fault is in no one line.
    public let line: Int?
    /// What is wrong.
    public let reason: Reason

    init(_ reason: Reason, line: Int? = nil) {
        self.reason = reason
        self.line = line
    }

    /// What is wrong with a policy.
    public enum Reason: Error, Hashable {
        /// It is longer than ``Policy/mostBytes``.
        case tooLong
        /// It has a control character other than tab and line feed, as a line ending of Windows has.
        case controlCharacter
        /// The last line does not end with a line feed, so some of it may be missing.
        case noFinalNewline
        /// A line begins with another word than `log`, `witness`, `group` and `quorum`.
        case unknownWord(PolicyWord)
        /// A line has too few or too many words; how it is written.
        case wrongForm(String)
        /// A remark stands behind a definition.
        case remarkBehind
        /// It is not a verifier key in the form `name+id+key`.
        case badKey
        /// The key is not for this: a log's key signs notes, a witness's key cosigns.
        case wrongKind
        /// Another line has the same public key, under whatever name.
        case sameKey(PolicyWord)
        /// Another witness or group has this name, or it is `none`.
        case nameTaken(PolicyWord)
        /// No line before defines this name.
        case unknownName(PolicyWord)
        /// It is in a group already.
        case inGroup(PolicyWord)
        /// A group's number is not `any`, `all` or a plain number from 1 to the number of members.
        case badThreshold(PolicyWord)
        /// There is a quorum already.
        case secondQuorum
        /// No line says which quorum is needed.
        case noQuorum
    }
}

extension PolicyFault: CustomStringConvertible {
    /// Line and reason, in words for whoever wrote the policy.
    public var description: String { (line.map { "line \($0): " } ?? "") + reason.description }
}

extension PolicyFault.Reason: CustomStringConvertible {
    /// The reason, and what to write instead.
    public var description: String {
        switch self {
        case .tooLong: "a policy has \(Policy.mostBytes) bytes at most"
        case .controlCharacter:
            "there is a control character; only tabs are allowed, and lines end in a line feed alone"
        case .noFinalNewline: "the last line does not end with a line feed: is the whole file here?"
        case .unknownWord(let word): "a line begins with log, witness, group or quorum, not “\(word)”"
        case .wrongForm(let form): "write it as: \(form)"
        case .remarkBehind: "a remark stands on a line of its own"
        case .badKey: "the key is no verifier key of Ed25519 in the form name+id+key"
        case .wrongKind: "a log needs a key that signs notes (type 1), a witness one that cosigns (type 4)"
        case .sameKey(let word): "the public key is that of “\(word)” already"
        case .nameTaken(let word): "the name “\(word)” is taken"
        case .unknownName(let word): "“\(word)” is no witness or group of a line before"
        case .inGroup(let word): "“\(word)” is in a group already, and can be in one only"
        case .badThreshold(let word): "“\(word)” of the members can't be needed: any, all, or 1 to their number"
        case .secondQuorum: "there is a quorum already"
        case .noQuorum: "no line says which quorum is needed: quorum NAME, or quorum none"
        }
    }
}
