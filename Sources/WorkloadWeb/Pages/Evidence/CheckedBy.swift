import WorkUnits

/// Who else has seen how the log stands, and signed that nothing before was changed.
struct CheckedBy: Sendable {
    /// Those who have seen the most of it; never empty.
    let names: [String]
    /// Since when one of them would have seen a change.
    let since: LocalTime
    /// When all of them had signed last.
    let last: LocalTime
    /// How many events they saw then.
    let size: Int
}
