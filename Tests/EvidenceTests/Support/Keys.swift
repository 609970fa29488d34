import Evidence
import SampleLog

/// A key whose seed is one byte, 32 times.
func key(_ name: String, _ kind: KeyKind, _ byte: UInt8) throws -> SigningKey {
    try SampleKey.key(name, kind, byte)
}
