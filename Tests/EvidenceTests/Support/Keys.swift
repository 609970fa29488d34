import Evidence
import Testing

/// A key whose seed is one byte, 32 times.
func key(_ name: String, _ kind: KeyKind, _ byte: UInt8) throws -> SigningKey {
    let name = try #require(KeyName(name))
    return try #require(SigningKey(name: name, kind: kind, seed: [UInt8](repeating: byte, count: 32)))
}
