import Crypto
import Foundation

/// A private key that signs notes. It prints as its public half.
public struct SigningKey: Sendable {
    /// The public half.
    public let verifier: VerifierKey
    private let key: Curve25519.Signing.PrivateKey

    /// The key of a seed of 32 secret bytes; nil for another number of bytes.
    public init?(name: KeyName, kind: KeyKind, seed: [UInt8]) {
        guard let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: seed),
            let verifier = VerifierKey(name: name, kind: kind, publicKey: key.publicKey.rawRepresentation)
        else { return nil }
        self.verifier = verifier
        self.key = key
    }

    /// A new key, from the operating system's random numbers.
    public static func random(name: KeyName, kind: KeyKind) throws(NoteFault) -> SigningKey {
        let seed = Array(Curve25519.Signing.PrivateKey().rawRepresentation)
        guard let key = SigningKey(name: name, kind: kind, seed: seed) else { throw .badKey }
        return key
    }

    /// Reads a key in the one-line form in which it is kept, `PRIVATE+KEY+name+id+seed`. Source: golang.org/x/mod,
    /// sumdb/note, NewSigner; for a witness's key the byte before the seed is that of its kind.
    ///
    /// - Throws: ``NoteFault/badKey`` when it is anything else, or when the id is not that of the key.
    public init(secretText text: String) throws(NoteFault) {
        let parts = text.utf8.parts(between: UInt8(ascii: "+"), atMost: 4)
        guard parts.count == 5, parts[0] == "PRIVATE", parts[1] == "KEY", let name = KeyName(parts[2]),
            let bytes = Base64.bytes(parts[4]), let kind = bytes.first.flatMap(KeyKind.init),
            let key = SigningKey(name: name, kind: kind, seed: Array(bytes.dropFirst())),
            key.verifier.idText == parts[3]
        else { throw .badKey }
        self = key
    }

    /// The form in which the key is kept, in one line. Whoever reads it can sign.
    public var secretText: String {
        let seed = [verifier.kind.rawValue] + key.rawRepresentation
        return "PRIVATE+KEY+\(verifier.name.text)+\(verifier.idText)+\(Base64.text(seed))"
    }

    /// Signs a text as a note's author.
    ///
    /// - Throws: ``NoteFault/wrongKind`` for a key of a witness, whose signature says more, and for a text that would
    ///   pass for a cosignature.
    public func sign(_ text: NoteText) throws(NoteFault) -> NoteSignature {
        guard verifier.kind == .note, !text.bytes.starts(with: Cosignature.firstLine) else { throw .wrongKind }
        return NoteSignature(by: verifier, try ed25519(text.bytes))
    }

    /// Signs a checkpoint as a witness that saw no larger one of that log.
    ///
    /// - Parameter seconds: when, in seconds since 1970 in UTC.
    /// - Throws: ``NoteFault/wrongKind`` for a key that is no witness's; ``NoteFault/badTime`` for one before 1970.
    public func cosign(_ checkpoint: Checkpoint, at seconds: Int64) throws(NoteFault) -> NoteSignature {
        guard verifier.kind == .cosignature else { throw .wrongKind }
        guard seconds >= 0 else { throw .badTime }
        let time = withUnsafeBytes(of: seconds.bigEndian) { Array($0) }
        return NoteSignature(by: verifier, time + (try ed25519(Cosignature.message(checkpoint, at: seconds))))
    }

    private func ed25519(_ bytes: [UInt8]) throws(NoteFault) -> [UInt8] {
        guard let signature = try? key.signature(for: bytes) else { throw .badKey }
        return Array(signature)
    }
}

extension SigningKey: CustomStringConvertible, CustomReflectable {
    /// The public half, in one line.
    public var description: String { verifier.description }

    /// Nothing of the private half, in a dump or a failing test.
    public var customMirror: Mirror { Mirror(self, children: ["verifier": verifier]) }
}
