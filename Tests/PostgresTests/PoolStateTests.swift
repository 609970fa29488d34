import Testing

@testable import Postgres

private final class Member: Sendable {}
private typealias State = PoolState<Member, String>

extension State.Waiter {
    fileprivate init(_ number: UInt64, until deadline: ContinuousClock.Instant = .now + .seconds(60)) {
        self.init(number: number, deadline: deadline, ticket: "caller \(number)")
    }
}

@Suite struct `the state of a pool` {
    private func state(size: Int = 2, queueLimit: Int = 10) -> State {
        State(options: PoolOptions(size: size, queueLimit: queueLimit))
    }

    /// A pool with one idle connection.
    private func stateWithIdle(_ member: Member) -> State {
        var state = state()
        _ = state.enqueue(State.Waiter(1))
        state.didOpen(member)
        _ = state.offer(member, now: .now)
        _ = state.offer(member, now: .now)
        return state
    }

    @Test func `opens no more connections than its size`() {
        var state = state(size: 2)

        let opens = (1...4).map { state.enqueue(State.Waiter($0)) }

        #expect(opens == [true, true, false, false])
    }

    @Test func `lends what comes back to the one who waits longest`() {
        var state = state(size: 1)
        let member = Member()
        _ = state.enqueue(State.Waiter(1))
        _ = state.enqueue(State.Waiter(2))
        state.didOpen(member)

        guard case .lend(let first) = state.offer(member, now: .now),
            case .lend(let second) = state.offer(member, now: .now), case .keep = state.offer(member, now: .now)
        else {
            Issue.record("the connection wasn't lent in turn")
            return
        }

        #expect([first.ticket, second.ticket] == ["caller 1", "caller 2"])
        let taken = state.takeIdle()
        #expect(taken?.member === member)
    }

    @Test func `refuses callers past the queue limit and after closing`() {
        var state = state(size: 1, queueLimit: 1)
        _ = state.enqueue(State.Waiter(1))
        #expect(state.refusal == .queueFull)

        _ = state.close()
        #expect(state.refusal == .closed)
    }

    @Test func `takes out those whose time is over and keeps the others`() {
        var state = state(size: 1)
        let now = ContinuousClock.now
        _ = state.enqueue(State.Waiter(1, until: now + .seconds(5)))
        _ = state.enqueue(State.Waiter(2, until: now - .seconds(1)))

        let late = state.removeLateWaiters(now: now)

        #expect(late.map(\.number) == [2])
        #expect(state.waiters.map(\.number) == [1])
    }

    @Test func `gives the first failure to connect to all who wait, later ones are tried again`() {
        var fresh = state(size: 1)
        _ = fresh.enqueue(State.Waiter(1))
        guard case .giveUp(let waiters) = fresh.didFailToOpen(.connection("no")) else {
            Issue.record("a pool that never connected tried again")
            return
        }
        #expect(waiters.map(\.number) == [1])

        let member = Member()
        var seasoned = stateWithIdle(member)
        _ = seasoned.takeIdle()
        let replaces = seasoned.lose(member)
        let opens = seasoned.enqueue(State.Waiter(2))
        #expect(!replaces && opens)
        guard case .retry = seasoned.didFailToOpen(.connection("no")) else {
            Issue.record("a pool that had connected gave up")
            return
        }
    }

    @Test func `pauses twice as long after each failure to connect, up to the longest`() {
        var pauses = ReconnectPauses(
            PoolOptions(reconnectPause: .milliseconds(50), longestReconnectPause: .milliseconds(300)))

        let waits = (0..<5).map { _ in pauses.next() }

        #expect(waits == [50, 100, 200, 300, 300].map { .milliseconds($0) })
    }

    @Test func `replaces a lost connection for those who wait`() {
        var state = state(size: 1)
        let member = Member()
        _ = state.enqueue(State.Waiter(1))
        state.didOpen(member)
        _ = state.offer(member, now: .now)
        let opens = state.enqueue(State.Waiter(2))

        let replaces = state.lose(member)

        #expect(!opens && replaces)
    }

    @Test func `after closing serves those who wait, then closes each connection that comes back`() {
        let member = Member()
        var state = state(size: 1)
        _ = state.enqueue(State.Waiter(1))
        state.didOpen(member)
        _ = state.offer(member, now: .now)
        _ = state.enqueue(State.Waiter(2))

        let closing = state.close()
        #expect(closing.isEmpty)
        #expect(!state.isDrained)
        guard case .lend = state.offer(member, now: .now), case .close = state.offer(member, now: .now) else {
            Issue.record("the connection wasn't lent once more and then closed")
            return
        }
        #expect(state.isDrained)
    }

    @Test func `closing hands over the idle connections to be closed`() {
        let member = Member()
        var state = stateWithIdle(member)

        let closing = state.close()

        #expect(closing.count == 1 && closing[0] === member)
        #expect(state.isDrained)
        let taken = state.takeIdle()
        #expect(taken?.member === nil)
    }
}
