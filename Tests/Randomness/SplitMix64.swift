import Foundation

/// A small generator that gives the same numbers for the same seed on every machine.
///
/// Source: Guy L. Steele, Doug Lea, Christine H. Flood, "Fast Splittable Pseudorandom Number Generators", 2014.
public struct SplitMix64: RandomNumberGenerator, Sendable {
    private var state: UInt64

    /// The generator of a seed.
    public init(seed: UInt64) {
        state = seed
    }

    /// The next number.
    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// The generator of one property test: the seed is `AFTERBELL_SEED` from the environment, else a fixed one, and is printed.
    public static func seeded(for test: String = #function) -> SplitMix64 {
        let seed = ProcessInfo.processInfo.environment["AFTERBELL_SEED"].flatMap(UInt64.init) ?? 20_140_812
        print("\(test): AFTERBELL_SEED=\(seed)")
        return SplitMix64(seed: seed)
    }
}
