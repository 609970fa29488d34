import WorkUnits

/// The figures of a workweek before they are rounded.
///
/// An amount is a whole number of `1 / scale` millionths of a dollar times seconds by the hour: 36,000,000 · scale of
/// them are a cent. The scale is 1 but for salaries by the month and the like, so that the common case is whole numbers.
struct ExactWeek: Sendable {
    /// Whether the week's total is the exact amount rounded, not worked out from rounded rates.
    var isExact = true
    /// How many parts the unit is cut into.
    var scale: Int128 = 1
    /// Time worked that the regular rate is by, in seconds: without paid meals and time that a salary pays.
    var seconds: Int64 = 0
    /// Straight pay.
    var straight: Int128 = 0
    /// What the regular rate is made from: straight pay as far as it counts, times 1; by ``seconds``.
    var rateBase: Int128 = 0
    /// Premium at a rate that is no regular rate, in millionths of the unit.
    var premiumAtOwnRate: Int128 = 0
    /// Sum over time at a multiple of the regular rate: (multiple - 1) in millionths times seconds.
    var premiumWeight: Int128 = 0
    /// The same of the tiers whose premium may be credited.
    var creditableWeight: Int128 = 0
    /// Of it, what may be credited.
    var creditableAtOwnRate: Int128 = 0
    /// Straight pay of positions that are exempt from overtime laws: no part of a statute's regular rate.
    var exemptStraight: Int128 = 0
    /// Their premium at a rate that is no regular rate, in millionths of the unit.
    var exemptAtOwnRate: Int128 = 0
    /// Their weight in the premium of the regular rate.
    var exemptWeight: Int128 = 0
    /// Premiums paid as items that may be credited.
    var creditableItems: Int128 = 0

    /// Units in a cent.
    static let perCent: Int128 = 36_000_000

    /// Dollars an hour; zero without time.
    func regularRate() throws(ArithmeticOverflow) -> Ratio {
        guard seconds > 0 else { return .zero }
        return try Ratio(rateBase, over: try product(try product(Int128(seconds), scale), 1_000_000))
    }

    /// Cents of an amount in these units, exactly half going up.
    func cents(_ amount: Int128) throws(ArithmeticOverflow) -> Int64 {
        let unit = try product(Self.perCent, scale)
        return try rounded(amount, over: unit)
    }
}

/// The product, checked.
func product(_ left: Int128, _ right: Int128) throws(ArithmeticOverflow) -> Int128 {
    let (product, overflow) = left.multipliedReportingOverflow(by: right)
    guard !overflow else { throw ArithmeticOverflow() }
    return product
}

/// The sum, checked.
func sum(_ left: Int128, _ right: Int128) throws(ArithmeticOverflow) -> Int128 {
    let (sum, overflow) = left.addingReportingOverflow(right)
    guard !overflow else { throw ArithmeticOverflow() }
    return sum
}

/// The quotient to a whole number, exactly half going up, away from zero; the divisor is positive.
func rounded(_ amount: Int128, over unit: Int128) throws(ArithmeticOverflow) -> Int64 {
    if let small = Int64(exactly: amount), let divisor = Int64(exactly: unit) {
        let (quotient, remainder) = small.magnitude.quotientAndRemainder(dividingBy: divisor.magnitude)
        let up: UInt64 = remainder >= divisor.magnitude - remainder ? 1 : 0
        return small < 0 ? -Int64(quotient + up) : Int64(quotient + up)
    }
    let (quotient, remainder) = amount.magnitude.quotientAndRemainder(dividingBy: unit.magnitude)
    let up: UInt128 = remainder >= unit.magnitude - remainder ? 1 : 0
    guard let cents = Int64(exactly: quotient + up) else { throw ArithmeticOverflow() }
    return amount < 0 ? -cents : cents
}
