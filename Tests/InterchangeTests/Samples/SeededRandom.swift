import Foundation

/// Random numbers that come out the same for the same seed (SplitMix64).
struct SeededRandom: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }

    /// The seed that `AFTERBELL_SEED` names, else a fixed one; printed so that a failure can be repeated.
    static func seed(for test: String) -> UInt64 {
        let seed = ProcessInfo.processInfo.environment["AFTERBELL_SEED"].flatMap { UInt64($0) } ?? 20_140_812
        print("\(test): AFTERBELL_SEED=\(seed)")
        return seed
    }

    /// Changes, drops, doubles or inserts a few bytes; the signs that CSV lives by come most often.
    mutating func mutated(_ bytes: [UInt8]) -> [UInt8] {
        var bytes = bytes
        let signs = Array("\",\r\n\0\u{FEFF}{}:-/=é ".utf8)
        for _ in 0..<Int.random(in: 1...8, using: &self) where !bytes.isEmpty {
            let at = Int.random(in: 0..<bytes.count, using: &self)
            let sign = signs.randomElement(using: &self) ?? 0
            switch Int.random(in: 0..<6, using: &self) {
            case 0: bytes[at] = UInt8.random(in: 0...255, using: &self)
            case 1: bytes[at] = sign
            case 2: bytes.insert(sign, at: at)
            case 3: bytes.remove(at: at)
            case 4: bytes.removeSubrange(at..<min(bytes.count, at + Int.random(in: 1...64, using: &self)))
            default: bytes.insert(contentsOf: bytes[at..<min(bytes.count, at + 40)], at: at)
            }
        }
        return bytes
    }
}
