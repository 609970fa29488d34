/// A sum or difference that no longer fits its unit. Nothing wraps around and nothing is cut off.
public struct ArithmeticOverflow: Error, Hashable {
    /// Makes the error.
    public init() {}
}
