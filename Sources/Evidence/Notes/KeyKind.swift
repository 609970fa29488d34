/// What a key signs. The byte is the signature type of C2SP signed-note.
public enum KeyKind: UInt8, Sendable, Hashable {
    /// The text of a note: a log's checkpoint, a receipt.
    case note = 0x01
    /// A checkpoint with the time at which a witness saw it (C2SP tlog-cosignature).
    case cosignature = 0x04
}
