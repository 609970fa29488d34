public import Postgres
public import WorkUnits

// Moments and days travel as the database's own types; seconds are what we keep of a moment.

extension Instant: PostgresEncodable, PostgresDecodable {
    /// Reads a `timestamptz`; fractions of a second are dropped.
    public init?(postgresText text: Span<UInt8>) {
        guard let timestamp = Timestamp(postgresText: text) else { return nil }
        let seconds = timestamp.microseconds / 1_000_000
        self.init(secondsSince1970: timestamp.microseconds % 1_000_000 < 0 ? seconds - 1 : seconds)
    }

    /// Appends the moment as a `timestamptz`.
    public func encode(into text: inout [UInt8]) {
        let (microseconds, overflow) = secondsSince1970.multipliedReportingOverflow(by: 1_000_000)
        let timestamp: Timestamp = overflow ? .infinity : Timestamp(microseconds: microseconds)
        timestamp.encode(into: &text)
    }
}

extension CivilDate: PostgresEncodable, PostgresDecodable {
    /// Reads a `date`.
    public init?(postgresText text: Span<UInt8>) {
        guard let date = DateValue(postgresText: text) else { return nil }
        self.init(daysSince1970: Int(date.daysSince1970))
    }

    /// Appends `2026-08-20`.
    public func encode(into text: inout [UInt8]) {
        text.append(contentsOf: description.utf8)
    }
}
