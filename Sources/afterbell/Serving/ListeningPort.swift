import Glibc

/// A TCP port of this machine.
enum ListeningPort {
    /// Tries whether a server could listen on a port, for a clear answer before anything else is begun.
    ///
    /// - Throws: ``PortRefused``.
    static func check(_ port: Int) throws(PortRefused) {
        guard let number = UInt16(exactly: port), number > 0 else {
            throw PortRefused(port: port, reason: "is no port: they go from 1 to 65535. Choose another with --port.")
        }
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(descriptor) }
        // As the server does: a port whose last connections are just being forgotten is free.
        var yes: Int32 = 1
        setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = number.bigEndian
        address.sin_addr.s_addr = INADDR_LOOPBACK.bigEndian
        let bound = withUnsafePointer(to: address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard bound != 0 else { return }
        guard errno != EADDRINUSE else { throw .inUse(port) }
        let reason = String(cString: strerror(errno))
        throw PortRefused(port: port, reason: "can't be opened: \(reason). Choose another with --port.")
    }
}

/// The site can't listen on the port.
struct PortRefused: Error, CustomStringConvertible {
    let port: Int
    let reason: String

    static func inUse(_ port: Int) -> PortRefused {
        PortRefused(port: port, reason: "is in use. Stop what listens there, or choose another with --port.")
    }

    var description: String { "Port \(port) \(reason)" }
}
