/// A type whose ranges have a next value, so that every range of it can be written half-open.
public protocol RangeBound: PostgresEncodable, PostgresDecodable, Hashable, Comparable {
    /// The next larger value, or nil when there is none.
    var next: Self? { get }
}

/// A range of the database: `lower` is inside, `upper` is outside, nil means without bound.
///
/// What arrives as `(a,b]` is read as `[next a, next b)`, which holds the same values.
public struct HalfOpenRange<Bound: RangeBound>: Sendable, Hashable {
    /// The smallest value inside, or nil when unbounded below.
    public let lower: Bound?
    /// The smallest value above the range, or nil when unbounded above.
    public let upper: Bound?
    /// True when no value is inside; both bounds are nil then.
    public let isEmpty: Bool

    /// The range from `lower` up to but not including `upper`. Equal bounds make an empty range; if `upper` is smaller,
    /// the server refuses it (`22000`).
    public init(lower: Bound?, upper: Bound?) {
        isEmpty = lower != nil && lower == upper
        self.lower = isEmpty ? nil : lower
        self.upper = isEmpty ? nil : upper
    }

    /// The range that holds nothing.
    public static var empty: HalfOpenRange {
        HalfOpenRange()
    }

    private init() {
        lower = nil
        upper = nil
        isEmpty = true
    }
}

/// A `tstzrange`.
public typealias TimestampRange = HalfOpenRange<Timestamp>
/// An `int4range` (or `int8range`).
public typealias IntRange = HalfOpenRange<Int>
/// A `daterange`.
public typealias DateRange = HalfOpenRange<DateValue>

extension Int: RangeBound {
    /// One more, or nil for the largest.
    public var next: Int? {
        self == .max ? nil : self + 1
    }
}

extension Timestamp: RangeBound {
    /// One microsecond later, or nil for infinity.
    public var next: Timestamp? {
        microseconds == .max ? nil : Timestamp(microseconds: microseconds + 1)
    }
}

extension DateValue: RangeBound {
    /// The next day, or nil for infinity.
    public var next: DateValue? {
        daysSince1970 == .max ? nil : DateValue(daysSince1970: daysSince1970 + 1)
    }
}
