/// What a witness answered to a request to cosign.
///
/// Source: C2SP tlog-witness, add-checkpoint.
public enum WitnessAnswer: Sendable, Hashable {
    /// It cosigned: its signatures, which hold.
    case cosigned([NoteSignature])
    /// It has seen another size last, this one. Below the size that was sent, prove from there and ask again; above it,
    /// the log is behind what it once signed.
    case otherSize(UInt64)
    /// It refuses, or something else answers in its place: the status, and the first words of the answer.
    case refused(status: Int, String)

    /// More bytes of an answer than this are not read.
    public static let mostBytes = 1 << 16
    /// The media type of a size.
    public static let sizeType = "text/x.tlog.size"

    /// Reads an answer.
    ///
    /// - Parameters:
    ///   - status: the status in HTTP.
    ///   - contentType: the media type, if there is one.
    ///   - body: what was answered.
    ///   - request: what was asked.
    ///   - keys: the keys of that witness. Signatures of others are passed over.
    /// - Throws: ``NoteFault``, when a success does not bring a cosignature of one of the keys over that checkpoint.
    public init(
        status: Int, contentType: String?, body: [UInt8], to request: CosignRequest, by keys: [VerifierKey]
    ) throws(NoteFault) {
        switch status {
        case 200:
            self = .cosigned(try Self.signatures(in: body, over: request.note, by: keys))
        case 409:
            // Version 1.0.0 also answers another root with 409; asking again with the same size would never end.
            let size = contentType == Self.sizeType ? Self.size(in: body) : nil
            self = size.flatMap { $0 == request.head.oldSize ? nil : .otherSize($0) } ?? Self.refusal(status, body)
        default:
            self = Self.refusal(status, body)
        }
    }

    private static func signatures(
        in body: [UInt8], over note: SignedNote, by keys: [VerifierKey]
    ) throws(NoteFault) -> [NoteSignature] {
        guard keys.allSatisfy({ $0.kind == .cosignature }) else { throw .wrongKind }
        let answered = SignedNote(note.text, try SignedNote.signatures(NoteText(body).bytes[...]))
        let signers = try answered.verified(by: keys)
        return answered.signatures.filter { signature in signers.contains { signature.claims($0) } }
    }

    private static func size(in body: [UInt8]) -> UInt64? {
        guard body.last == .lineFeed else { return nil }
        return UInt64(plain: String(decoding: body.dropLast(), as: UTF8.self))
    }

    /// Whoever answers is not to be believed: one line of printable ASCII, cut off.
    private static func refusal(_ status: Int, _ body: [UInt8]) -> WitnessAnswer {
        let line = body.prefix { $0 != .lineFeed }.filter { (0x20..<0x7F).contains($0) }.prefix(200)
        return .refused(status: status, String(decoding: line, as: UTF8.self))
    }
}
