import WorkUnits

/// Assigned time less leave: what counts as worked and as paid already, and the spans in which an entry adds nothing.
struct Baseline {
    /// Assigned time that counts as worked, in order.
    private(set) var stretches: [Stretch] = []
    /// Spans in which an entry adds no time, in order; meals inside of them included.
    private(set) var taken: [(start: Int64, end: Int64)] = []
    private(set) var checks: [Check] = []

    /// - Parameter covers: for each position, whether the rule set is for it.
    init(_ hours: Hours, covers: [Bool]) {
        var leaveLeft = hours.leave.map(\.seconds)
        let leaveOfDay = Dictionary(grouping: hours.leave.indices) { hours.leave[$0].date }
        for (index, assigned) in hours.assigned.enumerated() where covers[assigned.assignment] {
            var worked = assigned.workedSeconds
            let before = worked
            for number in leaveOfDay[assigned.date] ?? []
            where hours.leave[number].assignment ?? assigned.assignment == assigned.assignment {
                let off = min(worked, leaveLeft[number])
                worked -= off
                leaveLeft[number] -= off
            }
            let start = assigned.start.secondsSince1970
            if worked > 0 {
                stretches.append(
                    Stretch(
                        start: start, end: start + worked, entry: -1, assigned: Int32(index),
                        assignment: Int32(assigned.assignment)))
            }
            // Time off has no times of its own: it is taken from the end, and there an entry counts.
            let end = worked == before ? assigned.end.secondsSince1970 : start + worked
            if end > start { taken.append((start, end)) }
        }
        checks = Self.clashes(hours, covers)
    }

    /// Entries on a day with time off: shown with both facts, for payroll to decide.
    private static func clashes(_ hours: Hours, _ covers: [Bool]) -> [Check] {
        guard !hours.leave.isEmpty else { return [] }
        let daysOff = Set(hours.leave.map(\.date))
        return hours.entries.enumerated().compactMap { index, entry in
            let date = hours.zone.date(at: entry.start)
            return covers[entry.assignment] && daysOff.contains(date) ? .clashWithLeave(index, date) : nil
        }
    }
}
