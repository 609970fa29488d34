/// What a log says of itself: who it is, how many entries it holds and the root over them.
///
/// Source: C2SP tlog-checkpoint.
public struct Checkpoint: Sendable, Hashable {
    /// The name of the log, as its first line has it.
    public let origin: String
    /// The size and the root.
    public let head: TreeHead
    /// The text, byte for byte; further lines, which nobody checks, are kept in it.
    public let text: NoteText

    /// The checkpoint of a log, to be signed.
    public init(of origin: KeyName, head: TreeHead) {
        self.origin = origin.text
        self.head = head
        text = NoteText(lines: [origin.text, String(head.size), head.root.description])
    }

    /// Reads a checkpoint.
    ///
    /// - Throws: ``NoteFault/badCheckpoint`` when a line is empty or missing, the size is not plain digits without a
    ///   leading zero, the root is not 32 bytes, or is another than that of no entries at size 0.
    public init(_ text: NoteText) throws(NoteFault) {
        try self.init(stated: text)
        guard isPossible else { throw .badCheckpoint }
    }

    /// Reads a checkpoint that may state any root at size 0: a witness answers those in its own way.
    init(stated text: NoteText) throws(NoteFault) {
        let lines = text.lines
        guard lines.count >= 3, !lines.contains(""), let size = UInt64(plain: lines[1]),
            let root = Base64.bytes(lines[2]).flatMap(TreeHash.init(bytes:))
        else { throw .badCheckpoint }
        origin = lines[0]
        head = TreeHead(size: size, root: root)
        self.text = text
    }

    /// Whether there can be a tree with this head; there is only one without entries.
    var isPossible: Bool { head.size > 0 || head == .empty }
}

extension UInt64 {
    /// A number of plain digits, without a sign or leading zeros.
    init?(plain text: some StringProtocol) {
        guard let number = UInt64(text), text == String(number) else { return nil }
        self = number
    }
}
