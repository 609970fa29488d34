import CLibPQ
import Glibc

extension Handle {
    /// Waits until the server has sent something or takes more; flushes what is waiting to be sent.
    ///
    /// A deadline that passes sends a cancel request, once; the answer to that ends the wait. When no answer comes, the
    /// connection is given up.
    func wait(_ patience: Patience) throws(PostgresError) {
        let unsent = PQflush(pointer)
        var descriptor = pollfd(fd: socket, events: Int16(POLLIN) | (unsent > 0 ? Int16(POLLOUT) : 0), revents: 0)
        let ready = poll(&descriptor, 1, patience.nextWait)
        if ready > 0, Int32(descriptor.revents) & ~POLLOUT != 0, PQconsumeInput(pointer) == 0 {
            throw .connection(message)
        }
        guard ready == 0 else { return }
        if patience.isOver { canceller.request(.deadline) }
        if let time = canceller.timeSinceRequest, time > Patience.grace {
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
