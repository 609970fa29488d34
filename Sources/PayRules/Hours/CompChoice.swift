/// Overtime that is to be taken as time off.
public struct CompChoice: Sendable, Hashable {
    /// Minutes of comp time that the person has before these hours.
    public let balanceMinutes: Int
    /// The share of new overtime to take as time off, in percent: the person's choice.
    public let percent: Int

    /// A balance, and how much of new overtime goes to it.
    public init(balanceMinutes: Int, percent: Int = 100) {
        self.balanceMinutes = balanceMinutes
        self.percent = percent
    }
}
