import WorkUnits

/// A row of the HR supplement whose amounts the tables can hold; others are left blank, each with a finding.
///
/// A rate is above 0 and below 1,000,000 dollars, a full-time equivalent from 0.0001 to 99, a weekday's paid time from
/// 1 minute to 24 hours with an unpaid meal of up to 8 hours.
struct HRAmounts {
    private(set) var row: HRSupplementRow
    private(set) var findings: [RosterFinding] = []

    private let file: String

    /// - Parameter file: what the HR supplement is called.
    init(_ row: HRSupplementRow, file: String) {
        self.row = row
        self.file = file
        if let rate = row.baseRate, !(1..<1_000_000_000_000).contains(rate.count) {
            self.row.baseRate = nil
            leaveOut("base_rate", "the rate is not above 0 and below 1000000")
        }
        if let fte = row.fte, !(100...99_000_000).contains(fte.count) {
            self.row.fte = nil
            leaveOut("fte", "the full-time equivalent is not from 0.0001 to 99")
        }
        for (weekday, hours) in row.usualHours.sorted(by: { $0.key < $1.key }) where !Self.fits(weekday, hours) {
            self.row.usualHours[weekday] = nil
            leaveOut(nil, "the hours of weekday \(weekday) don't fit a day")
        }
    }

    private mutating func leaveOut(_ field: String?, _ what: String) {
        findings.append(
            RosterFinding(
                .valueForm,
                .leftOut,
                file: file,
                line: row.line,
                field: field,
                what: what,
                done: "read as blank"
            )
        )
    }

    private static func fits(_ weekday: Int, _ hours: UsualHours) -> Bool {
        guard (1...7).contains(weekday), (1...1_440).contains(hours.paidMinutes) else { return false }
        if case .between(_, _, let meal) = hours { return (0...480).contains(meal) }
        return true
    }
}
