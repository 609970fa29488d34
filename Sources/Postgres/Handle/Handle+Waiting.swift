import CLibPQ
import Glibc

extension Handle {
    /// Waits until the server has sent something or takes more; flushes what is waiting to be sent.
    ///
    /// A deadline that passes sends a cancel request; the answer to that ends the wait. While none comes it is sent
    /// again, because a server between two statements takes no notice of it; in the end the connection is given up.
    func wait(_ patience: Patience) throws(PostgresError) {
        // Before the wait, so that a server that never stops talking can't keep the deadline from being seen.
        try heed(patience)
        let unsent = PQflush(pointer)
        var descriptor = pollfd(fd: socket, events: Int16(POLLIN) | (unsent > 0 ? Int16(POLLOUT) : 0), revents: 0)
        let ready = poll(&descriptor, 1, patience.nextWait)
        if ready > 0, Int32(descriptor.revents) & ~POLLOUT != 0, PQconsumeInput(pointer) == 0 {
            throw .connection(message)
        }
        if ready == 0 { canceller.repeatRequest() }
    }

    private func heed(_ patience: Patience) throws(PostgresError) {
        if patience.isOver {
            guard patience.grace > .zero else { throw .connection("the server didn't answer in time") }
            canceller.request(.deadline)
        }
        if let time = canceller.timeSinceRequest, time > patience.grace {
            throw .connection("the server didn't answer a cancelled statement")
        }
    }

    /// Waits until all that was queued has been sent.
    func flush(_ patience: Patience) throws(PostgresError) {
        while true {
            switch PQflush(pointer) {
            case 0: return
            case 1: try wait(patience)
            default: throw .connection(message)
            }
        }
    }

    /// The next result, or nil where libpq marks the end of a statement's results.
    func nextResult(_ patience: Patience) throws(PostgresError) -> OpaquePointer? {
        while PQisBusy(pointer) == 1 { try wait(patience) }
        return PQgetResult(pointer)
    }
}
