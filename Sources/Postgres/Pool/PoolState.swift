/// Who holds which connection, and who waits. Pure: it decides, the pool acts.
///
/// `Member` is the connection and `Ticket` what resumes a waiting caller, so that the rules are tested without a server.
struct PoolState<Member: AnyObject & Sendable, Ticket: Sendable>: Sendable {
    struct Idle: Sendable {
        let member: Member
        let since: ContinuousClock.Instant
    }

    struct Waiter: Sendable {
        let number: UInt64
        let deadline: ContinuousClock.Instant
        let ticket: Ticket
    }

    let options: PoolOptions
    /// All open connections, lent or idle.
    private(set) var members: [Member] = []
    /// The most recently used is last, and lent first.
    private(set) var idle: [Idle] = []
    private(set) var waiters: [Waiter] = []
    /// Attempts to connect that are under way.
    private(set) var openings = 0
    private(set) var isClosed = false
    /// True once any attempt to connect has worked.
    private(set) var hasConnected = false
    /// Why the latest attempt to connect failed; nil when it worked.
    private(set) var lastFailure: PostgresError?

    init(options: PoolOptions) {
        self.options = options
    }

    /// How many connections are lent.
    var lent: Int {
        members.count - idle.count
    }

    /// True when nothing is lent, awaited or on its way.
    var isDrained: Bool {
        lent == 0 && waiters.isEmpty && openings == 0
    }

    /// Why a new caller is refused, or nil.
    var refusal: PoolFailure? {
        if isClosed { return .closed }
        return waiters.count >= options.queueLimit ? .queueFull : nil
    }

    /// Takes an idle connection, if there is one and nobody waits before the caller.
    mutating func takeIdle() -> Idle? {
        guard !isClosed, waiters.isEmpty else { return nil }
        return idle.popLast()
    }

    /// Puts a caller at the end of the queue. Returns true when a connection is to be opened.
    mutating func enqueue(_ waiter: Waiter) -> Bool {
        waiters.append(waiter)
        return wantsOpening()
    }

    /// Takes a caller out of the queue; nil when it has been served.
    mutating func removeWaiter(_ number: UInt64) -> Waiter? {
        guard let index = waiters.firstIndex(where: { $0.number == number }) else { return nil }
        return waiters.remove(at: index)
    }

    /// Takes out all callers whose deadline has passed.
    mutating func removeLateWaiters(now: ContinuousClock.Instant) -> [Waiter] {
        let late = waiters.filter { $0.deadline <= now }
        if !late.isEmpty { waiters.removeAll { $0.deadline <= now } }
        return late
    }

    /// A connection came back, or was opened: it goes to the first in the queue, or is kept, or is closed.
    mutating func offer(_ member: Member, now: ContinuousClock.Instant) -> Offer {
        if !waiters.isEmpty { return .lend(waiters.removeFirst()) }
        if isClosed {
            members.removeAll { $0 === member }
            return .close
        }
        idle.append(Idle(member: member, since: now))
        return .keep
    }

    enum Offer {
        case lend(Waiter)
        case keep
        case close
    }

    /// A connection is no more. Returns true when another is to be opened for those who wait.
    mutating func lose(_ member: Member) -> Bool {
        members.removeAll { $0 === member }
        return wantsOpening()
    }

    /// Takes out all idle connections, which are to be closed.
    mutating func removeIdle() -> [Member] {
        let removed = idle.map(\.member)
        idle.removeAll()
        members.removeAll { member in removed.contains { $0 === member } }
        return removed
    }

    /// Takes out all who wait.
    mutating func removeWaiters() -> [Waiter] {
        defer { waiters.removeAll() }
        return waiters
    }

    /// An attempt to connect has worked.
    mutating func didOpen(_ member: Member) {
        openings -= 1
        hasConnected = true
        lastFailure = nil
        members.append(member)
    }

    /// An attempt to connect has failed. While the database was reachable before and somebody waits, it is tried again;
    /// else those who wait get the error, because a first failure is most often a mistake in the configuration.
    mutating func didFailToOpen(_ error: PostgresError) -> Failure {
        lastFailure = error
        if hasConnected, !waiters.isEmpty { return .retry }
        openings -= 1
        return .giveUp(removeWaiters())
    }

    enum Failure {
        case retry
        case giveUp([Waiter])
    }

    /// Lends no more; those who wait are still served. Returns the idle connections, which are to be closed.
    mutating func close() -> [Member] {
        isClosed = true
        return removeIdle()
    }

    /// Whether another connection is to be opened for those who wait; counts it as under way.
    mutating func wantsOpening() -> Bool {
        guard openings < waiters.count, members.count + openings < options.size else { return false }
        openings += 1
        return true
    }
}
