public import WorkUnits

/// Two readings of the same hours, line by line where they differ, with the rule that makes each difference.
///
/// The differences add up to the difference of the totals. A reading beside itself has none.
public struct Comparison: Sendable {
    /// What differs for one entry, stretch of assigned time or pay item in one workweek.
    public struct Difference: Sendable, Hashable {
        /// The first day of the workweek.
        public let starts: CivilDate
        /// Where the time or pay comes from.
        public let source: PayLine.Source
        /// The index of the entry, the assigned time or the pay item.
        public let index: Int32
        /// The class under the first reading with the highest multiple; nil where it pays nothing.
        public let classA: PayClass?
        /// The class under the second reading.
        public let classB: PayClass?
        /// The amount under the first reading.
        public let a: Cents
        /// The amount under the second reading.
        public let b: Cents
        /// The second less the first.
        public let difference: Cents
        /// The rule that makes it: "california-classified tiers[0] (45128)".
        public let rule: String
        /// Why, in words and numbers.
        public let because: String
    }

    /// The first reading.
    public let a: Reading
    /// The second reading.
    public let b: Reading
    /// What differs, in order of time, then of id.
    public let differences: [Difference]
    /// The second total less the first.
    public let difference: Cents

    /// Lines up two readings of the same hours.
    ///
    /// - Throws: ``ArithmeticOverflow`` when a sum does not fit.
    public init(_ a: Reading, _ b: Reading, of hours: Hours) throws(ArithmeticOverflow) {
        self.a = a
        self.b = b
        difference = try b.total() - a.total()
        let differing = Differing(a, b, hours)
        differences = try differing.differences()
    }
}

/// Finds what differs between two readings.
struct Differing {
    private let a: Reading
    private let b: Reading
    private let hours: Hours

    init(_ a: Reading, _ b: Reading, _ hours: Hours) {
        self.a = a
        self.b = b
        self.hours = hours
    }

    /// What a line is about: a source in a workweek.
    private struct Key: Hashable {
        let starts: CivilDate
        let source: PayLine.Source
        let index: Int32
    }

    func differences() throws(ArithmeticOverflow) -> [Comparison.Difference] {
        let (inA, inB) = (Self.lines(of: a), Self.lines(of: b))
        let keys = Set(inA.keys).union(inB.keys).sorted { start($0, inA, inB) < start($1, inA, inB) }
        var found: [Comparison.Difference] = []
        for key in keys {
            if let difference = try difference(key, inA[key] ?? [], inB[key] ?? []) { found.append(difference) }
        }
        return found
    }

    private static func lines(of reading: Reading) -> [Key: [PayLine]] {
        var lines: [Key: [PayLine]] = [:]
        for week in reading.workweeks {
            for line in reading.lines[week.lines] {
                lines[Key(starts: week.starts, source: line.source, index: line.index), default: []].append(line)
            }
        }
        return lines
    }

    private func start(
        _ key: Key, _ inA: [Key: [PayLine]], _ inB: [Key: [PayLine]]
    ) -> (Int, Int, Int64, String, Int32) {
        let line = inA[key]?.first ?? inB[key]?.first
        let id = key.source == .entry ? hours.entries[Int(key.index)].id : ""
        return (key.starts.daysSince1970, key.source == .pay ? 1 : 0, line?.start ?? 0, id, key.index)
    }

    private func difference(
        _ key: Key, _ linesA: [PayLine], _ linesB: [PayLine]
    ) throws(ArithmeticOverflow) -> Comparison.Difference? {
        let (centsA, centsB) = (Self.cents(linesA), Self.cents(linesB))
        guard centsA != centsB || Self.parts(linesA) != Self.parts(linesB) else { return nil }
        let reason = try DifferenceReason(a, b, hours, key.starts, linesA, linesB).found()
        return Comparison.Difference(
            starts: key.starts, source: key.source, index: key.index, classA: Self.highest(linesA)?.payClass,
            classB: Self.highest(linesB)?.payClass, a: Cents(centsA), b: Cents(centsB),
            difference: Cents(centsB - centsA), rule: reason.rule, because: reason.because)
    }

    private static func cents(_ lines: [PayLine]) -> Int64 { lines.reduce(0) { $0 + $1.cents } }

    /// Time by class and multiple.
    private static func parts(_ lines: [PayLine]) -> [String: Int64] {
        lines.reduce(into: [:]) { parts, line in
            parts["\(line.payClass.rawValue) \(line.multiplier)", default: 0] += line.seconds
        }
    }

    static func highest(_ lines: [PayLine]) -> PayLine? {
        lines.max {
            ($0.multiplier, $0.payClass == .straight ? 0 : 1) < ($1.multiplier, $1.payClass == .straight ? 0 : 1)
        }
    }
}
