import WorkUnits

/// The pieces of one day while rules about the day as a whole are applied to them.
struct WorkedDayTime {
    private(set) var pieces: [DayPiece]
    private let hours: Hours
    private let latest: Int64

    /// - Parameter latest: the start of the next day's work, which nothing is extended past.
    init(_ pieces: [DayPiece], _ hours: Hours, until latest: Int64) {
        self.pieces = pieces
        self.hours = hours
        self.latest = latest
    }

    mutating func apply(_ rules: RuleSet) {
        let worked = self.worked
        for rule in rules.meals where rule.mode == .add && worked > rule.afterSeconds { addMeal(rule) }
        for rule in rules.timeRounding where rule.of == .meal { roundMeals(rule) }
        var takenBefore: Int64 = 0
        let untaken = rules.meals.filter { $0.mode == .deduct && !hasGap(of: $0.seconds) }
        for rule in untaken where worked > rule.afterSeconds && !wasWorkedThrough {
            takenBefore += takeOut(rule, at: rule.afterSeconds - takenBefore)
        }
        for rule in rules.timeRounding where rule.of == .day { roundTotal(rule) }
    }

    private var worked: Int64 { pieces.reduce(0) { $0 + ($1.stretch.isMeal ? 0 : $1.stretch.seconds) } }

    /// Whether the day has had its meal: its pieces leave a gap as long, or it has assigned time, whose unpaid meal is
    /// known.
    private func hasGap(of seconds: Int64) -> Bool {
        pieces.contains { $0.stretch.assigned >= 0 }
            || zip(pieces, pieces.dropFirst()).contains { $1.stretch.start - $0.stretch.end >= seconds }
    }

    /// Whether a person said that there was no meal, or that it was interrupted.
    private var wasWorkedThrough: Bool {
        pieces.contains { piece in
            guard piece.stretch.entry >= 0 else { return false }
            let meal = hours.entries[Int(piece.stretch.entry)].meal
            return meal == Entry.Meal.none || meal == .interrupted
        }
    }

    /// Gaps between the pieces become work of the piece before, up to the meal's length in all.
    private mutating func addMeal(_ rule: MealRule) {
        var left = rule.seconds
        for index in pieces.indices.dropLast() where left > 0 {
            let gap = pieces[index + 1].stretch.start - pieces[index].stretch.end
            let added = min(gap, left)
            pieces[index].stretch.end += added
            left -= added
        }
    }

    /// The gaps together come to their raster; the last piece's end takes up the difference.
    private mutating func roundMeals(_ rule: TimeRoundingRule) {
        let gaps = zip(pieces, pieces.dropFirst()).reduce(Int64(0)) { $0 + $1.1.stretch.start - $1.0.stretch.end }
        guard gaps > 0, rule.within?.holds(gaps) ?? true else { return }
        extend(by: gaps - rule.rounding.rounded(gaps))
    }

    private mutating func roundTotal(_ rule: TimeRoundingRule) {
        let total = worked
        guard rule.within?.holds(total) ?? true else { return }
        extend(by: rule.rounding.rounded(total) - total)
    }

    /// Makes the day longer at its end, never past the next day's work, or shorter from its end.
    private mutating func extend(by seconds: Int64) {
        if seconds >= 0 {
            guard let last = pieces.indices.last else { return }
            pieces[last].stretch.end = min(pieces[last].stretch.end + seconds, max(latest, pieces[last].stretch.end))
            return
        }
        var left = -seconds
        while left > 0, let last = pieces.popLast() {
            var piece = last
            let less = min(left, piece.stretch.seconds)
            piece.stretch.end -= less
            left -= less
            if piece.stretch.seconds > 0 { pieces.append(piece) }
        }
    }

    /// Takes the meal out after so much work, or marks it as paid and counting toward nothing.
    ///
    /// - Returns: how much was taken out.
    private mutating func takeOut(_ rule: MealRule, at offset: Int64) -> Int64 {
        var (skip, left) = (offset, rule.seconds)
        var result: [DayPiece] = []
        for piece in pieces {
            guard !piece.stretch.isMeal, left > 0 else {
                result.append(piece)
                continue
            }
            let stretch = piece.stretch
            let from = min(stretch.start + max(0, skip), stretch.end)
            let to = min(from + left, stretch.end)
            skip -= stretch.seconds
            left -= to - from
            for (start, end, isMeal) in [(stretch.start, from, false), (from, to, true), (to, stretch.end, false)]
            where start < end && (!isMeal || rule.isPaid) {
                var part = piece
                part.stretch.start = start
                part.stretch.end = end
                part.stretch.isMeal = isMeal
                result.append(part)
            }
        }
        pieces = result
        return rule.seconds - left
    }
}
