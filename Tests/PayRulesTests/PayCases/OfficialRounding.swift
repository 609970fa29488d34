import PayRules
import Testing

/// Which of the three policies a source takes whose figures are not exact. The names that the cases have for their
/// rounding don't say whether the half-time rate or the overtime rate is the one rounded; the printed total does.
enum OfficialRounding {
    /// A policy, and why it is this one.
    struct Choice: Sendable {
        let money: RuleSet.MoneyRounding
        let why: String

        init(_ money: RuleSet.MoneyRounding, _ why: String) {
            self.money = money
            self.why = why
        }
    }

    static let table: [String: Choice] = [
        "DE-EX1": Choice(.rateThenMultiply, "8 x 4.61 = 36.88, beside straight time at its own rate"),
        "DE-EX2": Choice(.rateThenMultiply, "7 x 4.39 = 30.73, beside straight time at its own rates"),
        "FLSA-113a-375": Choice(.rateThenMultiply, "only the rate is printed, 9.38"),
        "FLSA-322-35H": Choice(.rateThenMultiply, "the salary stays 200.00; hours past it at 5.71, one more at 8.57"),
        "FS82-W2": Choice(.rateThenMultiply, "5 x 7.78 = 38.90, beside 700.00"),
        "FS56C-B": Choice(.rateThenMultiply, "5 x 8.95 = 44.75, beside 805.00"),
        "FS56C-C": Choice(.rateThenMultiply, "3 x 5.58 = 16.74, beside 480.00"),
        "FS54-RET-40": Choice(.rateThenMultiply, "10 x 0.77 = 7.70: the half of what the rate rises by"),
        "FS54-RET-880": Choice(.rateThenMultiply, "17 x 0.81 = 13.77: the half of what the rate rises by"),
        "FS54-SUPP": Choice(.rateThenMultiply, "5 x 0.44 = 2.20: the half of what the rate rises by"),
        "FS54-ATT-40": Choice(.overtimeRateThenMultiply, "40 x 12.89 + 16 x 19.34 = 825.04, not from 722.00"),
        "FS54-ATT-880": Choice(.overtimeRateThenMultiply, "80 x 12.89 + 32 x 19.34 = 1650.08"),
        "FS54-SHIFT2-880": Choice(.overtimeRateThenMultiply, "64 x 22.91 + 24 x 34.37 = 2291.12"),
        "FLSA-502c-W2": Choice(.overtimeRateThenMultiply, "40 x 6.67 + 5 x 10.01 = 316.85"),
        "FLSA-311-TASK": Choice(.exactOnce, "8 x 5.73 / 2 = 22.92 is exact too; a half-time rate of 2.87 makes 22.96"),
        "OPM-2009-PARTS": Choice(.exactOnce, "rates are rounded before they are rates: 18.26, 1.83, 4.57"),
    ]

    /// The policy of a case as a rule set names it.
    static func path(of test: Case) throws -> String {
        if let choice = table[test.id] { return choice.money.rawValue }
        guard test.roundsOnTheWay, !isOfHours(test) else { return RuleSet.MoneyRounding.exactOnce.rawValue }
        throw Unreadable(at: "\(test.id) rounds on the way, and no policy is chosen for it")
    }

    /// The work periods' table rounds hours, not money.
    static func isOfHours(_ test: Case) -> Bool { test.categoryName == "7k-work-period" }
}

extension PayCases {
    struct Policies {
        @Test func `every case that rounds on the way has one of the three policies, and no other has`() throws {
            // given
            let all = try PayCases.all()
            // when
            let rounding = all.filter { $0.roundsOnTheWay && !OfficialRounding.isOfHours($0) }
            // then
            #expect(Set(rounding.map(\.id)) == Set(OfficialRounding.table.keys))
        }
    }
}
