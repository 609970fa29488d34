import Testing
import WorkUnits

struct WallTimeTests {
    @Test(arguments: [
        "16:10", "16.10", "1610", "16h10", "16:10 h", "16:10:00", " 16:10 ", "16 10", "4:10 pm", "4:10PM", "4.10 p.m.",
        "4:10 p. m.", "410pm", "4:10p", "04:10 pm", "4:10\u{202F}PM", "4 h 10 pm",
    ])
    func `ten past four in the afternoon, as people type it`(text: String) throws {
        #expect(try WallTime(typed: text).description == "16:10")
    }

    @Test(arguments: [
        ("4:10", "04:10"), ("410", "04:10"), ("4", "04:00"), ("16", "16:00"), ("16h", "16:00"), ("4 am", "04:00"),
        ("0:00", "00:00"), ("0000", "00:00"), ("12am", "00:00"), ("12:01 a.m.", "00:01"), ("12pm", "12:00"),
        ("12:59 PM", "12:59"), ("12", "12:00"), ("23:59", "23:59"), ("11:59pm", "23:59"),
    ])
    func `noon, midnight and whole hours`(text: String, meant: String) throws {
        #expect(try WallTime(typed: text).description == meant)
    }

    @Test(arguments: [
        ("", WallTimeRefusal.empty), (" \n", .empty), ("soon", .unreadable), ("-4:10", .unreadable),
        ("16:1", .unreadable), ("16:", .unreadable), (":10", .unreadable), ("16::10", .unreadable), ("h", .unreadable),
        ("12345", .unreadable), ("004:10", .unreadable), ("4:10 xm", .unreadable), ("16,10", .unreadable),
        ("１６:１０", .unreadable), ("1️⃣6:10", .unreadable), ("16:10:0", .unreadable), ("1:2:3:4", .unreadable),
        ("24:00", .hourOutOfRange), ("99", .hourOutOfRange), ("2500", .hourOutOfRange),
        ("16:10 pm", .hourNotOnTwelveHourClock), ("0:10 am", .hourNotOnTwelveHourClock),
        ("13 am", .hourNotOnTwelveHourClock), ("16:60", .minuteOutOfRange), ("475", .minuteOutOfRange),
        ("16:10:30", .finerThanAMinute),
    ])
    func `what cannot be read is refused with its reason`(text: String, refusal: WallTimeRefusal) {
        #expect(throws: refusal) { try WallTime(typed: text) }
    }

    @Test func `the parts of a time are held to their bounds`() {
        #expect(WallTime(hour: 24, minute: 0) == nil)
        #expect(WallTime(hour: 0, minute: 60) == nil)
        #expect(WallTime(hour: -1, minute: 0) == nil)
        #expect(WallTime(minutesSinceMidnight: 1440) == nil)
        #expect(WallTime(minutesSinceMidnight: 970)?.description == "16:10")
    }

    @Test func `times are in the order of the day`() throws {
        #expect(try time("09:59") < time("16:10"))
        #expect(try WallTime.midnight < time("00:01"))
    }
}
