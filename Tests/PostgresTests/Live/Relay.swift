import Dispatch
import FoundationEssentials
import Glibc
import Synchronization

@testable import Postgres

/// Stands between client and server and breaks the connection at a chosen moment.
final class Relay: Sendable {
    enum Fault: Sendable {
        case none
        /// Cuts both sides when the client sends this text; the server never sees it.
        case cutBefore(String)
        /// Lets the server answer the text, then cuts without passing the answer on.
        case cutAfter(String, answer: String = "COMMIT")
        /// Passes the text on, and nothing that the server says from then on.
        case silence(String)
        /// Loses the first requests to cancel, so many.
        case loseCancels(Int)
    }

    private struct Pipe {
        var sockets: [Int32] = []
        var sessions: [Session] = []
        var lostCancels = 0
        var listener: Int32 = -1
    }

    let folder: String
    private let server: String
    private let fault: Fault
    private let state = Mutex(Pipe())

    /// - Parameter admin: a connection to the server on a Unix socket.
    init(_ fault: Fault, admin: Connection) async throws {
        let folders = try await admin.value(
            "select current_setting('unix_socket_directories') as value", as: String.self)
        let port = try await admin.value("select current_setting('port') as value", as: String.self)
        server = "\(folders.split(separator: ",").first ?? "")/.s.PGSQL.\(port)"
        folder = "/tmp/afterbell-relay-\(UUID().uuidString.prefix(8))"
        self.fault = fault
        mkdir(folder, 0o700)
        open()
    }

    /// The server, reached through the relay.
    func options(_ options: ConnectionOptions) -> ConnectionOptions {
        options.with("host", folder).with("port", "5432")
    }

    /// Starts to listen.
    func open() {
        let listener = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        let path = "\(folder)/.s.PGSQL.5432"
        unlink(path)
        let bound = withAddress(path) { bind(listener, $0, $1) }
        precondition(bound == 0 && listen(listener, 16) == 0, "the relay can't listen at \(path)")
        state.withLock { $0.listener = listener }
        onThread { self.accept(listener) }
    }

    /// From now on passes nothing on to those who are connected; who connects anew is served.
    func hush() {
        for session in state.withLock({ $0.sessions }) { session.hush() }
    }

    /// Whether a request to cancel that has arrived is to be lost.
    private func losesCancel() -> Bool {
        guard case .loseCancels(let count) = fault else { return false }
        return state.withLock { state in
            state.lostCancels += 1
            return state.lostCancels <= count
        }
    }

    /// Refuses new connections and cuts all that exist.
    func cut() {
        let (listener, sockets) = state.withLock { state in
            defer { state = Pipe() }
            return (state.listener, state.sockets)
        }
        for descriptor in sockets + [listener] where descriptor >= 0 { shutdown(descriptor, Int32(SHUT_RDWR)) }
        if listener >= 0 { close(listener) }
        unlink("\(folder)/.s.PGSQL.5432")
    }

    /// Ends the relay.
    func end() {
        cut()
        rmdir(folder)
    }

    private func accept(_ listener: Int32) {
        while true {
            let client = Glibc.accept(listener, nil, nil)
            guard client >= 0 else { return }
            let upstream = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
            guard withAddress(server, { connect(upstream, $0, $1) }) == 0 else {
                close(client)
                close(upstream)
                continue
            }
            state.withLock { $0.sockets += [client, upstream] }
            let session = Session(client: client, upstream: upstream, fault: fault, losesCancel: losesCancel)
            state.withLock { $0.sessions.append(session) }
            onThread { session.pumpFromClient() }
            onThread { session.pumpFromServer() }
        }
    }

    /// Blocking work gets a serial queue, whose thread is extra: a concurrent queue would take the threads that Swift's
    /// tasks run on.
    private func onThread(_ work: @escaping @Sendable () -> Void) {
        DispatchQueue(label: "relay").async(execute: work)
    }

    private func withAddress<Result>(
        _ path: String, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Result
    ) -> Result {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
        return withUnsafePointer(to: address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                body(address, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
    }
}
