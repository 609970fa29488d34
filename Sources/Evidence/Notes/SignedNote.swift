/// A text and the signatures below it, in the form of C2SP signed-note.
public struct SignedNote: Sendable, Hashable {
    /// More signatures than this are refused. Source: C2SP signed-note asks for 16 at least and for a limit.
    public static let mostSignatures = 100

    /// What was signed. Not to be believed before ``verified(by:)`` says by whom; for a checkpoint, take
    /// ``checkpoint(of:witnesses:)``.
    public let text: NoteText
    /// The signatures, known or not, in their order.
    public private(set) var signatures: [NoteSignature]

    /// A note by its author.
    ///
    /// - Throws: ``NoteFault/wrongKind`` when the key is not for this text.
    public init(_ text: NoteText, signedBy key: SigningKey) throws(NoteFault) {
        self.text = text
        signatures = [try key.sign(text)]
    }

    /// A text with signatures that were made or read before.
    init(_ text: NoteText, _ signatures: [NoteSignature]) {
        self.text = text
        self.signatures = signatures
    }

    /// Reads a note.
    ///
    /// - Throws: ``NoteFault`` when it is malformed.
    public init(parsing bytes: [UInt8]) throws(NoteFault) {
        let whole = try NoteText(bytes)
        guard let blank = whole.bytes.blankLines.last else { throw .noSignature }
        text = try NoteText(whole.bytes[..<blank])
        signatures = try Self.signatures(whole.bytes[(blank + 1)...])
    }

    /// Reads signatures, a line each, of which the last ends with a line feed too.
    static func signatures(_ bytes: ArraySlice<UInt8>) throws(NoteFault) -> [NoteSignature] {
        guard !bytes.isEmpty else { throw .noSignature }
        let lines = bytes.dropLast()
            .split(separator: .lineFeed, maxSplits: mostSignatures, omittingEmptySubsequences: false)
        guard lines.count <= mostSignatures else { throw .tooManySignatures }
        var signatures: [NoteSignature] = []
        for line in lines {
            guard let signature = NoteSignature(line: line) else {
                throw .badSignatureLine(signatures.count + 1)
            }
            signatures.append(signature)
        }
        return signatures
    }

    /// Those of these keys that signed this text, at least one, in the order of the signatures and each once. Signatures
    /// of other keys are passed over.
    ///
    /// - Throws: ``NoteFault/wrongSignature(by:)`` when one of the keys is named by a signature that is not its own;
    ///   ``NoteFault/noKnownSignature`` when none of them signed.
    public func verified(by keys: [VerifierKey]) throws(NoteFault) -> [VerifierKey] {
        var signers: [VerifierKey] = []
        for signature in signatures {
            guard let key = keys.first(where: signature.claims) else { continue }
            guard holds(signature, of: key) else { throw .wrongSignature(by: key.name) }
            if !signers.contains(key) { signers.append(key) }
        }
        guard !signers.isEmpty else { throw .noKnownSignature }
        return signers
    }

    /// The same text with the signatures of these keys alone, each once.
    ///
    /// - Throws: as ``verified(by:)`` does.
    public func only(by keys: [VerifierKey]) throws(NoteFault) -> SignedNote {
        let signers = try verified(by: keys)
        return SignedNote(text, signers.compactMap { key in signatures.first { $0.claims(key) } })
    }

    /// The checkpoint of a log, and what witnesses say of it.
    ///
    /// - Parameters:
    ///   - log: the key of the log; its name is the checkpoint's origin.
    ///   - witnesses: the keys of those whose word counts.
    /// - Throws: ``NoteFault/noKnownSignature`` when the log did not sign; ``NoteFault/wrongSignature(by:)`` when a
    ///   signature of a known key is not its own; ``NoteFault/otherLog``, ``NoteFault/badCheckpoint``.
    public func checkpoint(
        of log: VerifierKey, witnesses: [VerifierKey] = []
    ) throws(NoteFault) -> WitnessedCheckpoint {
        guard try verified(by: [log] + witnesses).contains(log) else { throw .noKnownSignature }
        let checkpoint = try Checkpoint(text)
        guard checkpoint.origin.utf8.elementsEqual(log.name.text.utf8) else { throw .otherLog }
        let statements = signatures.compactMap { signature in
            witnesses.first(where: signature.claims).flatMap { Cosignature(signature, over: checkpoint, by: $0) }
        }
        return WitnessedCheckpoint(checkpoint, statements)
    }

    /// Adds a signature below the others.
    ///
    /// - Throws: ``NoteFault/tooManySignatures`` when nobody would read the note any more.
    public mutating func add(_ signature: NoteSignature) throws(NoteFault) {
        guard signatures.count < Self.mostSignatures else { throw .tooManySignatures }
        signatures.append(signature)
    }

    /// The whole note, as it is stored and handed on.
    public var bytes: [UInt8] {
        text.bytes + [.lineFeed] + NoteText(lines: signatures.map(\.line)).bytes
    }

    private func holds(_ signature: NoteSignature, of key: VerifierKey) -> Bool {
        switch key.kind {
        case .note: key.verifies(signature.bytes, over: text.bytes)
        case .cosignature: (try? Checkpoint(text)).flatMap { Cosignature(signature, over: $0, by: key) } != nil
        }
    }
}
