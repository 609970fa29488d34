import Evidence
import SampleLog

/// Keys for policies, which a text names `L1`, `L2`, … and `W1`, `W2`, ….
struct PolicyKeys {
    /// The first two are of one log, which signs with either.
    let logs: [SigningKey]
    let witnesses: [SigningKey]

    init() throws {
        logs = try [
            key("example.org/district", .note, 1), key("example.org/district", .note, 2),
            key("example.org/b", .note, 3),
        ]
        witnesses = try (UInt8(11)...16).map { try key("example.org/w\($0)", .cosignature, $0) }
    }

    /// A text with keys in the place of their short names.
    func filled(_ text: String) -> String {
        let words = ["L": logs, "W": witnesses].flatMap { letter, keys in
            keys.enumerated().map { ("\(letter)\($0.offset + 1)", $0.element.verifier.description) }
        }
        return words.reduce(text) { text, word in
            text.replacing(" \(word.0)", with: " \(word.1)").replacing("\t\(word.0)", with: "\t\(word.1)")
        }
    }

    /// The first log's checkpoint.
    func note(_ log: SampleLog) throws -> SignedNote {
        try log.note(at: 9)
    }

    /// The same, signed by a witness alone.
    func cosignedOnly(_ log: SampleLog) throws -> SignedNote {
        let text = try log.note(at: 9).text
        let line = try witnesses[0].cosign(Checkpoint(text), at: 1).line
        return try SignedNote(parsing: text.bytes + Array("\n\(line)\n".utf8))
    }
}
