import WorkUnits

/// Time off that counts toward thresholds: it stands at the start of its day, before the day's work. Pay for time off
/// counts as time off on days for which none is given.
struct LeaveCount {
    private let rows: [(day: Int32, seconds: Int64)]
    private var next = 0

    /// - Parameter covers: for each position, whether the rule set is for it.
    init(_ hours: Hours, _ ruleSet: RuleSet, covers: [Bool]) {
        guard let counted = ruleSet.leaveCounted else {
            rows = []
            return
        }
        let leave = hours.leave.filter { counted.counts($0) && ($0.assignment.map { covers[$0] } ?? true) }
            .map { (Int32($0.date.daysSince1970), $0.seconds) }
        let daysOff = Set(hours.leave.map(\.date))
        let pay = hours.pay.compactMap { item -> (Int32, Int64)? in
            guard
                item.kind == .paidLeave || item.kind == .holidayPay, let date = item.date, item.seconds > 0,
                covers[item.assignment], !daysOff.contains(date),
                counted.kinds?.contains(item.kind.rawValue) ?? true
            else { return nil }
            return (Int32(date.daysSince1970), item.seconds)
        }
        rows = (leave + pay).sorted { $0.0 < $1.0 }
    }

    var isEmpty: Bool { rows.isEmpty }

    /// The next time off on a day up to this one.
    mutating func take(through day: Int32) -> (day: Int32, seconds: Int64)? {
        guard next < rows.count, rows[next].day <= day else { return nil }
        next += 1
        return rows[next - 1]
    }
}
