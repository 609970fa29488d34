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
    var parts: [Int64] = []
    var remainders: [Int128] = []
    parts.reserveCapacity(weights.count)
    remainders.reserveCapacity(weights.count)
    var left = total
    for weight in weights {
        let (product, overflow) = weight.multipliedReportingOverflow(by: Int128(total))
        guard !overflow else { throw ArithmeticOverflow() }
        let (part, remainder) = product.quotientAndRemainder(dividingBy: sum)
        parts.append(Int64(part))
        remainders.append(remainder)
        left -= Int64(part)
    }
    for index in largest(Int(left), of: remainders) { parts[index] += 1 }
    return parts
}

/// The indices of the largest values, so many; of equal ones the earlier.
public func largest(_ count: Int, of values: [Int128]) -> [Int] {
    guard count > 0 else { return [] }
    guard count < 32 else {
        return Array(
            values.indices.sorted { values[$0] != values[$1] ? values[$0] > values[$1] : $0 < $1 }.prefix(count))
    }
    var (left, found) = (values, [Int]())
    found.reserveCapacity(count)
    for _ in 0..<min(count, values.count) {
        var best = 0
        for index in left.indices where left[index] > left[best] { best = index }
        found.append(best)
        left[best] = .min
    }
    return found
}
