import Testing

@testable import WorkloadWeb

@Suite("Handing pieces from one task to another")
struct HandoffTests {
    @Test func `every piece arrives in its order, and then the end`() async throws {
        let pieces = Handoff<Int>()
        async let given: Void = {
            for number in 1...1000 { try await pieces.give(number) }
            await pieces.end()
        }()
        var taken: [Int] = []

        while let piece = await pieces.take() { taken.append(piece) }

        try await given
        #expect(taken == Array(1...1000))
    }

    @Test func `who gives goes on no further than one piece ahead`() async throws {
        let pieces = Handoff<Int>()
        let given = Given()
        let giving = Task {
            for number in 1...10 {
                try await pieces.give(number)
                await given.note(number)
            }
        }
        _ = await pieces.take()
        for _ in 0..<1000 { await Task.yield() }

        #expect(await given.last <= 1)
        await pieces.end()
        await #expect(throws: CancellationError.self) { try await giving.value }
    }

    private actor Given {
        var last = 0

        func note(_ number: Int) { last = number }
    }
}
