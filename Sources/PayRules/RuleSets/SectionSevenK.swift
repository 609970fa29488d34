/// Hours past which fire protection and law enforcement staff on a work period of 7 to 28 days have overtime.
///
/// It is looked up, not computed: the table's 23 days have 141 hours for law enforcement where its own ratio gives 140.
///
/// Source: 29 CFR 553.230(c); 110 Stat. 4385 (section C553.230) for the same table.
public enum SectionSevenK: String, Sendable, CaseIterable {
    /// Fire protection: 212 hours in 28 days.
    case fire
    /// Law enforcement: 171 hours in 28 days.
    case lawEnforcement = "law_enforcement"

    /// Whole hours for a work period of so many days; nil outside of 7 to 28.
    public func hours(inDays days: Int) -> Int? {
        guard (7...28).contains(days) else { return nil }
        return switch self {
        case .fire: Self.fireHours[days - 7]
        case .lawEnforcement: Self.lawEnforcementHours[days - 7]
        }
    }

    private static let fireHours = [
        53, 61, 68, 76, 83, 91, 98, 106, 114, 121, 129, 136, 144, 151, 159, 167, 174, 182, 189, 197, 204, 212,
    ]
    private static let lawEnforcementHours = [
        43, 49, 55, 61, 67, 73, 79, 86, 92, 98, 104, 110, 116, 122, 128, 134, 141, 147, 153, 159, 165, 171,
    ]
}
