import FoundationEssentials
import Testing

@testable import Postgres

/// What we write, the server reads; what it writes, we read; and nothing changes on the way.
@Suite(.timeLimit(.minutes(2))) struct `values travel to the server and back` {
    private func roundTrip<Value: PostgresEncodable & PostgresDecodable & Equatable>(
        _ values: [Value], as type: String
    ) async throws {
        let connection = try await Connection.open(TestServer.options())
        for value in values {
            let result: Value = try await connection.value("select \(value)::\(unsafeSQL: type) as value")
            #expect(result == value)
        }
        let nothing: Value? = try await connection.value("select \(Value?.none)::\(unsafeSQL: type) as value")
        #expect(nothing == nil)
        await connection.close()
    }

    @Test func `integers`() async throws {
        try await roundTrip([Int16.min, -1, 0, .max], as: "int2")
        try await roundTrip([Int32.min, -1, 0, .max], as: "int4")
        try await roundTrip([Int64.min, -1, 0, .max], as: "int8")
        try await roundTrip([Int.min, -1, 0, .max], as: "int8")
    }

    @Test func `booleans`() async throws {
        try await roundTrip([true, false], as: "boolean")
    }

    @Test func `texts of any character`() async throws {
        try await roundTrip(["", "O'Neill", #"back\slash"#, "línea\n2", "{\"a\"}", "🏫", "NULL"], as: "text")
    }

    @Test func `uuids`() async throws {
        try await roundTrip([UUID(), UUID(uuid: (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 255))], as: "uuid")
    }

    @Test func `bytes`() async throws {
        try await roundTrip([[], [0], Array(0...255), [92, 120]] as [[UInt8]], as: "bytea")
    }

    @Test func `numerics, digit for digit`() async throws {
        let values = ["0", "21.350000", "-0.00001", "123456789012345678901234567890.5", "NaN"].map(Numeric.init(text:))
        try await roundTrip(values, as: "numeric")
    }

    @Test func `documents`() async throws {
        let value: JSONText = JSONText(text: #"{"a": [1, "x\"y"], "b": null}"#)
        try await roundTrip([value], as: "jsonb")
        try await roundTrip([value], as: "json")
    }

    @Test func `dates of all eras`() async throws {
        let days: [Int32] = [
            -2_440_588 + 1, -719_529, -719_528, -719_163, -1, 0, 16_294, 19_782, 2_932_897, 200_000_000,
        ]
        try await roundTrip(days.map(DateValue.init(daysSince1970:)) + [.infinity, .negativeInfinity], as: "date")
    }

    @Test func `moments of all eras, to the microsecond`() async throws {
        let moments: [Int64] = [
            0, 1, -1, 1_407_885_000_000_000, 1_407_885_000_123_456, -62_135_596_800_000_001, -62_135_596_800_000_000,
            253_402_300_800_000_000, -210_000_000_000_000_000, 9_000_000_000_000_000_000,
        ]
        let values = moments.map(Timestamp.init(microseconds:)) + [.infinity, .negativeInfinity]
        try await roundTrip(values, as: "timestamptz")
    }

    @Test func `ranges`() async throws {
        let noon = Timestamp(microseconds: 1_407_844_800_000_000)
        let one = Timestamp(microseconds: 1_407_848_400_000_001)
        try await roundTrip(
            [
                TimestampRange(lower: noon, upper: one), TimestampRange(lower: nil, upper: one),
                TimestampRange(lower: noon, upper: nil), TimestampRange(lower: nil, upper: nil), .empty,
            ], as: "tstzrange")
        try await roundTrip(
            [IntRange(lower: -5, upper: 200), IntRange(lower: nil, upper: 0), .empty], as: "int4range")
        let day = DateValue(daysSince1970: 16_294)
        try await roundTrip([DateRange(lower: day, upper: DateValue(daysSince1970: 16_300))], as: "daterange")
    }

    @Test func `arrays, with NULL and any character`() async throws {
        try await roundTrip([[], [1, -2, 3]] as [[Int]], as: "int8[]")
        try await roundTrip([[nil, 1, nil]] as [[Int?]], as: "int4[]")
        try await roundTrip([["", "a,b", #"q"q"#, #"b\b"#, "{}", "NULL", " x "], []], as: "text[]")
        try await roundTrip([[UUID(), UUID()]], as: "uuid[]")
        try await roundTrip([[true, false]], as: "boolean[]")
        try await roundTrip([[[1, 2], [], [255]]] as [[[UInt8]]], as: "bytea[]")
        try await roundTrip([[Timestamp(microseconds: 5), .infinity]], as: "timestamptz[]")
        try await roundTrip([[IntRange(lower: 1, upper: 2), .empty]], as: "int4range[]")
    }
}
