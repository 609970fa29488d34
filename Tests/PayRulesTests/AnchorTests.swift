import PayRules
import Testing
import WorkUnits

/// The anchor of the contract of `afterbell value`.
struct AnchorTests {
    @Test func `292.50 by contract, of which 17.50 is credited, comes to 297.92 (29 CFR 778.311)`() throws {
        // given 46 hours at 5.00, 2 hours of a task at 45.00 flat, and 17.50 extra for outside hours
        let hours = try Week.hours(
            """
            { "zone": "UTC", "employee": { "base_rate": "5.00" }, "entries": [
                { "id": "a", "start": "2026-05-04T00:00", "end": "2026-05-05T22:00" },
                { "id": "task", "start": "2026-05-06T08:00", "end": "2026-05-06T10:00", "rate": "0" } ],
              "pay": [ { "workweek_of": "2026-05-04", "kind": "stipend", "amount": "45.00" },
                       { "workweek_of": "2026-05-04", "kind": "premium", "amount": "17.50",
                         "paid_for": "outside_hours", "multiplier": "1.5" } ] }
            """)
        // when
        let valuation = try PayEngine([RuleSeries(asIfAlways: try Week.rules(tiers: Week.forty))]).value(hours)
        // then
        let week = try #require(valuation.combined.first)
        #expect(week.contract == Cents(29_250))
        #expect(week.additional.first?.premium == Cents(2_292))
        #expect(week.additional.first?.credited == Cents(1_750))
        #expect(week.additional.first?.additional == Cents(542))
        #expect(week.combined == Cents(29_792))
    }
}
