extension BinaryInteger {
    /// Quotient rounded down and the remainder that is never negative, for a positive divisor:
    /// -1 by 7 is -1 with 6 left, so days and seconds before 1970 count like those after it.
    @inlinable
    public func floored(by divisor: Self) -> (quotient: Self, remainder: Self) {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
    }
}
