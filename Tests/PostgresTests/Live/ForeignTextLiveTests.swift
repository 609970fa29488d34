import Testing

@testable import Postgres

/// Forms that we don't write ourselves but a server may send.
@Suite(.timeLimit(.minutes(2))) struct `values as the server writes them` {
    private func value<Value: PostgresDecodable>(_ query: Query, setting: String = "") async throws -> Value {
        let connection = try await Connection.open(TestServer.options())
        if !setting.isEmpty { try await connection.execute(unsafeSQL: setting) }
        let value: Value = try await connection.value(query)
        await connection.close()
        return value
    }

    @Test(arguments: ["UTC", "America/Los_Angeles", "Asia/Kolkata", "Africa/Monrovia"])
    func `a moment is the same in any zone of the session`(zone: String) async throws {
        for microseconds in [1_407_885_000_500_000, -2_000_000_000_000_000] as [Int64] {
            let moment: Timestamp = try await value(
                "select \(Timestamp(microseconds: microseconds))::timestamptz as value",
                setting: "set timezone = '\(zone)'")

            #expect(moment.microseconds == microseconds)
        }
    }

    @Test func `a range with other bounds is read as the half-open one of the same values`() async throws {
        let range: TimestampRange = try await value(
            "select tstzrange('2014-08-12 00:00+00', '2014-08-13 00:00+00', '(]') as value")

        #expect(range.lower?.microseconds == 1_407_801_600_000_001)
        #expect(range.upper?.microseconds == 1_407_888_000_000_001)
    }

    @Test func `an array that doesn't start at one is read all the same`() async throws {
        let array: [Int] = try await value("select '[5:7]={1,2,3}'::int[] as value")

        #expect(array == [1, 2, 3])
    }

    @Test func `bytes in the escape form are read`() async throws {
        let bytes: [UInt8] = try await value(
            #"select '\x005c61ff'::bytea as value"#, setting: "set bytea_output = escape")

        #expect(bytes == [0, 0x5C, 0x61, 0xFF])
    }

    @Test func `a database with another date style is asked for the ISO style`() async throws {
        let options = try TestServer.options().with("options", "-c DateStyle=SQL,DMY")
        let connection = try await Connection.open(options)

        let day = try await connection.value("select date '2014-08-12' as value", as: DateValue.self)

        #expect(day.daysSince1970 == 16_294)
        await connection.close()
    }

    @Test func `NULL, a missing column and a wrong type are errors that name the column and no data`() async throws {
        let connection = try await Connection.open(TestServer.options())
        let row = try #require(try await connection.query("select null::int as hours, 'secret' as name").first)

        #expect(throws: PostgresError.decoding(column: "hours", reason: "is NULL, not Int")) {
            try row.decode("hours", as: Int.self)
        }
        #expect(throws: PostgresError.decoding(column: "name", reason: "can't be read as Int")) {
            try row.decode("name", as: Int.self)
        }
        #expect(throws: PostgresError.decoding(column: "site", reason: "the result has no such column")) {
            try row.decode("site", as: Int.self)
        }
        #expect(try row.decode("hours", as: Int?.self) == nil)
        await connection.close()
    }

    @Test func `a result is a collection of rows with a tag and a count`() async throws {
        let connection = try await Connection.open(TestServer.options())

        let result = try await connection.query("select n as value, 'x' as \"Other Name\" from generate_series(1, 3) n")

        #expect(try result.values(as: Int.self) == [1, 2, 3])
        #expect(result.columns == ["value", "Other Name"])
        #expect(result.commandTag == "SELECT 3")
        #expect(result.affectedRows == 3)
        #expect(try result[2].decode("Other Name", as: String.self) == "x")
        await connection.close()
    }
}
