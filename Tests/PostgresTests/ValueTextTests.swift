import FoundationEssentials
import Testing

@testable import Postgres

extension PostgresDecodable {
    /// Reads a value as from a column.
    fileprivate static func read(_ text: String) -> Self? {
        Self(postgresText: Array(text.utf8).span)
    }
}

@Suite struct `text that isn't a value of its type is refused` {
    @Test(arguments: ["", "-", "1 ", " 1", "1.0", "32768", "-32769", "x", "0x1"])
    func `integer`(text: String) {
        #expect(Int16.read(text) == nil)
    }

    @Test(arguments: ["", "true", "T", "1", "tt"])
    func `boolean`(text: String) {
        #expect(Bool.read(text) == nil)
    }

    @Test(arguments: [
        "", "7b0b7c6e-1f5c-4f9f-8c57-00000000000", "7b0b7c6e-1f5c-4f9f-8c57-00000000000g",
        "7b0b7c6e11f5c14f9f18c571000000000000",
    ])
    func `uuid`(text: String) {
        #expect(UUID.read(text) == nil)
    }

    @Test(arguments: ["", "2014-8-12", "2014-08-12 ", "2014-13-01", "12/08/2014", "2014-08-12 AD", "99999999999-01-01"])
    func `date`(text: String) {
        #expect(DateValue.read(text) == nil)
    }

    @Test(arguments: [
        "", "2014-08-12", "2014-08-12 16:10:00", "2014-08-12T16:10:00+00", "2014-08-12 16:60:00+00",
        "2014-08-12 16:10:00.1234567+00", "2014-08-12 16:10:00.+00", "2014-08-12 16:10:00+00 UTC",
    ])
    func `moment`(text: String) {
        #expect(Timestamp.read(text) == nil)
    }

    @Test(arguments: ["", "{", "}", "{1", "{1,}", "{,1}", "{{1},{2}}", "{1}2", "{\"1}", "{NULL}", "{x}", "[1:1]{1}"])
    func `array`(text: String) {
        #expect([Int].read(text) == nil)
    }

    @Test(arguments: ["", "[", "[1", "[1,", "[1,2", "1,2", "[1,2)x", "[x,2)", "[\"1,2)", "Empty"])
    func `range`(text: String) {
        #expect(IntRange.read(text) == nil)
    }

    @Test(arguments: [#"\x1"#, #"\x0g"#, #"\9"#, #"\400"#, #"\12"#])
    func `bytes`(text: String) {
        #expect([UInt8].read(text) == nil)
    }

    @Test func `characters`() {
        #expect(String(postgresText: ([0xC3, 0x28] as [UInt8]).span) == nil)
    }
}

@Suite struct `text is read as` {
    @Test(arguments: [
        ("1970-01-01 00:00:00+00", 0), ("1970-01-01 00:00:00.5-00:00:01", 1_500_000),
        ("2014-08-12 16:10:00-07", 1_407_885_000_000_000), ("2014-08-13 04:40:00+05:30", 1_407_885_000_000_000),
        ("0001-12-31 23:59:59.999999+00 BC", -62_135_596_800_000_001),
    ])
    func `a moment`(text: String, microseconds: Int64) {
        #expect(Timestamp.read(text)?.microseconds == microseconds)
    }

    @Test func `a day in each month of a leap year and of another`() {
        for year in [2_000, 2_014] {
            for month in 1...12 {
                let first = CivilDay(year: year, month: month, day: 1)
                let roundTrip = first.map { CivilDay(daysSince1970: $0.daysSince1970) }
                #expect(roundTrip == first)
            }
        }
    }

    @Test(arguments: [
        ("[1,5)", IntRange(lower: 1, upper: 5)), ("(1,5]", IntRange(lower: 2, upper: 6)),
        ("[,5)", IntRange(lower: nil, upper: 5)), ("(,)", IntRange(lower: nil, upper: nil)),
        ("empty", IntRange.empty), ("[3,3)", IntRange.empty),
    ])
    func `a range`(text: String, range: IntRange) {
        #expect(IntRange.read(text) == range)
    }

    @Test func `a value of an enumeration or an identifier by its raw value`() {
        #expect(Side.read("union") == .union)
        #expect(Side.read("nobody") == nil)
        let query: Query = "select \(Side.union)"
        #expect(query.parameters.text(at: 0) == "union")
    }

    private enum Side: String, PostgresEncodable, PostgresDecodable {
        case union
        case district
    }
}
