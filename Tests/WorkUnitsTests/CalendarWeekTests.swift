import Testing
import WorkUnits

struct CalendarWeekTests {
    @Test func `the week of a Thursday runs from Monday to Sunday`() throws {
        let week = CalendarWeek(containing: try day("2026-08-20"))
        #expect(week.first.description == "2026-08-17")
        #expect(week.last.description == "2026-08-23")
        #expect(week.days.map(\.weekday) == [1, 2, 3, 4, 5, 6, 7])
        #expect(week.previous.first.description == "2026-08-10")
        #expect(week.next.first.description == "2026-08-24")
    }

    @Test func `a Monday is its own Monday, and a Sunday belongs to the Monday before`() throws {
        #expect(try day("2026-08-17").monday == day("2026-08-17"))
        #expect(try day("2026-08-23").monday == day("2026-08-17"))
    }

    @Test(arguments: Weekday.allCases)
    func `a week may start on any weekday and holds the day it was asked for`(weekday: Weekday) throws {
        for date in try day("1969-12-20")...day("1970-01-10") {
            let week = CalendarWeek(containing: date, startingOn: weekday)
            #expect(week.first.weekday == weekday.rawValue)
            #expect(week.days.contains(date))
            #expect(week.days.count == 7)
        }
    }
}
