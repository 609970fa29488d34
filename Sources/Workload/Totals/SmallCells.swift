/// Keeps back figures that stand for few people.
///
/// A figure of fewer than ten people is kept back. Where only one figure of a table would be, the total less the others
/// gives it away; where only small ones would be, it gives away their sum, and those may be the same few people in each.
/// So the smallest figure of ten people or more is kept back with them: what is left then stands for ten people at least.
/// Source: docs/threat-model.md; the rule of ten is `users.md` rule 13.
enum SmallCells {
    /// The fewest people a figure may stand for.
    static let fewest = 10

    /// The figures of one table, in its order.
    static func figures(_ cells: [HoursCell]) -> [HoursReport.Figure] {
        var kept = Set(cells.indices.filter { cells[$0].people < fewest })
        let others = cells.indices.filter { !kept.contains($0) }.sorted { cells[$0].people < cells[$1].people }
        for index in others where needsCompany(kept, cells) { kept.insert(index) }
        return cells.indices.map { index in
            let cell = cells[index]
            guard kept.contains(index) else {
                return .shown(minutes: cell.minutes, entries: cell.entries, people: cell.people)
            }
            return cell.people < fewest ? .tooFewPeople : .keptBack
        }
    }

    /// Whether the total less what is shown would stand for fewer than ten people. People of several cells can't be
    /// added up, as each may stand in all of them.
    private static func needsCompany(_ kept: Set<Int>, _ cells: [HoursCell]) -> Bool {
        !kept.isEmpty && !kept.contains { cells[$0].people >= fewest }
    }
}
