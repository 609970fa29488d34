import Testing

extension PayCases {
    struct Coverage {
        /// The cases that each test runs, as it asks for them.
        private static let tested: [@Sendable () throws -> [Case]] = [
            Bonuses.biweekly, Bonuses.effects, Bonuses.trivial, EightEighty.cases, California.educationCode,
            California.nthDays, California.fourTen, California.laborCode, DaysAndWeeks.daily, DaysAndWeeks.both,
            DaysAndWeeks.daysFirst, Certificated.schedules, Certificated.exempt, Certificated.caps,
            Certificated.conversions, Retroactive.cases, Clocks.nights, Clocks.overtimeNights, Clocks.workdays,
            Clocks.boundaries, Clocks.nineEighty, CompTimes.full, CompTimes.capped, CompTimes.paidOut,
            Differentials.cases, FederalEmployee.cases, Fluctuating.cases, Fluctuating.paths,
            Fluctuating.pseudoBonuses, Fluctuating.books, Guarantees.showUp, Guarantees.callBack, Guarantees.minimums,
            Holidays.leave, Holidays.instead, Holidays.beside, Hourly.cases, Piece.cases, HoursWorked.travel,
            HoursWorked.drives, HoursWorked.split, HoursWorked.permitted, HoursWorked.sporadic, HoursWorked.lunches,
            HoursWorked.deductions, NotCreditable.flatDays, NotCreditable.taskHours, NotCreditable.tasks,
            NotCreditable.taskDays, PremiumCredits.daily, PremiumCredits.outside, PremiumCredits.specialDays,
            PremiumCredits.educationCode, Salaries.fixed, Salaries.reduced, Salaries.upTo40, Salaries.basic,
            TimeRoundings.nearest, TimeRoundings.down, TimeRoundings.sheets, TwoRates.weighted, TwoRates.inEffect,
            TwoRates.split, WorkPeriods.table, WorkPeriods.periods, Workweeks.cases, Workweeks.changes,
        ]

        @Test func `every case runs or has a reason why it does not, and never both`() throws {
            // given
            let all = try PayCases.all().map(\.id)
            let aside = Set(PayCases.notApplicable.keys)
            // when
            let run = try Set(Self.tested.flatMap { try $0().map(\.id) })
            // then
            #expect(Set(all).count == all.count, "an id stands twice")
            #expect(run.isDisjoint(with: aside))
            let covered = run.union(aside)
            #expect(Set(all).subtracting(covered).sorted() == [])
            #expect(covered.subtracting(all).sorted() == [])
            print("pay-cases: \(run.count) tested, \(aside.count) not applicable")
        }
    }
}
