import Randomness

extension SplitMix64 {
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
