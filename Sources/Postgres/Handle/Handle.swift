import CLibPQ

/// Owns one `PGconn`, and finishes it at the end. Used only on its connection's queue.
///
/// The socket is non-blocking for libpq; waiting is done here, in `poll`, so that both directions move at once (a long
/// pipeline would block itself otherwise) and a wait can end.
final class Handle {
    let pointer: OpaquePointer
    let canceller: Canceller

    /// Connects, blocking the thread until that has worked or failed.
    init(_ options: ConnectionOptions) throws(PostgresError) {
        pointer = try Handle.connect(options)
        guard PQstatus(pointer) == CONNECTION_OK, let cancel = PQgetCancel(pointer) else {
            let reason = Handle.message(of: pointer)
            PQfinish(pointer)
            throw .connection(reason)
        }
        canceller = Canceller(owning: cancel)
        // Notices would go to standard error.
        PQsetNoticeProcessor(pointer, { _, _ in }, nil)
        PQsetnonblocking(pointer, 1)
        PQenterPipelineMode(pointer)
    }

    deinit {
        PQfinish(pointer)
    }

    /// The file descriptor of the socket.
    var socket: Int32 {
        PQsocket(pointer)
    }

    /// True when the server isn't in a transaction, nor in the middle of anything.
    var isIdle: Bool {
        PQstatus(pointer) == CONNECTION_OK && PQtransactionStatus(pointer) == PQTRANS_IDLE
    }

    /// libpq's words for the last thing that went wrong.
    var message: String {
        Handle.message(of: pointer)
    }

    /// A setting that the server reports, such as `DateStyle`.
    func reportedSetting(_ name: String) -> String? {
        PQparameterStatus(pointer, name).map { String(cString: $0) }
    }

    /// Reads what has arrived unasked; false when the connection is lost.
    func consumeInput() -> Bool {
        PQconsumeInput(pointer) == 1 && PQstatus(pointer) == CONNECTION_OK
    }

    private static func message(of pointer: OpaquePointer) -> String {
        var message = PQerrorMessage(pointer).map { String(cString: $0) } ?? ""
        while message.last?.isWhitespace == true { message.removeLast() }
        return message.isEmpty ? "libpq gave no reason" : message
    }

    private static func connect(_ options: ConnectionOptions) throws(PostgresError) -> OpaquePointer {
        let keywords = options.keywords
        var names: [UnsafePointer<CChar>?] = []
        var values: [UnsafePointer<CChar>?] = []
        let copies = keywords.flatMap { [Array($0.name.utf8CString), Array($0.value.utf8CString)] }
        var bytes: [CChar] = []
        let starts = copies.map { copy in
            defer { bytes.append(contentsOf: copy) }
            return bytes.count
        }
        let pointer = bytes.withUnsafeBufferPointer { buffer in
            for (index, start) in starts.enumerated() {
                let text = buffer.baseAddress.map { $0 + start }
                if index.isMultiple(of: 2) { names.append(text) } else { values.append(text) }
            }
            return PQconnectdbParams(names + [nil], values + [nil], 1)
        }
        guard let pointer else { throw .connection("out of memory") }
        return pointer
    }
}
