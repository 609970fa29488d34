/// How long an operation waits for the server.
struct Patience: Sendable {
    /// When the operation is cancelled at the server, or nil.
    let deadline: ContinuousClock.Instant?
    /// How long the server may take to answer a cancelled operation before the connection is given up. Without any, the
    /// operation isn't cancelled: the connection is given up when the deadline passes.
    var grace = Patience.grace

    /// The usual grace.
    static let grace = Duration.seconds(5)
    /// The longest single wait, after which cancellation is looked at again.
    static let slice = Duration.seconds(1)

    /// Waits as long as it takes.
    static let unlimited = Patience(deadline: nil)

    /// Waits up to `limit` from now, and then gives the connection up.
    static func within(_ limit: Duration) -> Patience {
        Patience(deadline: .now + limit, grace: .zero)
    }

    /// True when the deadline has passed.
    var isOver: Bool {
        deadline.map { $0 <= .now } ?? false
    }

    /// How long the next single wait may take, in milliseconds, rounded up.
    var nextWait: Int32 {
        let left = deadline.map { ContinuousClock.now.duration(to: $0) } ?? Patience.slice
        let wait = left <= .zero ? Patience.slice : min(left, Patience.slice)
        let (seconds, attoseconds) = wait.components
        return Int32(seconds * 1_000 + attoseconds / 1_000_000_000_000_000) + 1
    }
}
