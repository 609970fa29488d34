import Glibc

/// Making a connection fit for its next user.
extension Connection {
    /// Ends what its user left open: a COPY, a transaction, and where asked all that belongs to the session (settings,
    /// prepared statements, temporary tables, locks). A connection that can't be brought back is closed.
    nonisolated func reset(discardingSession: Bool) async {
        await abandonCopy()
        do {
            try await cleanup { (connection, handle) throws(PostgresError) in
                try connection.reset(handle, discardingSession: discardingSession)
            }
        } catch {
            await close()
        }
    }

    private func reset(_ handle: Handle, discardingSession: Bool) throws(PostgresError) {
        let patience = Patience.within(Patience.grace)
        if !handle.isIdle { try run("ROLLBACK", handle, patience) }
        if discardingSession {
            statements.forgetAll()
            try run("DISCARD ALL", handle, patience)
            // The database's own settings are back, and with them its style of dates.
            if let setting = handle.formatSetting { try run(setting, handle, patience) }
        }
        guard handle.isIdle else { throw .connection("the server didn't end the transaction") }
    }

    private func run(_ statement: String, _ handle: Handle, _ patience: Patience) throws(PostgresError) {
        var exchange = Exchange.statements([.statement(statement)])
        answer(&exchange, handle, patience)
        _ = try exchange.statementResults { .connection($0) }
    }

    /// True when nothing has arrived since the connection was last used. Anything that has is either an end of the
    /// connection or a notice, which ``check()`` tells apart. Only for a connection that nobody uses.
    nonisolated var isQuiet: Bool {
        var descriptor = pollfd(fd: socket, events: Int16(POLLIN), revents: 0)
        return !isBroken && poll(&descriptor, 1, 0) == 0
    }

    /// Asks the server for a sign of life; false, and closed, when there is none by the deadline.
    nonisolated func check(until deadline: ContinuousClock.Instant = .now + .seconds(1)) async -> Bool {
        let patience = Patience(deadline: deadline, grace: .zero)
        do {
            try await cleanup { (connection, handle) throws(PostgresError) in
                guard handle.consumeInput() else { throw .connection(handle.message) }
                var exchange = Exchange.statements([])
                connection.answer(&exchange, handle, patience)
                _ = try exchange.statementResults { .connection($0) }
                guard handle.isIdle else { throw .connection("the connection is in a transaction") }
            }
            return true
        } catch {
            await close()
            return false
        }
    }
}
