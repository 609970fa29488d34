import PayRules
import Testing
import WorkUnits

/// What agreements have beside thresholds: rates by kind of duty, approval, caps, guarantees, versions, retroactive rates.
struct AgreementTests {
    private static func counselor(_ entries: String, more: String = "") throws -> Hours {
        try Week.hours(
            """
            { "zone": "America/Los_Angeles", "employee": { "base_rate": "55.10", "flsa": "exempt" },
              "entries": [\(entries)]\(more) }
            """)
    }

    @Test func `own rate for one's own duties, the flat rate for others, none inside the professional day`() throws {
        let hours = try Self.counselor(
            """
            { "id": "own", "start": "2026-08-17T16:00", "end": "2026-08-17T18:00", "category": "build_schedules",
              "day": "assigned", "approved_before": true },
            { "id": "flat", "start": "2026-08-18T16:00", "end": "2026-08-18T18:00", "category": "supervise", "day": "assigned" },
            { "id": "none", "start": "2026-08-19T07:00", "end": "2026-08-19T08:00", "category": "preparation", "day": "assigned" }
            """)
        let reading = try Week.reading(hours, try Files.shipped("certificated-extra-duty"))
        #expect(reading.lines.map(\.cents) == [11_020, 9_600, 0])
        #expect(reading.lines.map(\.payClass) == [.straight, .straight, .salaried])
        #expect(reading.checks.filter { $0.code == .notApprovedBefore }.compactMap(\.entry) == [1, 2])
    }

    @Test func `an established day counts for positions of 7 hours and 35 a week, both`() throws {
        let json = """
            { "zone": "UTC", "employee": { "base_rate": "20", "established_day_minutes": 450, "established_week_minutes": WEEK },
              "entries": [ { "id": "a", "start": "2026-05-04T08:00", "end": "2026-05-04T16:00" } ] }
            """
        let rules = try Files.shipped("california-classified")
        let full = try Week.reading(try Week.hours(json.replacing("WEEK", with: "2250")), rules)
        #expect(full.workweeks.map(\.premium) == [Cents(500)])
        let short = try Week.reading(try Week.hours(json.replacing("WEEK", with: "1800")), rules)
        #expect(short.workweeks.map(\.premium) == [.zero])
    }

    @Test func `an hour without a rate of the agreement is shown`() throws {
        let hours = try Week.hours(
            """
            { "zone": "UTC", "employee": { "base_rate": "70", "class": "teacher" },
              "entries": [ { "id": "a", "start": "2022-03-01T15:00", "end": "2022-03-01T17:00" } ] }
            """)
        let reading = try Week.reading(hours, try Files.shipped("nyc-per-session"))
        #expect(reading.checks.map(\.code) == [.noRateInAgreement])
    }

    @Test func `time past a limit is shown and counts all the same (396 h and 6 h of 400)`() throws {
        let hours = try Self.counselor(
            #"{ "id": "a", "start": "2026-08-17T16:00", "end": "2026-08-17T22:00" }"#,
            more: #", "toward_caps": [ { "cap": "per_session_year", "minutes": 23760 } ]"#)
        let reading = try Week.reading(hours, try Files.shipped("nyc-per-session"))
        #expect(reading.workweeks.map(\.seconds) == [6 * 3600])
        let check = try #require(reading.checks.first { $0.code == .overCap })
        #expect(check.says.contains("2 h of it are past"))
    }

    @Test func `a call-back of two hours with three guaranteed pays the third beside, in no rate (29 CFR 778.221)`()
        throws
    {
        let hours = try Week.hours(
            """
            { "zone": "UTC", "employee": { "base_rate": "5" }, "entries": [
              { "id": "c", "start": "2026-05-08T18:00", "end": "2026-05-08T20:00", "guarantee": "call_back" } ] }
            """)
        let rules = try Week.rules(
            tiers: #"{ "period": "window", "multiplier": "1.5", "when": { "guarantee": ["call_back"] } }"#,
            regime: "contract",
            more: #""guarantees": [ { "name": "call_back", "minimum_minutes": 180, "multiplier": "1.5" } ]"#)
        let reading = try Week.reading(hours, rules)
        #expect(try reading.total() == Cents(1_500))
        #expect(reading.beside.map(\.cents) == [Cents(750)])
        #expect(reading.beside.map(\.isCreditable) == [false])
    }

    @Test func `a day is read under the version of its date, whenever that came`() throws {
        func version(_ name: String, _ valid: String, _ multiplier: String) throws -> RuleSet {
            try Week.rules(
                tiers: #"{ "period": "day", "after_minutes": 480, "multiplier": "\#(multiplier)" }"#,
                regime: "contract",
                more: #""valid": { \#(valid) }"#)
        }
        let old = try version("old", #""from": "2026-01-01", "through": "2026-05-05""#, "1.5")
        let new = try version("new", #""from": "2026-05-06""#, "2")
        let series = try RuleSeries([new, old])
        let hours = try Week.hours(minutesByDay: [0, 0, 540, 540], rate: "10")
        let reading = try #require(try PayEngine([series]).value(hours).readings.first)
        #expect(reading.days.map { day in reading.parts(of: day).map(\.multiplier).last } == [1_500_000, 2_000_000])
        #expect(throws: RuleSeries.Refusal.self) { try RuleSeries([old, old]) }
    }

    @Test func `a raise decided later counts from its date, and the premium follows it (29 CFR 778.303)`() throws {
        let json = """
            { "zone": "UTC", "employee": { "base_rate": "20.00",
                "rates": [ { "from": "2026-05-01", "rate": "20.50", "adopted_on": "2026-09-01" } ] },
              "entries": [ { "id": "a", "start": "2026-05-04T00:00", "end": "2026-05-05T21:00" } ] }
            """
        let rules = try Week.rules(tiers: Week.forty)
        let now = try Week.reading(try Week.hours(json), rules)
        let before = try HoursReader.read([UInt8](json.utf8), knownOn: CivilDate("2026-08-31")) {
            (name) throws(UnknownZone) in try SiteZone(name)
        }
        #expect(try now.total() - Week.reading(before, rules).total() == Cents(2_375))
        #expect(now.checks.map(\.code) == [.retroactiveRate])
    }

    @Test func `4 h of overtime at 236 of 240 hours of comp time are 4 h off and 1 h 20 min in money`() throws {
        let hours = try Week.hours(
            """
            { "zone": "UTC", "employee": { "base_rate": "20" }, "comp_time": { "balance_minutes": 14160 },
              "entries": [ { "id": "a", "start": "2026-05-04T00:00", "end": "2026-05-05T20:00" } ] }
            """)
        let accrual = try #require(try Week.reading(hours, try Files.shipped("flsa")).compTime.first)
        #expect(accrual.earned == Ratio(whole: 4 * 3600))
        #expect(accrual.overtimePaid == Ratio(whole: 4800))
        #expect(accrual.balance == Ratio(whole: 240 * 3600))
    }

    @Test(arguments: [
        ("pay_and_straight", 1.0, 0), ("pay_and_premium", 1.5, 0), ("premium_instead", 1.5, 1),
        ("double_instead", 2.0, 1),
    ])
    func `each holiday model pays its multiple and says where holiday pay stands twice`(
        model: String, multiple: Double, checks: Int
    ) throws {
        let hours = try Week.hours(
            """
            { "zone": "UTC", "employee": { "base_rate": "30" }, "entries": [
              { "id": "h", "start": "2026-05-25T08:00", "end": "2026-05-25T16:00", "day": "holiday" } ],
              "pay": [ { "workweek_of": "2026-05-25", "kind": "holiday_pay", "amount": "240", "date": "2026-05-25", "minutes": 480 } ] }
            """)
        let rules = try Week.rules(tiers: "", regime: "contract", more: #""holiday": { "model": "\#(model)" }"#)
        let reading = try Week.reading(hours, rules)
        #expect(try reading.total().count == Int64(240 * 100 * multiple))
        #expect(reading.beside.map(\.cents) == [Cents(24_000)])
        #expect(reading.checks.count { $0.code == .holidayPayTwice } == checks)
    }
}
