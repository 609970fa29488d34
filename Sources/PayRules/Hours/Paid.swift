public import WorkUnits

/// What payroll has paid for a day.
public struct Paid: Sendable, Hashable {
    /// The day that it was paid for.
    public let date: CivilDate
    /// Payroll's earning code: "REG", "OT".
    public let code: String
    /// The minutes it names.
    public let minutes: Int
    /// Dollars.
    public let amount: Millionths
    /// Which position, by its index; nil for any.
    public let assignment: Int?

    /// Makes a row of payroll.
    public init(date: CivilDate, code: String, minutes: Int, amount: Millionths, assignment: Int? = nil) {
        self.date = date
        self.code = code
        self.minutes = minutes
        self.amount = amount
        self.assignment = assignment
    }
}
