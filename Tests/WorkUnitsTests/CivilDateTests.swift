import Foundation
import Testing
import WorkUnits

struct CivilDateTests {
    @Test(arguments: [
        ("1970-01-01", 0, 4), ("2000-02-29", 11_016, 2), ("1969-12-31", -1, 3), ("2014-08-12", 16_294, 2),
        ("0001-01-01", -719_162, 1), ("9999-12-31", 2_932_896, 5),
    ])
    func `a day is a count from 1970 and has a weekday`(text: String, count: Int, weekday: Int) throws {
        let date = try day(text)
        #expect(date.daysSince1970 == count)
        #expect(date.weekday == weekday)
        #expect(date.description == text)
    }

    @Test(arguments: ["2026-02-29", "1900-02-29", "2026-04-31", "2026-13-01", "2026-00-10", "2026-01-00", "0000-01-01"])
    func `a day that the calendar does not have is refused`(text: String) {
        #expect(CivilDate(text) == nil)
    }

    @Test(arguments: [
        "", "2026-8-20", "2026-08-20 ", " 2026-08-20", "20260820", "2026-08-20T00:00", "٢٠٢٦-٠٨-٢٠", "+026-08-20",
    ])
    func `a date in another form is refused`(text: String) {
        #expect(CivilDate(text) == nil)
    }

    @Test func `every day from 1899 to 2101 follows the one before`() throws {
        // given a calendar kept by hand
        var (year, month, number, weekday) = (1899, 1, 1, 7)
        var date = try day("1899-01-01")
        while year < 2102 {
            // then the count agrees with it, both ways
            #expect((date.year, date.month, date.day, date.weekday) == (year, month, number, weekday))
            #expect(CivilDate(year: year, month: month, day: number) == date)
            // when a day passes
            date = date.adding(days: 1)
            weekday = weekday == 7 ? 1 : weekday + 1
            number += 1
            if number > Self.length(ofMonth: month, year) { (number, month) = (1, month + 1) }
            if month > 12 { (month, year) = (1, year + 1) }
        }
    }

    @Test func `days make ranges that can be walked`() throws {
        let days = try day("2028-02-27")...day("2028-03-01")
        #expect(days.map(\.description) == ["2028-02-27", "2028-02-28", "2028-02-29", "2028-03-01"])
        #expect(days.count == 4)
    }

    @Test func `a date is written as text, and text that is no date is refused`() throws {
        let written = try JSONEncoder().encode([try day("2026-08-20")])
        #expect(String(decoding: written, as: UTF8.self) == #"["2026-08-20"]"#)
        #expect(try JSONDecoder().decode([CivilDate].self, from: written) == [day("2026-08-20")])
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode([CivilDate].self, from: Data(#"["2026-02-30"]"#.utf8))
        }
    }

    private static func length(ofMonth month: Int, _ year: Int) -> Int {
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
    }
}
