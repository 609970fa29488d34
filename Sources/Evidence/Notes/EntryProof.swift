/// A proof that whoever holds an entry can keep: its place, the path to the root, and the checkpoint with that root. It
/// needs no network and no database to be checked.
///
/// Source: C2SP tlog-proof, version 1; the file ends in `.tlog-proof`.
public struct EntryProof: Sendable, Hashable {
    private static let version = "c2sp.org/tlog-proof@v1"

    /// What the application adds. Nobody signs it.
    public let extra: [UInt8]?
    /// The place and the path.
    public let inclusion: InclusionProof
    /// The checkpoint with its signatures.
    public let note: SignedNote

    /// The proof of an entry against a checkpoint.
    ///
    /// - Throws: ``NoteFault/badCheckpoint`` when the note is none.
    public init(extra: [UInt8]? = nil, inclusion: InclusionProof, note: SignedNote) throws(NoteFault) {
        _ = try Checkpoint(note.text)
        self.extra = extra
        self.inclusion = inclusion
        self.note = note
    }

    /// Reads a proof.
    ///
    /// - Throws: ``NoteFault/badProof`` for a form that is not of version 1; another ``NoteFault`` for a bad checkpoint.
    public init(parsing bytes: [UInt8]) throws(NoteFault) {
        guard let blank = bytes.blankLines.first else { throw .badProof }
        var lines = try NoteText(bytes[..<blank]).lines[...]
        guard lines.popFirst() == Self.version else { throw .badProof }
        let extra = try Self.extra(&lines)
        guard let line = lines.popFirst(), line.hasPrefix("index "), let index = UInt64(plain: line.dropFirst(6))
        else { throw .badProof }
        try self.init(
            extra: extra, inclusion: InclusionProof(index: index, hashes: try Self.hashes(lines)),
            note: try SignedNote(parsing: Array(bytes[(blank + 1)...])))
    }

    private static func extra(_ lines: inout ArraySlice<String>) throws(NoteFault) -> [UInt8]? {
        guard let line = lines.first, line.hasPrefix("extra ") else { return nil }
        guard let bytes = Base64.bytes(line.dropFirst(6)) else { throw .badProof }
        lines.removeFirst()
        return bytes
    }

    private static func hashes(_ lines: ArraySlice<String>) throws(NoteFault) -> [TreeHash] {
        let hashes = lines.compactMap { Base64.bytes($0).flatMap(TreeHash.init(bytes:)) }
        guard hashes.count == lines.count else { throw .badProof }
        return hashes
    }

    /// The checkpoint that holds the entry with these bytes, and what witnesses say of it; nil when this proof does not
    /// show that entry.
    ///
    /// - Parameters:
    ///   - entry: the bytes of the entry, as they were hashed.
    ///   - log: the key of the log; its name is the checkpoint's origin.
    ///   - witnesses: the keys of those whose word counts. How many must have spoken is for the caller to say.
    /// - Throws: what ``SignedNote/checkpoint(of:witnesses:)`` throws.
    public func checkpoint(
        holding entry: [UInt8], of log: VerifierKey, witnesses: [VerifierKey] = []
    ) throws(NoteFault) -> WitnessedCheckpoint? {
        let signed = try note.checkpoint(of: log, witnesses: witnesses)
        return inclusion.holds(for: .leaf(entry), in: signed.checkpoint.head) ? signed : nil
    }

    /// The file.
    public var bytes: [UInt8] {
        let head = [Self.version] + (extra.map { ["extra \(Base64.text($0))"] } ?? []) + ["index \(inclusion.index)"]
        return NoteText(lines: head + inclusion.hashes.map(\.description)).bytes + [.lineFeed] + note.bytes
    }
}
