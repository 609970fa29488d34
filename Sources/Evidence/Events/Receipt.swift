/// That a server received an entry, and by when it has to stand in the log. Whoever holds one whose leaf is not there
/// after that can show that it was left out.
///
/// Source: docs/reference/packet.md, Receipts.
public struct Receipt: Sendable, Hashable {
    /// How long after its receipt an entry is sealed, at the latest.
    public static let sealedWithinMilliseconds: Int64 = 60_000
    private static let firstLine = "afterbell receipt v1"

    /// The log that is to hold it.
    public let origin: String
    /// The hash of the leaf.
    public let leaf: TreeHash
    /// When the entry was received, in milliseconds since 1970 in UTC.
    public let receivedMilliseconds: Int64
    /// By when it is sealed.
    public let sealedByMilliseconds: Int64
    /// The text, byte for byte.
    public let text: NoteText

    /// The receipt of an entry, to be signed.
    public init(of leaf: TreeHash, receivedMilliseconds: Int64, in origin: KeyName) {
        self.origin = origin.text
        self.leaf = leaf
        self.receivedMilliseconds = receivedMilliseconds
        sealedByMilliseconds = receivedMilliseconds + Self.sealedWithinMilliseconds
        text = NoteText(lines: [
            Self.firstLine, origin.text, leaf.description, String(receivedMilliseconds), String(sealedByMilliseconds),
        ])
    }

    /// Reads the text of a receipt.
    ///
    /// - Throws: ``NoteFault/badReceipt``.
    public init(_ text: NoteText) throws(NoteFault) {
        let lines = text.lines
        guard lines.count == 5, lines[0] == Self.firstLine, KeyName(lines[1]) != nil,
            let leaf = Base64.bytes(lines[2]).flatMap(TreeHash.init(bytes:)),
            let received = UInt64(plain: lines[3]), let sealedBy = UInt64(plain: lines[4]),
            received < 1 << 53, sealedBy < 1 << 53
        else { throw .badReceipt }
        origin = lines[1]
        self.leaf = leaf
        receivedMilliseconds = Int64(received)
        sealedByMilliseconds = Int64(sealedBy)
        self.text = text
    }

    /// Whether bytes begin as a receipt does.
    public static func isBegun(_ bytes: some Sequence<UInt8>) -> Bool {
        bytes.starts(with: (firstLine + "\n").utf8)
    }

    /// The name of the keys that sign receipts of a log.
    public static func keyName(of origin: KeyName) -> KeyName? { KeyName(origin.text + "/receipt") }
}
