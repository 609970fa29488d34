public import StrictJSON
public import WorkUnits

extension Comparison {
    /// The output of `afterbell compare --json`, as the contract of that command names it.
    ///
    /// - Throws: ``ArithmeticOverflow`` when a figure can't be printed.
    public func json(_ hours: Hours) throws(ArithmeticOverflow) -> JSON {
        .object(
            .init("a", try ReadingJSON(hours, a).json()), .init("b", try ReadingJSON(hours, b).json()),
            .init("differences", .array(differences.map { json($0, hours) })),
            .init("difference_cents", .number(difference.count)))
    }

    private func json(_ part: Difference, _ hours: Hours) -> JSON {
        .object(
            .init("workweek_of", .string(part.starts.description)),
            .init("source", .string(part.source.rawValue)),
            .init("entry", part.source == .entry ? .string(hours.entries[Int(part.index)].id) : .null),
            part.source == .pay ? .init("pay", .number(part.index)) : nil,
            part.source == .assigned
                ? .init("date", .string(hours.assigned[Int(part.index)].date.description)) : nil,
            .init("class_a", part.classA.map { .string($0.rawValue) } ?? .null),
            .init("class_b", part.classB.map { .string($0.rawValue) } ?? .null),
            .init("cents_a", .number(part.a.count)), .init("cents_b", .number(part.b.count)),
            .init("difference_cents", .number(part.difference.count)), .init("rule", .string(part.rule)),
            .init("because", .string(part.because)))
    }
}
