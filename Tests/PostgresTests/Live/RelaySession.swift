import Glibc
import Synchronization

/// One client's connection through a ``Relay``.
final class Session: Sendable {
    private enum Phase {
        case open
        /// The server's next answer is read and not passed on; then both sides are cut.
        case lastAnswer
        case silent
    }

    private let client: Int32
    private let upstream: Int32
    private let fault: Relay.Fault
    private let phase = Mutex(Phase.open)

    private let losesCancel: @Sendable () -> Bool

    init(client: Int32, upstream: Int32, fault: Relay.Fault, losesCancel: @escaping @Sendable () -> Bool) {
        self.client = client
        self.upstream = upstream
        self.fault = fault
        self.losesCancel = losesCancel
    }

    func hush() {
        phase.withLock { $0 = .silent }
    }

    func pumpFromClient() {
        while let bytes = receive(from: client) {
            switch fault {
            case .cutBefore(let text) where bytes.holds(text):
                cut()
                return
            case .cutAfter(let text, _) where bytes.holds(text): phase.withLock { $0 = .lastAnswer }
            case .silence(let text) where bytes.holds(text): phase.withLock { $0 = .silent }
            case .loseCancels where bytes.isCancelRequest && losesCancel():
                cut()
                return
            default: break
            }
            send(bytes, to: upstream)
        }
        cut()
    }

    func pumpFromServer() {
        while let bytes = receive(from: upstream) {
            switch phase.withLock({ $0 }) {
            case .open: send(bytes, to: client)
            case .silent: break
            case .lastAnswer:
                // The tag of the statement says that the server has done it.
                if case .cutAfter(_, let answer) = fault, bytes.holds(answer) {
                    cut()
                    return
                }
            }
        }
        cut()
    }

    private func receive(from descriptor: Int32) -> ArraySlice<UInt8>? {
        var buffer = [UInt8](repeating: 0, count: 65_536)
        let count = read(descriptor, &buffer, buffer.count)
        return count > 0 ? buffer[..<count] : nil
    }

    private func send(_ bytes: ArraySlice<UInt8>, to descriptor: Int32) {
        var rest = bytes
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
            guard count > 0 else { return }
            rest = rest.dropFirst(count)
        }
    }

    private func cut() {
        shutdown(client, Int32(SHUT_RDWR))
        shutdown(upstream, Int32(SHUT_RDWR))
    }
}

extension ArraySlice<UInt8> {
    /// Source: PostgreSQL 15, 55.7 "Message Formats", CancelRequest.
    fileprivate var isCancelRequest: Bool {
        starts(with: [0, 0, 0, 16, 0x04, 0xD2, 0x16, 0x2E])
    }

    fileprivate func holds(_ text: String) -> Bool {
        let wanted = Array(text.utf8)
        return indices.contains { self[$0...].starts(with: wanted) }
    }
}
