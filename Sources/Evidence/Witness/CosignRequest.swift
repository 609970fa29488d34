/// What a log asks of a witness: to cosign a checkpoint, which follows from one that the witness has seen.
///
/// Source: C2SP tlog-witness, the body of `add-checkpoint`.
public struct CosignRequest: Sendable, Hashable {
    /// More bytes than this are refused: room for 63 hashes and for the signatures of tomorrow.
    public static let mostBytes = 1 << 18

    /// The size that the witness is held to have seen, and the proof from there.
    public let head: SizedProof
    /// The checkpoint, signed by its log.
    public let note: SignedNote

    /// A request to be sent.
    public init(_ head: SizedProof, _ note: SignedNote) {
        self.head = head
        self.note = note
    }

    /// Reads a request.
    ///
    /// - Throws: ``WitnessRefusal/malformed(_:)``.
    public init(parsing bytes: [UInt8]) throws(WitnessRefusal) {
        do throws(WitnessRefusal.Malformed) {
            guard bytes.count <= Self.mostBytes else { throw .tooLong }
            guard let blank = bytes.blankLines.first else { throw .noBlankLine }
            head = try SizedProof(parsing: bytes[..<blank])
            note = try Self.note(bytes[(blank + 1)...])
        } catch {
            throw .malformed(error)
        }
    }

    private static func note(_ bytes: ArraySlice<UInt8>) throws(WitnessRefusal.Malformed) -> SignedNote {
        do throws(NoteFault) {
            return try SignedNote(parsing: Array(bytes))
        } catch {
            throw .badNote(error)
        }
    }

    /// The body.
    public var bytes: [UInt8] {
        head.bytes + [.lineFeed] + note.bytes
    }
}
