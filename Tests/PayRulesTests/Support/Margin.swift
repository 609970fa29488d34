import PayRules
import Testing
import WorkUnits

/// What one more hour in the week pays: how a rate shows that a case names without hours.
struct Margin {
    /// Dollars for the hour.
    let perHour: Ratio

    /// - Parameter hours: the hours before it; the hour is worked on the Saturday.
    init(_ hours: CaseHours, _ rules: CaseRules) throws {
        var longer = hours
        longer.work(5, minutes: 60)
        let before = try Week.reading(try hours.read(), try rules.read()).total()
        let after = try Week.reading(try longer.read(), try rules.read()).total()
        perHour = try Ratio(dollars: try after - before)
    }
}
