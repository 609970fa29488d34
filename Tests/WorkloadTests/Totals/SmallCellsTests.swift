import Testing

@testable import Workload

@Suite struct SmallCellsTests {
    private func figures(_ people: [Int]) -> [HoursReport.Figure] {
        SmallCells.figures(
            people.map { HoursCell(facet: "day", key: "", minutes: $0 * 60, entries: $0, people: $0) })
    }

    @Test func `tables of ten and more people are shown whole`() {
        #expect(figures([10, 25, 400]).allSatisfy { if case .shown = $0 { true } else { false } })
    }

    @Test func `a lone small figure takes the next smallest with it`() {
        let shown = figures([3, 40, 12])
        #expect(shown[0] == .tooFewPeople)
        #expect(shown[1] == .shown(minutes: 2400, entries: 40, people: 40))
        #expect(shown[2] == .keptBack)
    }

    @Test(arguments: [[9, 9, 12, 50], [2, 3, 12, 50]])
    func `small figures may be the same people, so however many there are they take another with them`(people: [Int]) {
        let isKeptBack = figures(people).map { $0 == .keptBack }
        #expect(isKeptBack == [false, false, true, false])
    }

    @Test func `small figures alone are all kept back`() {
        #expect(figures([4, 6, 9]) == [.tooFewPeople, .tooFewPeople, .tooFewPeople])
    }

    @Test func `a single figure of nine people is kept back`() {
        #expect(figures([9]) == [.tooFewPeople])
    }
}
