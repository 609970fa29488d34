public import WorkUnits

extension CivilDate {
    /// A day before all others of a file.
    public static let distantPast = CivilDate(daysSince1970: -800_000)
    /// A day after all others of a file.
    public static let distantFuture = CivilDate(daysSince1970: 800_000)
}
