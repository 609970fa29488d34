/// Shares a whole number out in proportion to weights, so that the parts add up to it exactly.
///
/// Each part is the exact one rounded down; what is left goes, one each, to the parts with the largest remainders, the
/// earlier one first where remainders are equal. 100 by [1, 1, 1] is [34, 33, 33]. All weights 0 count as equal.
///
/// - Parameters:
///   - total: what is shared out: cents, seconds; not negative.
///   - weights: none of them negative, not all of them together past 2^126.
/// - Throws: ``ArithmeticOverflow`` for a negative total or weight, for a total without weights, and where a product
///   does not fit.
public func allocate(_ total: Int64, by weights: [Int128]) throws(ArithmeticOverflow) -> [Int64] {
    guard total >= 0, total == 0 || !weights.isEmpty else { throw ArithmeticOverflow() }
    var sum: Int128 = 0
    for weight in weights {
        let (next, overflow) = sum.addingReportingOverflow(weight)
        guard weight >= 0, !overflow else { throw ArithmeticOverflow() }
        sum = next
    }
    guard sum > 0 else {
        return weights.isEmpty ? [] : try allocate(total, by: [Int128](repeating: 1, count: weights.count))
    }
    // Where every product fits 64 bits, as with the minutes and cents of a person, that is much faster.
    if let small = Int64(exactly: sum), !small.multipliedReportingOverflow(by: max(total, 1)).overflow {
        return shares(of: total, by: weights.map { Int64(truncatingIfNeeded: $0) }, sum: small)
    }
    for weight in weights where weight.multipliedReportingOverflow(by: Int128(total)).overflow {
        throw ArithmeticOverflow()
    }
    return shares(of: Int128(total), by: weights, sum: sum).map { Int64(truncatingIfNeeded: $0) }
}

/// The same by smaller weights, which is much faster where every product fits 64 bits.
///
/// - Throws: ``ArithmeticOverflow`` as with wider weights.
public func allocate(_ total: Int64, by weights: [Int64]) throws(ArithmeticOverflow) -> [Int64] {
    var sum: Int64 = 0
    for weight in weights {
        let (next, overflow) = sum.addingReportingOverflow(weight)
        guard weight >= 0, !overflow else { return try allocate(total, by: weights.map { Int128($0) }) }
        sum = next
    }
    guard total >= 0, sum > 0, !sum.multipliedReportingOverflow(by: max(total, 1)).overflow else {
        return try allocate(total, by: weights.map { Int128($0) })
    }
    return shares(of: total, by: weights, sum: sum)
}

/// The shares where no product of the total and a weight overflows.
private func shares<Number: FixedWidthInteger>(of total: Number, by weights: [Number], sum: Number) -> [Number] {
    var parts: [Number] = []
    var remainders: [Number] = []
    parts.reserveCapacity(weights.count)
    remainders.reserveCapacity(weights.count)
    var left = total
    for weight in weights {
        let (part, remainder) = (weight * total).quotientAndRemainder(dividingBy: sum)
        parts.append(part)
        remainders.append(remainder)
        left -= part
    }
    for index in largest(Int(left), of: remainders) { parts[index] += 1 }
    return parts
}

/// The indices of the largest values, so many; of equal ones the earlier.
@inlinable
public func largest<Number: FixedWidthInteger>(_ count: Int, of values: [Number]) -> [Int] {
    guard count > 0 else { return [] }
    guard count < 32 else {
        return Array(
            values.indices.sorted { values[$0] != values[$1] ? values[$0] > values[$1] : $0 < $1 }.prefix(count))
    }
    var (left, found) = (values, [Int]())
    found.reserveCapacity(count)
    for _ in 0..<Swift.min(count, values.count) {
        var best = 0
        for index in left.indices where left[index] > left[best] { best = index }
        found.append(best)
        left[best] = .min
    }
    return found
}
