import Crypto
import Foundation

/// A public key that signatures of notes are checked with: Ed25519 (RFC 8032).
public struct VerifierKey: Sendable, Hashable {
    /// Whose key it is.
    public let name: KeyName
    /// What it signs.
    public let kind: KeyKind
    /// The 32 bytes of the public key.
    public let publicKey: [UInt8]
    /// The start of the hash over name, kind and key, by which a signature names its key.
    public let id: UInt32

    /// A key of 32 bytes; nil for another number, and for the few keys under which anybody can make a signature that
    /// holds. Whether somebody has the private half, only a signature shows.
    public init?(name: KeyName, kind: KeyKind, publicKey: some Collection<UInt8>) {
        guard publicKey.count == 32, !SmallOrder.contains(Array(publicKey)) else { return nil }
        self.name = name
        self.kind = kind
        self.publicKey = Array(publicKey)
        let named = Array(name.text.utf8) + [UInt8(ascii: "\n"), kind.rawValue] + publicKey
        id = UInt32(bigEndian: SHA256.hash(data: named).withUnsafeBytes { $0.loadUnaligned(as: UInt32.self) })
    }

    /// Reads a key in its one-line form, `name+id+key`. Source: C2SP signed-note, verifier keys.
    ///
    /// - Throws: ``NoteFault/badKey`` when it is anything else, or when the id is not that of the key.
    public init(parsing text: String) throws(NoteFault) {
        let parts = text.utf8.parts(between: UInt8(ascii: "+"), atMost: 2)
        guard parts.count == 3, let name = KeyName(parts[0]), let bytes = Base64.bytes(parts[2]),
            let kind = bytes.first.flatMap(KeyKind.init),
            let key = VerifierKey(name: name, kind: kind, publicKey: bytes.dropFirst()), key.idText == parts[1]
        else { throw .badKey }
        self = key
    }

    /// Whether a signature over these bytes is this key's.
    func verifies(_ signature: some Collection<UInt8>, over bytes: [UInt8]) -> Bool {
        (try? Curve25519.Signing.PublicKey(rawRepresentation: publicKey))?
            .isValidSignature(Data(signature), for: bytes) ?? false
    }

    /// The id as keys write it: eight hexadecimal digits.
    public var idText: String {
        let digits = String(id, radix: 16)
        return String(repeating: "0", count: 8 - digits.count) + digits
    }
}

extension VerifierKey: CustomStringConvertible {
    /// The one-line form, to be handed over and kept in a policy.
    public var description: String {
        "\(name.text)+\(idText)+\(Base64.text([kind.rawValue] + publicKey))"
    }
}
