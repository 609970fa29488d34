/// The limits of a pool.
public struct PoolOptions: Sendable {
    /// How many connections are open at most.
    public var size: Int
    /// How many callers may wait for one; the next is refused with ``PoolFailure/queueFull``.
    public var queueLimit: Int
    /// How long a caller waits for one before ``PoolFailure/timedOut``.
    public var waitTimeout: Duration
    /// How long a read or write may take, waiting for a connection included, where it states no deadline; nil sets no
    /// limit.
    public var timeLimit: Duration?
    /// A connection that was idle for longer is asked for a sign of life before it is lent.
    public var healthCheckAfter: Duration
    /// The pause after the first failed attempt to connect; it doubles with each further one.
    public var reconnectPause: Duration
    /// The longest pause between attempts to connect.
    public var longestReconnectPause: Duration
    /// How long ``Database/close()`` waits for connections that are lent before it cancels their statements.
    public var drainTimeout: Duration

    /// Limits, each with a default that suits a small server.
    public init(
        size: Int = 8,
        queueLimit: Int = 1_024,
        waitTimeout: Duration = .seconds(5),
        timeLimit: Duration? = .seconds(30),
        healthCheckAfter: Duration = .seconds(30),
        reconnectPause: Duration = .milliseconds(50),
        longestReconnectPause: Duration = .seconds(2),
        drainTimeout: Duration = .seconds(30)
    ) {
        precondition(size > 0, "a pool without connections serves nobody")
        self.size = size
        self.queueLimit = queueLimit
        self.waitTimeout = waitTimeout
        self.timeLimit = timeLimit
        self.healthCheckAfter = healthCheckAfter
        self.reconnectPause = reconnectPause
        self.longestReconnectPause = longestReconnectPause
        self.drainTimeout = drainTimeout
    }
}
